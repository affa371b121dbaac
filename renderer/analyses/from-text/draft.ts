import type { SourceText } from '@shared/analyses/from-text/propose'
import type { Review } from '@shared/analyses/from-text/review'
import { watchedValue } from '../../storage/watched-value'

/** A text that is being made an analysis, and what was decided of it so far. `name` is what the text is called. */
export type Draft = {
  readonly name: string
  readonly source: SourceText
  readonly review: Review
  readonly title: string
  readonly question: string
  readonly asOf: string
}

/** The draft at hand, so that it is still there after a look elsewhere. Closing Vouch forgets it: nothing of it is in the library yet. */
export const draft = watchedValue<Draft | null>(null)
