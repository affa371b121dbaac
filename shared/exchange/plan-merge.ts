import { analysisSchema } from '../analyses/analysis'
import { claimSchema } from '../claims/claim'
import { hashOfRecord } from '../custody/custody-entry'
import type { Document } from '../documents/document'
import { sourceSchema } from '../sources/source'
import type { AnyRecord, RecordTable } from '../storage/records'
import type { Sha256 } from '../units/hashes'
import { CARRIED_TABLES, type CarriedRecords } from './carried-records'
import { type Histories, type History, keyOf, kinshipOf, type Step } from './histories'
import { type Renumbered, renumber } from './numbers'
import { type Placed, placedIn, restsOn } from './references'
import { areRivals, isDecided, isEarlier, saysTheSame } from './rivals'
import { type FieldConflict, mergeThreeWay } from './three-way'

/**
 * What becomes of a record.
 * - `same`: both sides have it as it is
 * - `new`: only they have it; it comes in
 * - `theirs`: only they changed it; it comes in
 * - `ours`: only we changed it, or only we have it; it stays
 * - `merged`: both changed it; what meets is a conflict
 * - `removed`: they removed it, and we left it as it was; it goes
 * - `stays-removed`: we removed it, and they left it as it was; it stays out
 */
export type Fate = 'same' | 'new' | 'theirs' | 'ours' | 'merged' | 'removed' | 'stays-removed'

/** A record of one side or both, with what is to become of it. */
export type PlannedRecord = {
  readonly key: string
  readonly table: RecordTable
  readonly id: string
  readonly fate: Fate
  /** As it stands here; null where it does not. */
  readonly ours: AnyRecord | null
  /** As it stands there, under the numbers that it gets here. */
  readonly theirs: AnyRecord | null
  /** The version from which both come; undefined where it is not at hand. */
  readonly base: AnyRecord | undefined
  readonly conflicts: readonly FieldConflict[]
  /** Records here, by `table/id`, that decide about the same matter, and go where this one comes in. */
  readonly rivals: readonly string[]
}

/** What merging would do; nothing of it is done yet. */
export type MergePlan = { readonly records: readonly PlannedRecord[]; readonly renumbered: readonly Renumbered[] }

/** Both sides of a merge, with how each record came to be what it is. */
export type MergeInput = {
  readonly theirs: CarriedRecords
  readonly theirHistories: Histories
  /** The records here: those of the analysis, and those that the other side has. By `table/id`. */
  readonly ours: ReadonlyMap<string, Placed>
  readonly ourHistories: Histories
  /** Records by the hash of an earlier state, as far as they are at hand. */
  readonly bases: ReadonlyMap<Sha256, AnyRecord>
  /** Which claim each number was ever given to here. */
  readonly numbersGiven: ReadonlyMap<string, string>
  /** Records here, by `table/id`, on which something outside of the analysis rests. */
  readonly neededElsewhere?: ReadonlySet<string>
}

/** Tables whose records belong together as a whole: a judgement is not half of one and half of another. */
const WHOLE: ReadonlySet<RecordTable> = new Set([
  'assessments',
  'checks',
  'parityCells',
  'recognitions',
  'textCorrections',
  'textChoices',
  'stampRules',
  'proposalDecisions',
])

type Standing = { readonly fate: Fate | 'both'; readonly base: Step | undefined }

const UNKNOWN: History = { steps: [], byWorkbench: false, had: false }
/** A history up to the present state. */
const upTo = ({ steps }: History, now: Step): readonly Step[] => (steps.length > 0 && steps.at(-1) === now ? steps : [...steps, now])

/** How a record stands on both sides, from what the logs know of it. */
function standingOf(
  key: string,
  here: AnyRecord | null,
  there: AnyRecord | null,
  afresh: boolean,
  { ourHistories, theirHistories }: Pick<MergeInput, 'ourHistories' | 'theirHistories'>,
): Standing {
  const [ours, theirs] = [ourHistories.get(key) ?? UNKNOWN, theirHistories.get(key) ?? UNKNOWN]
  const [ourStep, theirStep] = [here && hashOfRecord(here), there && hashOfRecord(there)]
  if (ourStep === theirStep) return { fate: 'same', base: ourStep }
  const { weKnow, theyKnow, base } = kinshipOf(upTo(ours, ourStep), upTo(theirs, theirStep))
  const stands = (fate: Standing['fate']): Standing => ({ fate, base })
  // Not removed there: it stands there outside of what the bundle holds, or was never known.
  if (there === null && theirs.steps.at(-1) !== null) return stands('ours')
  if (here === null && (afresh || !ours.had)) return stands('new')
  if (weKnow !== theyKnow)
    return stands(weKnow ? (here === null ? 'stays-removed' : 'ours') : here === null ? 'new' : there === null ? 'removed' : 'theirs')
  if (weKnow || base !== undefined) return stands('both')
  // Nothing in common: what Vouch put in by itself and nobody touched gives way.
  if (here === null) return stands('new')
  if (ours.byWorkbench) return stands(there === null ? 'removed' : 'theirs')
  return stands(there === null ? 'ours' : 'both')
}

