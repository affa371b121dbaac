import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ChosenFile, Job } from '@shared/desktop/desktop'
import { type Outcome, ok } from '@shared/errors/outcome'
import type { ChosenFiles } from '../files/chosen-files'
import { pdfsIn } from '../files/find-documents'
import { onDisk } from '../files/disk'
import type { JobRequest } from './job-request'
import { unpackZip } from './unpack-zip'

/**
 * Turns what was asked on the command line into a job whose files are known by token.
 * @param scratch an empty folder for what is unpacked; removed by the command afterwards
 */
export async function prepareJob(request: JobRequest, files: ChosenFiles, scratch: string): Promise<Outcome<Job>> {
  return request.kind === 'dossier' ? prepareDossier(request, files) : prepareVerify(request.bundle, files, scratch)
}

async function prepareDossier(request: Extract<JobRequest, { kind: 'dossier' }>, files: ChosenFiles): Promise<Outcome<Job>> {
  const documents: ChosenFile[] = []
  for (const path of request.documents) {
    const found = await documentsAt(path)
    if (!found.ok) return found
    for (const file of found.value) {
      const offered = await files.offer(file)
      if (!offered.ok) return offered
      documents.push(offered.value)
    }
  }
  const evidence = await files.offer(request.evidence)
  if (!evidence.ok) return evidence
  const { analysis: analysisPath } = request
  const analysis =
    analysisPath === null ? ok(null) : await onDisk(`The analysis ${analysisPath} could not be read`, () => readFile(analysisPath, 'utf8'))
  if (!analysis.ok) return analysis
  return ok({
    kind: 'dossier',
    documents,
    evidence: evidence.value,
    analysis: analysis.value,
    formats: request.formats,
    passwords: request.passwords,
    recognise: request.recognise,
    audience: request.audience,
  })
}

/** A file named directly is taken whatever its ending; of a folder, its PDFs. */
async function documentsAt(path: string): Promise<Outcome<readonly string[]>> {
  const found = await onDisk(`${path} could not be read`, () => stat(path))
  if (!found.ok) return found
  return found.value.isDirectory() ? pdfsIn(path) : ok([path])
}

async function prepareVerify(bundle: string, files: ChosenFiles, scratch: string): Promise<Outcome<Job>> {
  const found = await onDisk(`${bundle} could not be read`, () => stat(bundle))
  if (!found.ok) return found
  const folder = found.value.isDirectory() ? ok(bundle) : await unpacked(bundle, scratch)
  if (!folder.ok) return folder
  const paths = await onDisk(`${bundle} could not be read`, () => filesUnder(folder.value, ''))
  if (!paths.ok) return paths
  const chosen: (ChosenFile & { readonly path: string })[] = []
  for (const path of withoutWrapper(paths.value)) {
    const offered = await files.offer(join(folder.value, path.onDisk))
    if (!offered.ok) return offered
    chosen.push({ ...offered.value, path: path.inBundle })
  }
  return ok({ kind: 'verify', files: chosen, shownName: basename(bundle) })
}

/** Everything in a folder, sorted, as relative paths with `/`. Links are listed as they are, so that a bundle cannot reach out of itself unseen: reading them answers what is there. */
async function filesUnder(folder: string, prefix: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesUnder(folder, path)))
    else if (entry.isFile()) found.push(path)
    else throw Object.assign(new Error(`${path} is neither a file nor a folder`), { code: 'ELOOP', syscall: 'readdir' })
  }
  return found.sort()
}

/** A zip often holds the bundle in one folder of its own: paths are given from the folder that holds `bagit.txt`. */
function withoutWrapper(paths: readonly string[]): readonly { readonly onDisk: string; readonly inBundle: string }[] {
  const first = paths[0]?.split('/')[0]
  const wrapped =
    first !== undefined &&
    !paths.includes('bagit.txt') &&
    paths.includes(`${first}/bagit.txt`) &&
    paths.every((path) => path.startsWith(`${first}/`))
  return paths.map((path) => ({ onDisk: path, inBundle: wrapped ? path.slice(first.length + 1) : path }))
}

async function unpacked(zip: string, scratch: string): Promise<Outcome<string>> {
  const folder = join(scratch, 'bundle')
  const done = await unpackZip(zip, folder)
  return done.ok ? ok(folder) : done
}
