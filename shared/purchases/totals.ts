import { type Standing, standingOf, type Unit } from './figures'
import { type Purchase, STAGE_WORDS, STAGES } from './purchase'

/** What purchases are put together by. */
export const TOTALS_BY = ['vendor', 'product', 'stage', 'year'] as const
export type TotalsBy = (typeof TOTALS_BY)[number]
export const TOTALS_BY_WORDS: Readonly<Record<TotalsBy, string>> = { vendor: 'vendor', product: 'product', stage: 'stage', year: 'year' }

/** One purchase in a total, with the figures that it brings. */
export type TotalRow = Standing & { readonly purchase: Purchase }

/** A sum of one kind of amount in one currency, with every row that it adds. */
export type Total = {
  readonly key: string
  readonly label: string
  /** Cents; `low` and `high` differ where a purchase has figures that conflict. */
  readonly low: bigint
  readonly high: bigint
  readonly rows: readonly TotalRow[]
  /** Purchases of the group that have no such figure: they are not in the sum. */
  readonly without: readonly Purchase[]
}

/** Words are the same name whatever their case and white space; nothing else is taken to be. */
const folded = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

function groupOf(purchase: Purchase, by: TotalsBy): { readonly key: string; readonly label: string } {
  switch (by) {
    case 'vendor':
      return folded(purchase.vendor) === ''
        ? { key: '', label: 'Vendor not known' }
        : { key: folded(purchase.vendor), label: purchase.vendor.trim() }
    case 'product':
      return folded(purchase.product) === ''
        ? { key: '', label: 'Product not known' }
        : { key: folded(purchase.product), label: purchase.product.trim() }
    case 'stage':
      return { key: String(STAGES.indexOf(purchase.stage)), label: STAGE_WORDS[purchase.stage] }
    case 'year':
      return purchase.date === null
        ? { key: '', label: 'Year not known' }
        : { key: purchase.date.slice(0, 4), label: purchase.date.slice(0, 4) }
  }
}

const total = (key: string, label: string, purchases: readonly Purchase[], unit: Unit): Total => {
  const rows: TotalRow[] = []
  const without: Purchase[] = []
  let [low, high] = [0n, 0n]
  for (const purchase of purchases) {
    const standing = standingOf(purchase, unit)
    if (standing === null) without.push(purchase)
    else {
      rows.push({ ...standing, purchase })
      low += standing.low
      high += standing.high
    }
  }
  return { key, label, low, high, rows, without }
}

/** The sum over all purchases in one unit. */
export const totalOf = (purchases: readonly Purchase[], unit: Unit): Total => total('', 'All', purchases, unit)

/** Sums by group in one unit. Stages and years in their order, names by what they come to, most first; what is not known comes last. */
export function totalsBy(purchases: readonly Purchase[], by: TotalsBy, unit: Unit): readonly Total[] {
  const groups = new Map<string, { label: string; readonly purchases: Purchase[] }>()
  for (const purchase of purchases) {
    const { key, label } = groupOf(purchase, by)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { label, purchases: [purchase] })
    else {
      group.purchases.push(purchase)
      if (label < group.label) group.label = label
    }
  }
  const totals = [...groups].map(([key, group]) => total(key, group.label, group.purchases, unit))
  const named = by === 'vendor' || by === 'product'
  return totals.toSorted(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      (named ? descending(a.high, b.high) || descending(a.low, b.low) : 0) ||
      (a.key < b.key ? -1 : 1),
  )
}

const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0)
