import { canonicalJson } from '../custody/canonical-json'
import { analysisSchema } from '../analyses/analysis'
import { type Change, put, RECORD_SCHEMAS, remove } from '../storage/records'
import type { CarriedRecords } from './carried-records'
import { keyOf } from './histories'
import { DELETION, type MergePlan, placedOf, type PlannedRecord } from './plan-merge'
import { type Placed, placedIn, restsOn, withoutMissing } from './references'
import { mergeThreeWay, type Side } from './three-way'

/** Decisions by `decisionKey`. */
export type Decisions = ReadonlyMap<string, Side>

/** Names a conflict: the record, and the way to the field. */
export const decisionKey = (key: string, path: readonly string[]): string => [key, ...path].join(' ')

/** What a plan comes to under the decisions. */
export type Settled = {
  readonly changes: readonly Change[]
  /** Records of theirs that do not come in, because what they rest on is not here. */
  readonly leftOut: readonly PlannedRecord[]
}

/** The conflicts of a plan that are not yet decided. */
export const undecided = ({ records }: MergePlan, decisions: Decisions): number =>
  records.reduce((sum, { key, conflicts }) => sum + conflicts.filter(({ path }) => !decisions.has(decisionKey(key, path))).length, 0)

/** What a plan changes here, given the decisions; a conflict that is not decided stays as it is here. */
export function settle({ records }: MergePlan, decisions: Decisions): Settled {
  const outcome = new Map<string, Placed | null>()
  for (const plan of records) outcome.set(plan.key, outcomeOf(plan, decisions))
  // Only one of those that decide about the same matter stands.
  for (const plan of records) if (outcome.get(plan.key) !== null) for (const rival of plan.rivals) outcome.set(rival, null)
  const leftOut: PlannedRecord[] = []
  const plans = new Map(records.map((plan) => [plan.key, plan]))
  // A document on which something rests comes along, whoever took it out.
  for (const placed of outcome.values()) {
    for (const key of placed === null ? [] : restsOn(placed)) {
      const plan = plans.get(key)
      if (plan?.table !== 'documents' || (outcome.get(key) ?? null) !== null) continue
      const document = plan.theirs ?? plan.ours
      outcome.set(key, document === null ? null : placedIn('documents', document))
    }
  }
  const isThere = (key: string): boolean => outcome.get(key) !== null && outcome.has(key)
  for (let again = true; again;) {
    again = false
    for (const [key, placed] of outcome) {
      if (placed === null || restsOn(placed).every((needed) => isThere(needed) || !plans.has(needed))) continue
      const plan = plans.get(key)
      if (plan !== undefined && plan.theirs !== null && plan.fate !== 'same') leftOut.push(plan)
      outcome.set(key, null)
      again = true
    }
  }
  const changes = records.flatMap((plan): readonly Change[] => {
    const placed = outcome.get(plan.key) ?? null
    if (placed === null) return plan.ours === null ? [] : [remove(plan.table, plan.id)]
    // What a record mentions and neither side knows of is none of this merge's business.
    const { table, record } = withoutMissing(placed, (key) => isThere(key) || !plans.has(key))
    return plan.ours !== null && canonicalJson(record) === canonicalJson(plan.ours) ? [] : [put(table, record)]
  })
  return { changes, leftOut }
}

function outcomeOf(plan: PlannedRecord, decisions: Decisions): Placed | null {
  const placed = mergedOutcome(plan, decisions)
  const deletion = plan.conflicts.find(({ path }) => path[0] === DELETION)
  if (placed?.table !== 'analyses' || deletion === undefined) return placed
  const { deletedAt } = analysisSchema.parse(decisions.get(decisionKey(plan.key, deletion.path)) === 'theirs' ? plan.theirs : plan.ours)
  return { ...placed, record: { ...placed.record, deletedAt } }
}

function mergedOutcome(plan: PlannedRecord, decisions: Decisions): Placed | null {
  const decide = (path: readonly string[]): Side => decisions.get(decisionKey(plan.key, path)) ?? 'ours'
  const placed = (record: unknown): Placed | null =>
    record === null || record === undefined ? null : placedIn(plan.table, RECORD_SCHEMAS[plan.table].parse(record))
  switch (plan.fate) {
    case 'same':
    case 'ours':
      return placed(plan.ours)
    case 'new':
    case 'theirs':
      return placed(plan.theirs)
    case 'removed':
    case 'stays-removed':
      return null
    case 'merged':
      return plan.conflicts.some(({ path }) => path.length === 0)
        ? placed(decide([]) === 'ours' ? plan.ours : plan.theirs)
        : placed(mergeThreeWay(plan.base, plan.ours, plan.theirs, decide).value)
  }
}

/** The records of theirs in whose place something else stands once a plan is settled. Documents are each library's own. */
export function standsOtherwise(theirs: CarriedRecords, { records }: MergePlan, settled: Settled): readonly Placed[] {
  const plans = new Map(records.map((plan) => [plan.key, plan]))
  const changed = new Map(settled.changes.map((change) => [keyOfChange(change), change.op === 'put' ? change.record : null]))
  return placedOf(theirs).filter(({ table, record }) => {
    const key = keyOf(table, record.id)
    const plan = plans.get(key)
    if (table === 'documents' || plan === undefined || plan.fate === 'same' || plan.fate === 'ours' || plan.fate === 'stays-removed')
      return false
    const now = changed.has(key) ? changed.get(key) : plan.ours
    return now === null || now === undefined || canonicalJson(now) !== canonicalJson(record)
  })
}

/** The key of a record that a change writes or removes. */
export const keyOfChange = (change: Change): string => keyOf(change.table, change.op === 'put' ? change.record.id : change.id)
