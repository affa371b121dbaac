import { canonicalJson } from '../custody/canonical-json'
import type { RecordTable } from '../storage/records'
import type { PageIndex } from '../units/pages'
import type { Placed } from './references'

/** Tables of what was decided about a document's text, pages and proposals. Two researchers who decide about the same matter make two records. */
export const DECIDED_TABLES = [
  'textCorrections',
  'textChoices',
  'stampRules',
  'proposalDecisions',
] as const satisfies readonly RecordTable[]
export type Decided = Extract<Placed, { readonly table: (typeof DECIDED_TABLES)[number] }>

/** Whether a record is a decision, of which one stands for a thing however many were made. */
export const isDecided = (placed: Placed): placed is Decided => DECIDED_TABLES.some((table) => table === placed.table)

type Stretch = { readonly from: PageIndex; readonly to: PageIndex }
const meet = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to

/** Whether two records decide about the same matter, so that only one of them can stand. */
export function areRivals(a: Placed, b: Placed): boolean {
  if (a.record.id === b.record.id) return false
  if (a.table === 'textCorrections' && b.table === 'textCorrections') {
    const [x, y] = [a.record, b.record]
    return (
      x.documentId === y.documentId &&
      x.pageIndex === y.pageIndex &&
      x.origin === y.origin &&
      x.range.start < y.range.end &&
      y.range.start < x.range.end
    )
  }
  if ((a.table === 'textChoices' && b.table === 'textChoices') || (a.table === 'stampRules' && b.table === 'stampRules'))
    return a.record.documentId === b.record.documentId && meet(a.record, b.record)
  if (a.table !== 'proposalDecisions' || b.table !== 'proposalDecisions') return false
  const [x, y] = [a.record, b.record]
  return x.documentId === y.documentId && x.pageIndex === y.pageIndex && x.kind === y.kind && x.key === y.key
}

/** Whether two decisions say the same, whoever made them and when. Two who said the same did not disagree. */
export function saysTheSame(a: Placed, b: Placed): boolean {
  return isDecided(a) && isDecided(b) && a.table === b.table && whatItSays(a) === whatItSays(b)
}

function whatItSays({ record }: Decided): string {
  const { id: _id, author: _author, at: _at, ...said } = record
  return canonicalJson(said)
}

/** Which of two that say the same stands: the earlier one, on either side. */
export const isEarlier = (a: Decided, b: Decided): boolean =>
  a.record.at === b.record.at
    ? a.record.id < b.record.id || (a.record.id === b.record.id && a.record.author < b.record.author)
    : a.record.at < b.record.at
