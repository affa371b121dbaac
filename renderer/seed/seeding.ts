import type { SampleFile } from '@shared/analyses/sample-file'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import { type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import type { Workbench } from '../workbench/workbench'
import { sampleMarksByName } from './samples'

/** What the parts of a first start share. */
export type Seeding = {
  readonly workbench: Workbench
  readonly samples: SampleFile
  /** The claims of the bundled analysis. */
  readonly claims: readonly Claim[]
}

/** A sample that could not be put in: the library stays as it is without it. */
export const failed = (what: string): Problem =>
  problem('sample-missing', what, 'The workbench works without it; install Vouch again to have it.')

/** A claim of the bundled analysis by its number. Problem: `sample-missing`. */
export function claimNumbered({ claims }: Seeding, number: string): Outcome<Claim> {
  const claim = claims.find((one) => one.number === number)
  return claim === undefined ? trouble(failed(`A sample names ${number}, which the bundled analysis does not have.`)) : ok(claim)
}

/** The marks with these names. */
export function marksNamed({ samples }: Seeding, names: readonly string[]): readonly AnnotationId[] {
  const known = sampleMarksByName(samples)
  return names.flatMap((name) => known.get(name) ?? [])
}
