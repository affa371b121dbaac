import type { Annotation } from '../annotations/annotation'
import { type CustodyEntry, hashOfRecord, sealEntry } from '../custody/custody-entry'
import { COMPOSER, type DossierSnapshot, SNAPSHOT_TABLES, type SnapshotRecords, snapshotSchema } from '../dossier/snapshot'
import type { WorkingRecords } from '../dossier/working-records'
import { carriedBy } from '../exchange/carried-records'
import { bundleToKeep, isPartOfLog } from '../exchange/bundle-record'
import { historiesOf, keyOf } from '../exchange/histories'
import type { OpenedBundle } from '../exchange/opened-bundle'
import { type MergePlan, planMerge } from '../exchange/plan-merge'
import type { Placed } from '../exchange/references'
import { type Decisions, settle, standsOtherwise } from '../exchange/settle'
import { keysOf, notTakenUp, setAsideIn } from '../exchange/set-aside'
import { distinctLogs, stateLog } from '../exchange/stated-log'
import { type AnyRecord, type Change, put } from '../storage/records'
import type { Sha256 } from '../units/hashes'
import { timestampOf } from '../units/time'

/** What one copy of a library hands to another. */
export type HandedBundle = { readonly snapshot: DossierSnapshot; readonly logs: readonly (readonly CustodyEntry[])[] }

/** A library in memory with one analysis: records, their log, and bundles given and taken, for tests of what happens between two of them. */
export type LibraryCopy = {
  /** Records of the analysis and its documents, by `table/id`. */
  records(): ReadonlyMap<string, Placed>
  log(): readonly CustodyEntry[]
  /** Changes records in one command. */
  change(changes: readonly Change[], actor?: string): void
  /** @param keeps which marks go along; all unless given */
  bundle(keeps?: (mark: Annotation) => boolean): HandedBundle
  plan(bundle: HandedBundle): MergePlan
  /** Takes a bundle up as it was decided; answers the plan. */
  takeUp(bundle: HandedBundle, decisions?: Decisions): MergePlan
}

let clock = Date.UTC(2026, 10, 22, 14)

export function libraryCopy(): LibraryCopy {
  const records = new Map<string, Placed>()
  const log: CustodyEntry[] = []
  const earlier = new Map<Sha256, AnyRecord>()
  const numbers = new Map<string, string>()
  const opened: OpenedBundle[] = []

  const change: LibraryCopy['change'] = (changes, actor = 'Researcher') => {
    const done = changes.map((one) => {
      const id = one.op === 'put' ? one.record.id : one.id
      const key = keyOf(one.table, id)
      const before = records.get(key)?.record ?? null
      const after = one.op === 'put' ? one.record : null
      if (after === null) records.delete(key)
      else {
        if (one.table !== 'openedBundles') records.set(key, { table: one.table, record: after } as Placed)
        earlier.set(hashOfRecord(after), after)
        if (one.table === 'claims' && one.op === 'put') numbers.set((one.record as { readonly number: string }).number, id)
      }
      return { table: one.table, id, before: before && hashOfRecord(before), after: after && hashOfRecord(after) }
    })
    log.push(
      sealEntry(
        { at: timestampOf((clock += 1000)), actor, command: 'change', summary: 'Changed records', changes: done, reverts: null },
        log.at(-1) ?? null,
      ),
    )
  }
  const snapshotRecords = (): SnapshotRecords =>
    Object.fromEntries(
      SNAPSHOT_TABLES.map((table) => [table, [...records.values()].filter((placed) => placed.table === table).map(({ record }) => record)]),
    ) as unknown as SnapshotRecords
  const of = <Table extends keyof WorkingRecords>(table: Table): WorkingRecords[Table] =>
    [...records.values()].filter((placed) => placed.table === table).map(({ record }) => record) as unknown as WorkingRecords[Table]
  /** Everything else that is there: these copies hand all of it on, as to a colleague. */
  const working = (): WorkingRecords => ({
    annotations: [],
    recognitions: [],
    textCorrections: [],
    documentVersions: [],
    textChoices: of('textChoices'),
    stampRules: of('stampRules'),
    proposalDecisions: of('proposalDecisions'),
  })
  const plan: LibraryCopy['plan'] = ({ snapshot, logs }) => {
    const [own, ...kept] = logs
    return planMerge({
      theirs: carriedBy(snapshot),
      theirHistories: historiesOf(own ?? [], kept, snapshot.records.analyses[0]?.id ?? '', keysOf(snapshot.setAside ?? [])),
      ours: records,
      ourHistories: historiesOf(
        log,
        distinctLogs(opened.flatMap((bundle) => bundle.logs)).map(({ entries }) => entries),
        snapshot.records.analyses[0]?.id ?? '',
        keysOf(opened.flatMap(notTakenUp)),
      ),
      bases: earlier,
      numbersGiven: numbers,
    })
  }
  return {
    records: () => records,
    log: () => log,
    change,
    bundle(keeps = () => true) {
      const all = snapshotRecords()
      const beside = { redactions: [], working: working() }
      const stated = stateLog({ ...all, annotations: all.annotations.filter(keeps) }, beside, log, opened)
      const aside = stated.bundle === null ? setAsideIn(opened, (key) => records.has(key)) : (stated.bundle.told.setAside ?? [])
      const snapshot = snapshotSchema.parse({
        format: 'vouch-dossier',
        composer: COMPOSER,
        vouch: '0.1.0',
        custody: stated.head,
        ...(stated.keptLogs.length === 0 ? {} : { keptLogs: stated.keptLogs.map(({ head }) => head) }),
        records: stated.records,
        checks: [],
        pictures: [],
        files: [],
        working: beside.working,
        ...(aside.length === 0 ? {} : { setAside: aside }),
      })
      return { snapshot, logs: [stated.custody, ...stated.keptLogs.map(({ entries }) => entries)] }
    },
    plan,
    takeUp(bundle, decisions = new Map()) {
      const planned = plan(bundle)
      const here = new Map(
        [...records.values()].flatMap((placed) => (placed.table === 'documents' ? [[placed.record.id, placed.record] as const] : [])),
      )
      const keep = bundleToKeep(bundle.snapshot, bundle.logs, here, [])
      const settled = settle(planned, decisions)
      const { changes } = settled
      const [own, ...kept] = bundle.logs
      const known = opened.some(({ id }) => id === keep.id) || (kept.length === 0 && own !== undefined && isPartOfLog(own, log))
      const taken: OpenedBundle = {
        ...keep,
        otherwise: standsOtherwise(carriedBy(bundle.snapshot), planned, settled),
        author: 'Researcher',
        at: timestampOf((clock += 1000)),
      }
      if (!known) opened.push(taken)
      for (const { record } of taken.otherwise) earlier.set(hashOfRecord(record as AnyRecord), record as AnyRecord)
      if (changes.length > 0 || !known) change(known ? changes : [...changes, put('openedBundles', taken)])
      return planned
    },
  }
}

/** Everything that a plan leaves to be decided, decided by a rule. */
export const decideAll = (
  { records }: MergePlan,
  rule: (key: string, path: readonly string[]) => 'ours' | 'theirs',
  keyOfDecision: (key: string, path: readonly string[]) => string,
): Decisions =>
  new Map(records.flatMap(({ key, conflicts }) => conflicts.map(({ path }) => [keyOfDecision(key, path), rule(key, path)] as const)))

/** The records of a copy as plain values, by `table/id`, for comparing. */
export const contents = (copy: LibraryCopy): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...copy.records()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { record }]) => [key, record]))
