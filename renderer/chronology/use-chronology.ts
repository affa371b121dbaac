import type { AnalysisId } from '@shared/analyses/analysis'
import { type ChronologyLine, chronologyLines } from '@shared/chronology/derived-events'
import { inOrder } from '@shared/chronology/order-lines'
import type { DisclosureEvent } from '@shared/documents/disclosure-event'
import type { DocumentId } from '@shared/documents/document'
import type { Purchase } from '@shared/purchases/purchase'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Database } from '../storage/database'
import { useRecords } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'

export type Chronology = { readonly lines: readonly ChronologyLine[]; readonly purchases: readonly Purchase[] }

/** The chronology of an analysis in its order, with what follows from its purchases and documents; undefined while it is read. */
export function useChronology(analysisId: AnalysisId): Chronology | undefined {
  const { db } = useWorkbench()
  const events = useRecords('chronologyEvents', 'analysisId', analysisId)
  const purchases = useRecords('purchases', 'analysisId', analysisId)
  const disclosed = useLiveQuery(async () => disclosuresOf(db, analysisId), [db, analysisId])
  return useMemo(
    () =>
      events === undefined || purchases === undefined || disclosed === undefined
        ? undefined
        : { lines: inOrder(chronologyLines({ events, purchases, ...disclosed })), purchases },
    [events, purchases, disclosed],
  )
}

/** How the documents came out that an analysis relies on: those behind its sources, and those in which something marked bears on it. */
async function disclosuresOf(
  db: Database,
  analysisId: AnalysisId,
): Promise<{
  readonly disclosures: readonly DisclosureEvent[]
  readonly documents: readonly { readonly id: DocumentId; readonly name: string }[]
}> {
  const dated = (await db.all('disclosureEvents')).filter((event) => event.date !== null)
  const behind = new Set((await db.where('sources', 'analysisId', analysisId)).flatMap((source) => source.documentIds))
  const documents: { readonly id: DocumentId; readonly name: string }[] = []
  for (const id of new Set(dated.map((event) => event.documentId))) {
    const document = await db.get('documents', id)
    if (document !== undefined && (behind.has(id) || (await bears(db, id, analysisId)))) documents.push({ id, name: document.name })
  }
  return { disclosures: dated, documents }
}

async function bears(db: Database, id: DocumentId, analysisId: AnalysisId): Promise<boolean> {
  const marks = (await db.rows('annotations').where('documentId').equals(id).primaryKeys()) as readonly string[]
  const ofAnalysis = async (table: 'evidenceLinks' | 'purchases' | 'chronologyEvents', index: string): Promise<boolean> =>
    (await db
      .rows(table)
      .where(index)
      .anyOf(marks)
      .filter((row) => (row as { readonly analysisId: string }).analysisId === analysisId)
      .count()) > 0
  if (
    (await ofAnalysis('evidenceLinks', 'annotationId')) ||
    (await ofAnalysis('purchases', 'markIds')) ||
    (await ofAnalysis('chronologyEvents', 'annotationIds'))
  )
    return true
  const known = new Set(marks)
  return (await db.where('parityCells', 'analysisId', analysisId)).some((cell) => cell.annotationIds.some((mark) => known.has(mark)))
}
