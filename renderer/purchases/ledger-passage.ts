import { type Annotation, type AnnotationId, quotationOf } from '@shared/annotations/annotation'
import type { NewMark } from '../annotations/commands/new-mark'

/** A passage on its way into the ledger or the chronology. */
export type LedgerPassage = {
  readonly annotationId: AnnotationId
  /** The mark to make of it, where it is not marked yet. */
  readonly mark: NewMark | null
  readonly quote: string
  /** What of the passage is meant, where one thing in it was pointed at. */
  readonly pointedAt: string | null
}

export const passageOfMark = (annotation: Annotation): LedgerPassage => ({
  annotationId: annotation.id,
  mark: null,
  quote: quotationOf(annotation),
  pointedAt: null,
})