type Pair = { readonly table: RecordTable; readonly id: string; readonly here: Placed | null; readonly there: Placed | null }

function pairsOf({ theirs, ours }: MergeInput): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const there of placedOf(theirs)) {
    const key = keyOf(there.table, there.record.id)
    pairs.set(key, { table: there.table, id: there.record.id, here: ours.get(key) ?? null, there })
  }
  for (const [key, here] of ours) if (!pairs.has(key)) pairs.set(key, { table: here.table, id: here.record.id, here, there: null })
  return pairs
}

/** All records of a bundle with their tables. */
export const placedOf = (records: CarriedRecords): readonly Placed[] =>
  CARRIED_TABLES.flatMap((table) => records[table].map((record: AnyRecord) => placedIn(table, record)))

/** Whether the analysis itself is not here: then what was removed here once comes back with it. */
const isAfresh = ({ theirs, ours }: MergeInput): boolean => !theirs.analyses.some(({ id }) => ours.has(keyOf('analyses', id)))

/** The hashes of the earlier states that a plan will ask for (of records that both sides changed), with the ids of the records. */
export function basesNeeded(input: MergeInput): ReadonlyMap<Sha256, string> {
  const afresh = isAfresh(input)
  const needed = new Map<Sha256, string>()
  for (const [key, { id, here, there }] of pairsOf(input)) {
    const { fate, base } = standingOf(key, here?.record ?? null, there?.record ?? null, afresh, input)
    if ((fate === 'both' || key.startsWith('documents/')) && typeof base === 'string') needed.set(base, id)
  }
  return needed
}

/** Compares both sides, record by record. Changes nothing; `settle` makes records of it, once conflicts are decided. */
export function planMerge(input: MergeInput): MergePlan {
  const afresh = isAfresh(input)
  const standings = new Map<string, Standing>()
  for (const [key, { here, there }] of pairsOf(input))
    standings.set(key, standingOf(key, here?.record ?? null, there?.record ?? null, afresh, input))
  const ofKind = <Kind extends 'claims' | 'sources'>(table: Kind): readonly Extract<Placed, { readonly table: Kind }>[] =>
    [...input.ours.values()].filter((placed): placed is Extract<Placed, { readonly table: Kind }> => placed.table === table)
  const { records, renumbered } = renumber(input.theirs, {
    claims: new Map(ofKind('claims').map(({ record }) => [record.id, claimSchema.parse(record)])),
    sources: new Map(ofKind('sources').map(({ record }) => [record.id, sourceSchema.parse(record)])),
    given: input.numbersGiven,
    fromThere: (table, id) => standings.get(keyOf(table, id))?.fate === 'theirs',
  })
  const planned = [...pairsOf({ ...input, theirs: records })].map(([key, pair]): PlannedRecord =>
    planRecord(key, pair, standings.get(key) ?? { fate: 'same', base: undefined }, input.bases),
  )
  return { records: withDependents(withRivals(planned), input.neededElsewhere ?? new Set()).map(withDeletion), renumbered }
}

function planRecord(
  key: string,
  { table, id, here, there }: Pair,
  standing: Standing,
  bases: ReadonlyMap<Sha256, AnyRecord>,
): PlannedRecord {
  const [ours, theirs] = [here?.record ?? null, there?.record ?? null]
  const base = typeof standing.base === 'string' ? bases.get(standing.base) : undefined
  const plan = { key, table, id, ours, theirs, base, rivals: [] }
  if (here?.table === 'documents' && there?.table === 'documents' && standing.fate !== 'same')
    return planDocument(plan, here.record, there.record, standing.fate === 'theirs')
  if (standing.fate !== 'both') return { ...plan, fate: standing.fate, conflicts: [] }
  if (here !== null && there !== null && isDecided(here) && isDecided(there) && saysTheSame(here, there))
    return { ...plan, fate: isEarlier(there, here) ? 'theirs' : 'ours', conflicts: [] }
  if (ours === null || theirs === null || WHOLE.has(table))
    return { ...plan, fate: 'merged', conflicts: [{ path: [], base, ours: ours ?? undefined, theirs: theirs ?? undefined }] }
  return { ...plan, fate: 'merged', conflicts: mergeThreeWay(base, ours, theirs, () => 'ours').conflicts }
}

