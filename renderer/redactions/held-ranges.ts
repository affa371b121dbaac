import type { TextRange } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { readFindings } from './page-findings'

/**
 * The ranges of the embedded text of some pages that are held back, by page index: failed redactions that were found and that the
 * researcher has neither released nor dismissed.
 * @param from, to page indexes from 0, both included
 */
export async function heldRangesOf(
  { db, derived }: { readonly db: Database; readonly derived: DerivedDatabase },
  documentId: DocumentId,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, readonly TextRange[]>> {
  const rows = await readFindings(derived, documentId, from, to)
  if (rows.every((row) => row.failed.length === 0)) return new Map()
  const freed = freedBy(await db.where('proposalDecisions', 'documentId', documentId))
  return new Map(
    rows.map(({ index, failed }) => [index, failed.filter(({ key }) => !freed.has(`${index}:${key}`)).flatMap(({ ranges }) => ranges)]),
  )
}

/** The findings whose words may be read, as `page index:key`. */
export const freedBy = (decisions: readonly ProposalDecision[]): ReadonlySet<string> =>
  new Set(
    decisions
      .filter(({ kind, verdict }) => kind === 'failed-redaction' && (verdict === 'released' || verdict === 'dismissed'))
      .map(({ pageIndex, key }) => `${pageIndex}:${key}`),
  )

/** The places of a document where words lie under a redaction, with what the researcher decided; null where nothing was. */
export async function failedOf(
  { db, derived }: { readonly db: Database; readonly derived: DerivedDatabase },
  documentId: DocumentId,
): Promise<readonly { readonly verdict: ProposalDecision['verdict'] | null }[]> {
  const found = (await readFindings(derived, documentId)).flatMap(({ index, failed }) => failed.map(({ key }) => `${index}:${key}`))
  if (found.length === 0) return []
  const decided = new Map(
    (await db.where('proposalDecisions', 'documentId', documentId))
      .filter(({ kind }) => kind === 'failed-redaction')
      .map(({ pageIndex, key, verdict }) => [`${pageIndex}:${key}`, verdict]),
  )
  return found.map((place) => ({ verdict: decided.get(place) ?? null }))
}
