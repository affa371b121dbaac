import type { SampleFile } from '@shared/analyses/sample-file'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import { type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import type { Command } from '@shared/storage/command'
import type { Workbench } from '../workbench/workbench'
import { enteredAs } from './entered-as'
import { sampleMarksByName } from './samples'

/** What the steps of a first start share. Each step looks first whether it was done, so that an interrupted start goes on. */
export type Seeding = {
  readonly workbench: Workbench
  readonly samples: SampleFile
  /** The claims of the bundled analysis. */
  readonly claims: readonly Claim[]
}

/** What Vouch does by itself stands as "Vouch" in the custody log, and Undo does not take it back. */
export const asWorkbench = { by: 'workbench' } as const

export const failed = (what: string): Problem => problem('sample-missing', what, 'The workbench works without it; install Vouch again to have it.')

/** Runs a command whose records are entered under the name of the samples. */
export async function enter<Input>({ workbench, samples }: Seeding, command: Command<Input>, input: Input): Promise<Outcome<null>> {
  const done = await workbench.run(enteredAs(samples.author, command), input, asWorkbench)
  return done.ok ? ok(null) : done
}

export function claimNumbered({ claims }: Seeding, number: string): Outcome<Claim> {
  const claim = claims.find((one) => one.number === number)
  return claim === undefined ? trouble(failed(`A sample names ${number}, which the bundled analysis does not have.`)) : ok(claim)
}

/** The marks with these names, those that the library still has. */
export async function marksNamed({ workbench, samples }: Seeding, names: readonly string[]): Promise<readonly AnnotationId[]> {
  const known = sampleMarksByName(samples)
  const there: AnnotationId[] = []
  for (const name of names) {
    const id = known.get(name)
    if (id !== undefined && (await workbench.db.get('annotations', id)) !== undefined) there.push(id)
  }
  return there
}
