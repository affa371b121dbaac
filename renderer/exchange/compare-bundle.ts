import { hashOfRecord } from '@shared/custody/custody-entry'
import type { Document, DocumentId } from '@shared/documents/document'
import { bundleToKeep, type BundleToKeep, isPartOfLog } from '@shared/exchange/bundle-record'
import type { OpenedBundle } from '@shared/exchange/opened-bundle'
import { historiesOf, keyOf } from '@shared/exchange/histories'
import { basesNeeded, type MergeInput, type MergePlan, placedOf, planMerge } from '@shared/exchange/plan-merge'
import type { Placed } from '@shared/exchange/references'
import { distinctLogs, withRedactions } from '@shared/exchange/stated-log'
import type { AnyRecord } from '@shared/storage/records'
import type { Sha256 } from '@shared/units/hashes'
import { claimsByNumber } from '../claims/claim-numbers'
import { readRecords } from '../dossier/read-records'
import type { Database } from '../storage/database'
import type { ReadBundle } from './read-bundle'

/** A bundle beside what is here: what is to become of each record, and what is to be kept of the bundle. */
export type Comparison = {
  readonly plan: MergePlan
  readonly keep: BundleToKeep
  /** Whether the analysis is here already. */
  readonly merging: boolean
  /** Whether this very bundle was taken up before, or is an earlier state of this library's own work. */
  readonly known: boolean
  /** Documents that the bundle names without bringing their bytes, which are not here either. */
  readonly withoutBytes: readonly DocumentId[]
}

/** Compares a bundle with what is here. Changes nothing. */
export async function compareBundle(db: Database, { snapshot, logs, exhibits }: ReadBundle): Promise<Comparison> {
  const theirs = withRedactions(snapshot.records, snapshot.redactions)
  const [analysis] = snapshot.records.analyses
  if (analysis === undefined) throw new Error('a bundle holds an analysis')
  const read = await readRecords(db, analysis.id)
  const own = read.ok ? read.value.custody : (await db.custody.orderBy('seq').toArray()).map((row) => row.entry)
  const opened = read.ok ? read.value.opened : []
  const ours = await recordsHere(db, theirs, read.ok ? placedOf(withRedactions(read.value.records, read.value.redactions)) : [])
  const [log, ...kept] = logs
  const input: Omit<MergeInput, 'bases'> = {
    theirs,
    theirHistories: historiesOf(log ?? [], kept, analysis.id),
    ours,
    ourHistories: historiesOf(own, distinctLogs(opened.flatMap((bundle) => bundle.logs)).map(({ entries }) => entries), analysis.id),
    numbersGiven: await claimsByNumber(db, analysis.id),
  }
  const bases = await readBases(db, opened, basesNeeded({ ...input, bases: new Map() }))
  const here = new Map<DocumentId, Document>([...ours.values()].flatMap((placed) => (placed.table === 'documents' ? [[placed.record.id, placed.record] as const] : [])))
  const stored = new Set(await db.files.toCollection().primaryKeys())
  const withoutBytes = snapshot.records.documents.flatMap(({ id }) => (exhibits.has(id) || stored.has(id) ? [] : [id]))
  const keep = bundleToKeep(snapshot, logs, here, withoutBytes)
  return { plan: planMerge({ ...input, bases }), keep, merging: read.ok, known: opened.some(({ id }) => id === keep.id) || (kept.length === 0 && log !== undefined && isPartOfLog(log, own)), withoutBytes }
}

/** The records of the analysis, and those that the bundle has too. */
async function recordsHere(db: Database, theirs: ReadBundle['snapshot']['records'], ofAnalysis: readonly Placed[]): Promise<ReadonlyMap<string, Placed>> {
  const here = new Map(ofAnalysis.map((placed) => [keyOf(placed.table, placed.record.id), placed]))
  for (const { table, record } of placedOf(theirs)) {
    const key = keyOf(table, record.id)
    if (here.has(key)) continue
    const found = await db.get(table, record.id)
    if (found !== undefined) here.set(key, { table, record: found } as Placed)
  }
  return here
}

/** Earlier states of records: from this library's log, which holds them whole, and from what bundles had where something else stands here. */
async function readBases(db: Database, opened: readonly OpenedBundle[], wanted: ReadonlyMap<Sha256, string>): Promise<ReadonlyMap<Sha256, AnyRecord>> {
  const found = new Map<Sha256, AnyRecord>()
  if (wanted.size === 0) return found
  for (const { record } of opened.flatMap(({ otherwise }) => otherwise)) found.set(hashOfRecord(record as AnyRecord), record as AnyRecord)
  await db.custody
    .where('recordIds')
    .anyOf([...new Set(wanted.values())])
    .distinct()
    .each(({ entry, rows }) => {
      for (const [place, { before, after }] of entry.changes.entries()) {
        if (before !== null && wanted.has(before)) found.set(before, rows[place]?.before as AnyRecord)
        if (after !== null && wanted.has(after)) found.set(after, rows[place]?.after as AnyRecord)
      }
    })
  return found
}
