import { join } from 'node:path'
import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { whatStandsAt } from '../exports/earlier-export'
import type { ChoosePlace } from '../exports/exports'
import { shownPath } from '../files/shown-path'
import type { ChosenFiles } from '../files/chosen-files'
import { onDisk, realDisk } from '../files/disk'
import { type JobDesk, jobDesk, noJob } from './job-desk'
import { type JobRequest, readJobRequest } from './job-request'
import { prepareJob } from './prepare-job'

/** The work of this process: a job from the command line, or a person's. */
export type Work = { readonly job: Desktop['job']; readonly desk: JobDesk | null; readonly choosePlace: ChoosePlace | null }

/**
 * Reads what is to be done without a window. Refuses at once an output folder that holds something else, before hours of work.
 * @param say writes a line to standard error
 */
export async function workFrom(
  requestFile: string | null,
  scratch: string | null,
  files: ChosenFiles,
  say: (line: string) => void,
): Promise<Outcome<Work>> {
  if (requestFile === null) return ok({ job: noJob, desk: null, choosePlace: null })
  const request = await readJobRequest(requestFile)
  const free = await placeIsFree(request)
  if (!free.ok) return free
  const prepared = await prepareJob(request, files, scratch ?? join(requestFile, '..'))
  if (!prepared.ok) return prepared
  const desk = jobDesk(prepared.value, say)
  const choosePlace: ChoosePlace | null =
    request.kind === 'dossier' ? async (name, kind) => (kind === 'folder' ? request.out : join(request.out, name)) : null
  return ok({ job: desk, desk, choosePlace })
}

async function placeIsFree(request: JobRequest): Promise<Outcome<null>> {
  if (request.kind !== 'dossier') return ok(null)
  const stands = await onDisk(`${shownPath(request.out)} could not be read`, () => whatStandsAt(realDisk, request.out))
  if (!stands.ok) return stands
  return stands.value === 'something else'
    ? trouble(
        problem(
          'place-taken',
          `${shownPath(request.out)} holds something that is not an earlier export of Vouch, so nothing was written there.`,
          'Name an empty or a new folder after --out.',
        ),
      )
    : ok(null)
}
