import type { TextRange } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'

/** Embedded text of a page that lies under something drawn over it: it is held back until the researcher decides. */
export type FailedRedaction = {
  /** Names it within its page, for decisions; made of its place. */
  readonly key: string
  readonly ranges: readonly TextRange[]
}
type FindingsRow = { readonly documentId: DocumentId; readonly index: number; readonly failed: readonly FailedRedaction[] }

/**
 * The ranges of the embedded text of some pages that are held back, by page index: failed redactions that were found and that the
 * researcher has neither released nor dismissed.
 * @param from, to page indexes from 0, both included
 */
export async function heldRangesOf({ db, derived }: { readonly db: Database; readonly derived: DerivedDatabase }, documentId: DocumentId, from: number, to: number): Promise<ReadonlyMap<number, readonly TextRange[]>> {
  const rows = await derived.rows<FindingsRow, [string, number]>('pageFindings').where('[documentId+index]').between([documentId, from], [documentId, to], true, true).toArray()
  if (rows.every((row) => row.failed.length === 0)) return new Map()
  const decisions = await db.where('proposalDecisions', 'documentId', documentId)
  const freed = new Set(decisions.filter(({ kind, verdict }) => kind === 'failed-redaction' && (verdict === 'released' || verdict === 'dismissed')).map(({ pageIndex, key }) => `${pageIndex}:${key}`))
  return new Map(rows.map(({ index, failed }) => [index, failed.filter(({ key }) => !freed.has(`${index}:${key}`)).flatMap(({ ranges }) => ranges)]))
}