/**
 * What a library knows of a file by itself (its pages, when it was imported, which program read it) stays its own. Only what a researcher
 * said of it is taken over: its name, and whether it goes with a bundle. Two who imported a file under different names did not disagree.
 */
function planDocument(
  plan: Omit<PlannedRecord, 'fate' | 'conflicts'>,
  here: Document,
  there: Document,
  onlyTheirs: boolean,
): PlannedRecord {
  const { handling: _handling, handlingReason: _reason, ...facts } = here
  const said = {
    name: there.name,
    ...(there.handling === undefined ? {} : { handling: there.handling }),
    ...(there.handlingReason === undefined ? {} : { handlingReason: there.handlingReason }),
  }
  const theirs: Document = { ...facts, ...said }
  if (onlyTheirs) return { ...plan, theirs, fate: 'theirs', conflicts: [] }
  if (plan.base === undefined) {
    // Nobody's silence is a decision: what either side keeps out of bundles stays out.
    const keepsOut = here.handling === undefined && there.handling !== undefined
    return { ...plan, theirs: keepsOut ? { ...theirs, name: here.name } : here, fate: keepsOut ? 'theirs' : 'ours', conflicts: [] }
  }
  return { ...plan, theirs, fate: 'merged', conflicts: mergeThreeWay(plan.base, here, theirs, () => 'ours').conflicts }
}

/**
 * What is new from there, and decides about a matter about which something here decides that they do not know of: only one can stand. Which one is
 * asked, unless both say the same; then the earlier stands, on either side.
 */
function withRivals(planned: readonly PlannedRecord[]): readonly PlannedRecord[] {
  const own = planned
    .flatMap((plan) =>
      plan.ours !== null && plan.theirs === null && (plan.fate === 'ours' || plan.fate === 'merged')
        ? [{ key: plan.key, here: placedIn(plan.table, plan.ours) }]
        : [],
    )
    .filter(({ here }) => isDecided(here))
  if (own.length === 0) return planned
  return planned.map((plan): PlannedRecord => {
    if (plan.fate !== 'new' || plan.theirs === null) return plan
    const there = placedIn(plan.table, plan.theirs)
    const rivals = own.filter(({ here }) => areRivals(here, there))
    const [first] = rivals
    if (first === undefined) return plan
    const keys = rivals.map(({ key }) => key)
    if (!rivals.every(({ here }) => saysTheSame(here, there)))
      return {
        ...plan,
        fate: 'merged',
        conflicts: [{ path: [], base: undefined, ours: first.here.record, theirs: plan.theirs }],
        rivals: keys,
      }
    const stands = rivals.every(({ here }) => isDecided(here) && isDecided(there) && isEarlier(there, here))
    return stands ? { ...plan, rivals: keys } : { ...plan, fate: 'stays-removed' }
  })
}

/** The conflict of an analysis that was deleted here and stands there: whether it comes back is asked, whatever else becomes of it. */
export const DELETION = 'deletedAt'

function withDeletion(plan: PlannedRecord): PlannedRecord {
  if (plan.table !== 'analyses' || plan.fate === 'theirs' || plan.ours === null || plan.theirs === null) return plan
  const [here, there] = [analysisSchema.parse(plan.ours).deletedAt, analysisSchema.parse(plan.theirs).deletedAt]
  if (here === null || there !== null) return plan
  return {
    ...plan,
    conflicts: [...plan.conflicts.filter(({ path }) => path[0] !== DELETION), { path: [DELETION], base: null, ours: here, theirs: there }],
  }
}

/**
 * What one side removed, and on which the other rested something meanwhile, is a conflict too: else a new link would hang in the air
 * because its claim is gone.
 */
function withDependents(planned: readonly PlannedRecord[], elsewhere: ReadonlySet<string>): readonly PlannedRecord[] {
  const needed = (fates: readonly Fate[], side: 'ours' | 'theirs'): ReadonlySet<string> =>
    new Set(
      planned.flatMap(({ table, fate, ours, theirs }) => {
        const record = side === 'ours' ? ours : theirs
        return record !== null && fates.includes(fate) ? restsOn(placedIn(table, record)) : []
      }),
    )
  const here = needed(['ours', 'merged'], 'ours')
  const there = needed(['new', 'theirs', 'merged'], 'theirs')
  return planned.map((plan) => {
    const meets =
      (plan.fate === 'removed' && (here.has(plan.key) || elsewhere.has(plan.key))) || (plan.fate === 'stays-removed' && there.has(plan.key))
    return meets
      ? {
          ...plan,
          fate: 'merged',
          conflicts: [{ path: [], base: plan.base, ours: plan.ours ?? undefined, theirs: plan.theirs ?? undefined }],
        }
      : plan
  })
}
