import type { DocumentId } from '@shared/documents/document'
import type { PageReading } from '@shared/documents/page-reading'
import type { TextRun } from '@shared/documents/page'

/** To the worker that reads one page: all of it, or its text without the runs. */
export type ReadingJob = {
  readonly database: string
  readonly derived: string
  readonly documentId: DocumentId
  readonly index: number
  readonly wanted: 'all' | 'text'
}

/** From it: first all but the runs, null where no text is stored; then the runs in pieces, the last of which is empty. */
export type ReadingPiece =
  | { readonly kind: 'page'; readonly reading: PageReading | null }
  | { readonly kind: 'runs'; readonly runs: readonly TextRun[] }
