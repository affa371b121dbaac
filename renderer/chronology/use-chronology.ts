import type { AnalysisId } from '@shared/analyses/analysis'
import { type ChronologyLine, chronologyLines } from '@shared/chronology/derived-events'
import { inOrder } from '@shared/chronology/order-lines'
import type { Purchase } from '@shared/purchases/purchase'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { useRecords } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'
import { disclosuresOf } from './disclosures-of-analysis'

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
