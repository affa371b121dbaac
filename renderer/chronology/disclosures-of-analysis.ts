import type { AnalysisId } from '@shared/analyses/analysis'
import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import type { DocumentId } from '@shared/documents/document'
import { marksOfPurchase } from '@shared/purchases/figures'
import type { Database } from '../storage/database'
import { keysByDocument } from '../storage/keys-by-document'

type Disclosures = {
  readonly disclosures: readonly DisclosureEvent[]
  readonly documents: readonly { readonly id: DocumentId; readonly name: string }[]
}

/** How the documents came out that an analysis relies on: those behind its sources, and those in which something marked bears on it. */
export async function disclosuresOf(db: Database, analysisId: AnalysisId): Promise<Disclosures> {
  const dated = (await db.all('disclosureEvents')).filter((event) => event.date !== null)
  if (dated.length === 0) return { disclosures: dated, documents: [] }
  const behind = new Set((await db.where('sources', 'analysisId', analysisId)).flatMap((source) => source.documentIds))
  const [bearing, marks] = await Promise.all([bearingMarks(db, analysisId), keysByDocument(db.annotations)])
  const documents: { readonly id: DocumentId; readonly name: string }[] = []
  for (const id of new Set(dated.map((event) => event.documentId))) {
    const document = await db.get('documents', id)
    if (document !== undefined && (behind.has(id) || (marks.get(id) ?? []).some((mark) => bearing.has(mark))))
      documents.push({ id, name: document.name })
  }
  return { disclosures: dated, documents }
}

/** The marks that bear on an analysis, read once for all documents: asking for those of each goes through an index step by step. */
async function bearingMarks(db: Database, analysisId: AnalysisId): Promise<ReadonlySet<string>> {
  const [links, purchases, events, cells] = await Promise.all([
    db.where('evidenceLinks', 'analysisId', analysisId),
    db.where('purchases', 'analysisId', analysisId),
    db.where('chronologyEvents', 'analysisId', analysisId),
    db.where('parityCells', 'analysisId', analysisId),
  ])
  return new Set([
    ...links.map((link) => link.annotationId),
    ...purchases.flatMap(marksOfPurchase),
    ...events.flatMap((event) => event.annotationIds),
    ...cells.flatMap((cell) => cell.annotationIds),
  ])
}
