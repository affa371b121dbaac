import type { Analysis, AnalysisId } from '@shared/analyses/analysis'
import { compareClaims } from '@shared/claims/claim'
import { type LedgerLine, ledgerOf } from '@shared/claims/ledger'
import type { Tension } from '@shared/claims/tension'
import { resting } from '@shared/units/resting'
import { liveQuery } from 'dexie'
import { useMemo, useSyncExternalStore } from 'react'
import type { Database } from '../storage/database'
import { useWorkbench, type Watched } from '../workbench/workbench'
import { ledgerRecords } from './ledger-records'

/** An analysis with its claims in reading order, each weighed. */
export type Ledger = {
  readonly analysis: Analysis
  readonly lines: readonly LedgerLine[]
  readonly tensions: readonly Tension[]
  /** False while the passages are still being read: counts and judgements stand already, remarks and checks not yet. */
  readonly complete: boolean
}

/** A ledger that follows the library: undefined while it is read, null when there is no such analysis. */
type LedgerSource = Watched<Ledger | null | undefined> & { readonly watched: () => boolean; readonly stop: () => void }

/** The number of a section, for sorting; claims of a section that is gone come last. */
const sectionNumber =
  (analysis: Analysis) =>
  (sectionId: string): number =>
    analysis.sections.find((section) => section.id === sectionId)?.number ?? Number.MAX_SAFE_INTEGER

function openLedger(db: Database, analysisId: AnalysisId): LedgerSource {
  const records = ledgerRecords(db, analysisId)
  const listeners = new Set<() => void>()
  let reached: { readonly seq: number; readonly hash: string } | null = null
  let state: Ledger | null | undefined
  let stale = false
  let complete = false

  const compute = (): Ledger | null => {
    const analysis = records.analysis()
    if (analysis === null) return null
    const input = records.input()
    return {
      analysis,
      lines: ledgerOf({ ...input, claims: input.claims.toSorted(compareClaims(sectionNumber(analysis))) }),
      tensions: input.tensions,
      complete,
    }
  }
  const tell = (): void => {
    stale = true
    for (const listener of listeners) listener()
  }
  const lastEntry = async (): Promise<{ readonly seq: number; readonly hash: string }> => {
    const last = await db.custody.orderBy('seq').last()
    return { seq: last?.seq ?? 0, hash: last?.entry.hash ?? '' }
  }
  const readAll = async (): Promise<void> => {
    // Taken before the rest is read: a line that is taken over twice changes nothing, one that is left out would.
    reached = await lastEntry()
    complete = false
    await records.load()
    tell()
    await records.loadPassages()
    complete = true
    tell()
  }
  const follow = async (): Promise<void> => {
    if (reached === null) return readAll()
    const before = reached.seq === 0 ? undefined : await db.custody.get(reached.seq)
    // Another log than the one that was followed: the database was made anew.
    if (reached.seq > 0 && before?.entry.hash !== reached.hash) return readAll()
    const lines = await db.custody.where('seq').above(reached.seq).sortBy('seq')
    const last = lines.at(-1)
    if (last === undefined) return
    const rest = resting()
    for (const line of lines) await records.take(line, rest)
    reached = { seq: last.seq, hash: last.entry.hash }
    await records.loadPassages()
    tell()
  }
  let work = Promise.resolve()
  const watching = liveQuery(() => db.lastSeq()).subscribe({
    next: () => {
      work = work.then(follow, follow)
    },
    // The library was closed under it.
    error: () => undefined,
  })

  return {
    get() {
      if (stale) {
        state = compute()
        stale = false
      }
      return state
    },
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    watched: () => listeners.size > 0,
    stop: () => watching.unsubscribe(),
  }
}

const open = new WeakMap<Database, Map<AnalysisId, LedgerSource>>()

/** The one ledger of an analysis. It stays in memory when no screen shows it, until another analysis is looked at. */
export function ledgerSource(db: Database, analysisId: AnalysisId): Watched<Ledger | null | undefined> {
  const sources = open.get(db) ?? new Map<AnalysisId, LedgerSource>()
  open.set(db, sources)
  const there = sources.get(analysisId)
  if (there !== undefined) return there
  for (const [id, other] of sources) {
    if (other.watched()) continue
    other.stop()
    sources.delete(id)
  }
  const source = openLedger(db, analysisId)
  sources.set(analysisId, source)
  return source
}

/** The ledger, kept up to date: undefined while it is read, null when there is no such analysis. */
export function useLedger(analysisId: AnalysisId): Ledger | null | undefined {
  const { db } = useWorkbench()
  const source = useMemo(() => ledgerSource(db, analysisId), [db, analysisId])
  return useSyncExternalStore(source.subscribe, source.get)
}
