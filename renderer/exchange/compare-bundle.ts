import type { AnalysisId } from '@shared/analyses/analysis'
import { hashOfRecord } from '@shared/custody/custody-entry'
import type { Document, DocumentId } from '@shared/documents/document'
import { bundleToKeep, type BundleToKeep, isPartOfLog } from '@shared/exchange/bundle-record'
import { carriedBy, type CarriedRecords, carriedRecords } from '@shared/exchange/carried-records'
import type { OpenedBundle } from '@shared/exchange/opened-bundle'
import { historiesOf, keyOf } from '@shared/exchange/histories'
import { basesNeeded, type MergeInput, type MergePlan, placedOf, planMerge } from '@shared/exchange/plan-merge'
import { type Placed, placedIn } from '@shared/exchange/references'
import { keysOf, notTakenUp } from '@shared/exchange/set-aside'
import { areRivals, DECIDED_TABLES } from '@shared/exchange/rivals'
import { distinctLogs } from '@shared/exchange/stated-log'
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
  const theirs = carriedBy(snapshot)
  const [analysis] = snapshot.records.analyses
  if (analysis === undefined) throw new Error('a bundle holds an analysis')
  const read = await readRecords(db, analysis.id, snapshot.working === undefined ? 'publication' : 'colleague')
  const own = read.ok ? read.value.custody : (await db.custody.orderBy('seq').toArray()).map((row) => row.entry)
  const opened = read.ok ? read.value.opened : []
  // What a published bundle does not bring, its log knows nothing against: working records are compared only with those of a colleague.
  const mine = read.ok
    ? carriedRecords(read.value.records, {
        redactions: read.value.redactions,
        ...(read.value.working === null ? {} : { released: read.value.released, working: read.value.working }),
      })
    : null
  const ours = await recordsHere(db, theirs, mine === null ? [] : placedOf(mine))
  const [log, ...kept] = logs
  const input: Omit<MergeInput, 'bases'> = {
    theirs,
    theirHistories: historiesOf(log ?? [], kept, analysis.id, keysOf(snapshot.setAside ?? [])),
    ours,
    ourHistories: historiesOf(
      own,
      distinctLogs(opened.flatMap((bundle) => bundle.logs)).map(({ entries }) => entries),
      analysis.id,
      keysOf(opened.flatMap(notTakenUp)),
    ),
    numbersGiven: await claimsByNumber(db, analysis.id),
    neededElsewhere: await neededElsewhere(db, analysis.id, ours, theirs),
  }
  const bases = await readBases(db, opened, basesNeeded({ ...input, bases: new Map() }))
  const here = new Map<DocumentId, Document>(
    [...ours.values()].flatMap((placed) => (placed.table === 'documents' ? [[placed.record.id, placed.record] as const] : [])),
  )
  const stored = new Set(await db.files.toCollection().primaryKeys())
  const withoutBytes = snapshot.records.documents.flatMap(({ id }) => (exhibits.has(id) || stored.has(id) ? [] : [id]))
  const keep = bundleToKeep(snapshot, logs, here, withoutBytes)
  return {
    plan: planMerge({ ...input, bases }),
    keep,
    merging: read.ok,
    known: opened.some(({ id }) => id === keep.id) || (kept.length === 0 && log !== undefined && isPartOfLog(log, own)),
    withoutBytes,
  }
}

/** The records of the analysis, those that the bundle has too, and those that decide about the same matter. */
async function recordsHere(db: Database, theirs: CarriedRecords, ofAnalysis: readonly Placed[]): Promise<ReadonlyMap<string, Placed>> {
  const here = new Map(ofAnalysis.map((placed) => [keyOf(placed.table, placed.record.id), placed]))
  for (const { table, record } of placedOf(theirs)) {
    const key = keyOf(table, record.id)
    if (here.has(key)) continue
    const found = await db.get(table, record.id)
    if (found !== undefined) here.set(key, placedIn(table, found))
  }
  for (const table of DECIDED_TABLES) {
    const there = theirs[table].map((record) => placedIn(table, record))
    for (const documentId of new Set(theirs[table].map((record) => record.documentId))) {
      for (const record of await db.where(table, 'documentId', documentId)) {
        const placed = placedIn(table, record)
        if (!here.has(keyOf(table, record.id)) && there.some((one) => areRivals(one, placed))) here.set(keyOf(table, record.id), placed)
      }
    }
  }
  return here
}

/** Marks here that the bundle does not have and on which another analysis rests: they don't go, whatever became of them there, without that it is asked. */
async function neededElsewhere(
  db: Database,
  analysisId: AnalysisId,
  ours: ReadonlyMap<string, Placed>,
  theirs: CarriedRecords,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>(theirs.annotations.map(({ id }) => id))
  const marks = [...ours.values()].flatMap((placed) =>
    placed.table === 'annotations' && !there.has(placed.record.id) ? [placed.record.id] : [],
  )
  const needed = new Set<string>()
  for (const id of marks) {
    const resting = [
      ...(await db.where('evidenceLinks', 'annotationId', id)),
      ...(await db.where('purchases', 'markIds', id)),
      ...(await db.where('chronologyEvents', 'annotationIds', id)),
    ]
    if (resting.some((record) => record.analysisId !== analysisId)) needed.add(keyOf('annotations', id))
  }
  return needed
}

/** Earlier states of records: from this library's log, which holds them whole, and from what bundles had where something else stands here. */
async function readBases(
  db: Database,
  opened: readonly OpenedBundle[],
  wanted: ReadonlyMap<Sha256, string>,
): Promise<ReadonlyMap<Sha256, AnyRecord>> {
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
