import { type AnnotationId, firstSegment, quotationOf, stateOf } from '@shared/annotations/annotation'
import { marksOfPurchase } from '@shared/purchases/figures'
import type { Purchase } from '@shared/purchases/purchase'
import { type PassageCells, purchasesCsv } from '@shared/purchases/purchases-csv'
import { pageNumberOf } from '@shared/units/pages'
import { type Database, recordOfRow } from '../storage/database'

/** The passages of marks as tables name them, read in one go. */
export async function passageCells(db: Database, ids: readonly AnnotationId[]): Promise<ReadonlyMap<AnnotationId, PassageCells>> {
  const annotations = (await db.rows('annotations').bulkGet([...new Set(ids)])).flatMap((row) =>
    row === undefined ? [] : [recordOfRow('annotations', row)],
  )
  const documents = new Map((await db.all('documents')).map((document) => [document.id, document.name]))
  return new Map(
    annotations.map((annotation) => [
      annotation.id,
      {
        quote: quotationOf(annotation),
        document: documents.get(annotation.documentId) ?? '',
        sha256: annotation.documentId,
        page: pageNumberOf(firstSegment(annotation).pageIndex),
        exhibit: '',
        standing: stateOf(annotation),
      },
    ]),
  )
}

/** The ledger as CSV, in the order in which it is shown. */
export async function purchasesTable(db: Database, purchases: readonly Purchase[]): Promise<string> {
  const passages = await passageCells(db, purchases.flatMap(marksOfPurchase))
  return purchasesCsv(purchases, (id) => passages.get(id) ?? null)
}
