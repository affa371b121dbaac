import type { AnalysisId } from '@shared/analyses/analysis'
import { type Ledger, ledgerSource } from '../claims/ledger-source'
import type { Database } from '../storage/database'

/** The ledger of an analysis once it has reached the end of the custody log with all its passages; null where there is no such analysis. */
export function readLedger(db: Database, analysisId: AnalysisId): Promise<Ledger | null> {
  const source = ledgerSource(db, analysisId)
  return new Promise((found) => {
    const look = (): void => {
      const ledger = source.get()
      if (ledger !== null && ledger?.complete !== true) return
      stop()
      found(ledger)
    }
    const stop = source.subscribe(look)
    look()
  })
}
