import { rangeWords } from '@shared/purchases/amount'
import { conflictingFigures, type Standing, standingOf, unitsOf } from '@shared/purchases/figures'
import { AMOUNT_KINDS, type AmountKind, type Purchase, STAGE_WORDS, STAGES, type Stage } from '@shared/purchases/purchase'

/** What narrows the ledger. An empty text narrows nothing. */
export type PurchaseFilter = {
  readonly words: string
  readonly vendor: string
  readonly agency: string
  readonly stage: Stage | ''
  readonly year: string
  readonly state: PurchaseState | ''
}
export const NO_FILTER: PurchaseFilter = { words: '', vendor: '', agency: '', stage: '', year: '', state: '' }

/** What may be wanting of a purchase. */
export const PURCHASE_STATES = ['conflict', 'bare-figure', 'no-figure', 'no-passage'] as const
export type PurchaseState = (typeof PURCHASE_STATES)[number]
export const STATE_WORDS: Readonly<Record<PurchaseState, string>> = {
  conflict: 'amounts conflict',
  'bare-figure': 'amount without a passage',
  'no-figure': 'no amount',
  'no-passage': 'rests on no passage',
}

export const hasState: Readonly<Record<PurchaseState, (purchase: Purchase) => boolean>> = {
  conflict: (purchase) => purchase.figures.length > 1 && conflictingFigures(purchase).length > 0,
  'bare-figure': ({ figures }) => figures.some((figure) => figure.annotationId === null),
  'no-figure': ({ figures }) => figures.length === 0,
  'no-passage': ({ figures, annotationIds }) => annotationIds.length === 0 && figures.every((figure) => figure.annotationId === null),
}

export const NO_YEAR = 'unknown'
/** The year of a purchase, or the word for a purchase without a date. */
export const yearOf = ({ date }: Purchase): string => date?.slice(0, 4) ?? NO_YEAR

const wordsOf = (purchase: Purchase): string =>
  [
    purchase.vendor,
    purchase.product,
    purchase.identifier,
    purchase.agency,
    STAGE_WORDS[purchase.stage],
    purchase.note,
    ...purchase.figures.map((figure) => `${figure.printed} ${figure.note}`),
  ]
    .join('\n')
    .toLowerCase()

/** The purchases that a filter lets through. */
export function filtered(
  purchases: readonly Purchase[],
  { words, vendor, agency, stage, year, state }: PurchaseFilter,
): readonly Purchase[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const tests = [
    vendor !== '' && ((one: Purchase) => one.vendor === vendor),
    agency !== '' && ((one: Purchase) => one.agency === agency),
    stage !== '' && ((one: Purchase) => one.stage === stage),
    year !== '' && ((one: Purchase) => yearOf(one) === year),
    state !== '' && hasState[state],
    wanted.length > 0 &&
      ((one: Purchase) => {
        const text = wordsOf(one)
        return wanted.every((word) => text.includes(word))
      }),
  ].filter((test) => test !== false)
  return tests.length === 0 ? purchases : purchases.filter((one) => tests.every((test) => test(one)))
}

/** What stands of a purchase for a kind of amount, in each currency: `$3,750,000`; empty where there is nothing. */
export const amountWords = (purchase: Purchase, kind: AmountKind): string =>
  unitsOf([purchase])
    .filter((unit) => unit.kind === kind)
    .flatMap((unit) => {
      const standing = standingOf(purchase, unit)
      return standing === null ? [] : [rangeWords(standing, unit.currency)]
    })
    .join(' · ')

export type PurchaseSort = 'vendor' | 'product' | 'identifier' | 'agency' | 'stage' | 'date' | AmountKind
export type PurchaseOrder = { readonly by: PurchaseSort; readonly down: boolean }

const collator = new Intl.Collator('en', { numeric: true })
/** What is not known comes last, whichever way the rest is turned. */
const textOf = (purchase: Purchase, by: Exclude<PurchaseSort, AmountKind | 'stage'>): string => purchase[by] ?? ''
const isKind = (by: PurchaseSort): by is AmountKind => (AMOUNT_KINDS as readonly string[]).includes(by)

/** Purchases in an order. Amounts are compared within their currency, by the highest that stands. */
export function sorted(purchases: readonly Purchase[], { by, down }: PurchaseOrder): readonly Purchase[] {
  const turn = down ? -1 : 1
  if (by === 'stage') return purchases.toSorted((a, b) => turn * (STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage)))
  if (isKind(by)) {
    const keyed = purchases.map(
      (purchase): { readonly purchase: Purchase; readonly currency: string; readonly standing: Standing | null } => {
        const unit = unitsOf([purchase]).find(({ kind }) => kind === by)
        return { purchase, currency: unit?.currency ?? '', standing: unit === undefined ? null : standingOf(purchase, unit) }
      },
    )
    return keyed
      .toSorted((a, b) => {
        if (a.standing === null || b.standing === null) return Number(a.standing === null) - Number(b.standing === null)
        if (a.currency !== b.currency) return a.currency === 'USD' || (b.currency !== 'USD' && a.currency < b.currency) ? -1 : 1
        return a.standing.high === b.standing.high ? 0 : turn * (a.standing.high < b.standing.high ? -1 : 1)
      })
      .map(({ purchase }) => purchase)
  }
  return purchases.toSorted((a, b) => {
    const [x, y] = [textOf(a, by), textOf(b, by)]
    if (x === '' || y === '') return Number(x === '') - Number(y === '')
    return turn * (by === 'date' ? (x < y ? -1 : x > y ? 1 : 0) : collator.compare(x, y))
  })
}

/** The values of a field with how many purchases have them, most first; nothing for an empty one. */
export function facet(
  purchases: readonly Purchase[],
  valueOf: (purchase: Purchase) => string,
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const purchase of purchases) {
    const value = valueOf(purchase)
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
