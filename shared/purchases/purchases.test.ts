import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFigure, anAnalysis, aPurchase } from '../testing/builders'
import { partialDateSchema } from '../units/time'
import { decimal, moneyWords, rangeWords, readAmount } from './amount'
import { conflictingFigures, standingOf, unitsOf } from './figures'
import { AMOUNT_KINDS, type Purchase, STAGES } from './purchase'
import { TOTALS_BY, totalOf, totalsBy } from './totals'

const analysis = anAnalysis()
const date = (text: string) => partialDateSchema.parse(text)
const figures = record({
  kind: constantFrom(...AMOUNT_KINDS),
  cents: integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
  currency: constantFrom('USD', 'EUR'),
  date: constantFrom(null, ...['2023', '2024', '2024-05', '2024-06-01'].map(date)),
})
const purchases = array(
  record({
    vendor: constantFrom('', 'Acme', 'ACME ', 'Other'),
    product: constantFrom('', 'A', 'B'),
    stage: constantFrom(...STAGES),
    date: constantFrom(null, ...['2024', '2024-05', '2025-01-01'].map(date)),
    figures: array(figures, { maxLength: 4 }),
  }),
  { maxLength: 12 },
).map((all): readonly Purchase[] =>
  all.map((one) => aPurchase(analysis, { ...one, figures: one.figures.map((figure) => aFigure(figure)) })),
)
const units = AMOUNT_KINDS.flatMap((kind) => ['USD', 'EUR'].map((currency) => ({ kind, currency })))
const sum = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n)

describe('totals', () => {
  it('are the sum of their rows and of their groups, to the cent', () => {
    assert(
      property(purchases, constantFrom(...TOTALS_BY), constantFrom(...units), (all, by, unit) => {
        const [whole, groups] = [totalOf(all, unit), totalsBy(all, by, unit)]
        for (const one of [whole, ...groups]) {
          expect(one.low).toBe(sum(one.rows.map((row) => row.low)))
          expect(one.high).toBe(sum(one.rows.map((row) => row.high)))
          expect(one.low <= one.high).toBe(true)
        }
        expect(sum(groups.map((group) => group.low))).toBe(whole.low)
        expect(sum(groups.map((group) => group.high))).toBe(whole.high)
      }),
    )
  })
  it('name every purchase once: in the sum, or as one without such a figure', () => {
    assert(
      property(purchases, constantFrom(...TOTALS_BY), constantFrom(...units), (all, by, unit) => {
        const named = totalsBy(all, by, unit).flatMap((group) => [...group.rows.map((row) => row.purchase), ...group.without])
        expect(named.map((one) => one.id).toSorted()).toEqual(all.map((one) => one.id).toSorted())
      }),
    )
  })
  it('never let unlike kinds or currencies meet', () => {
    assert(
      property(purchases, constantFrom(...TOTALS_BY), constantFrom(...units), (all, by, unit) => {
        const used = totalsBy(all, by, unit).flatMap((group) => group.rows.flatMap((row) => row.figures))
        expect(used.every((figure) => figure.kind === unit.kind && figure.currency === unit.currency)).toBe(true)
        // Figures of any other unit change nothing.
        const bare = all.map((one) => ({
          ...one,
          figures: one.figures.filter((figure) => figure.kind === unit.kind && figure.currency === unit.currency),
        }))
        expect(totalOf(bare, unit).high).toBe(totalOf(all, unit).high)
      }),
    )
  })
  it('are the same whatever the order of the purchases', () => {
    assert(
      property(purchases, constantFrom(...TOTALS_BY), constantFrom(...units), (all, by, unit) => {
        const said = (some: readonly Purchase[]) => totalsBy(some, by, unit).map(({ key, label, low, high }) => ({ key, label, low, high }))
        expect(said(all.toReversed())).toEqual(said(all))
      }),
    )
  })
  it('put names together that differ in case and white space only', () => {
    const named = ['Acme, Inc.', 'ACME,  Inc. ', 'Acme'].map((vendor) =>
      aPurchase(analysis, { vendor, figures: [aFigure({ cents: 100 })] }),
    )
    expect(
      totalsBy(named, 'vendor', { kind: 'obligated', currency: 'USD' }).map(({ label, high, rows }) => [label, high, rows.length]),
    ).toEqual([
      ['ACME,  Inc.', 200n, 2],
      ['Acme', 100n, 1],
    ])
  })
})

describe('figures of one purchase', () => {
  const of = (...all: readonly (readonly [number, string | null])[]): Purchase =>
    aPurchase(analysis, {
      figures: all.map(([cents, when]) => aFigure({ kind: 'potential', cents, date: when === null ? null : date(when) })),
    })
  const unit = { kind: 'potential', currency: 'USD' } as const
  it('conflict where they differ at a time that may be the same, and are a range then', () => {
    const purchase = of([920_000_000, '2025-09'], [610_000_000, '2025'])
    expect(conflictingFigures(purchase)).toHaveLength(2)
    expect(standingOf(purchase, unit)).toMatchObject({ low: 610_000_000n, high: 920_000_000n })
    expect(conflictingFigures(of([1, null], [2, '2020']))).toHaveLength(2)
  })
  it('do not conflict where they agree, are of another kind, or one is later; the later one stands then', () => {
    expect(conflictingFigures(of([5, '2025'], [5, '2025']))).toEqual([])
    expect(
      conflictingFigures(
        aPurchase(analysis, {
          figures: [aFigure({ cents: 1 }), aFigure({ kind: 'current', cents: 2 }), aFigure({ currency: 'EUR', cents: 3 })],
        }),
      ),
    ).toEqual([])
    const later = of([5, '2024'], [7, '2025-01-01'])
    expect(conflictingFigures(later)).toEqual([])
    expect(standingOf(later, unit)).toMatchObject({ low: 7n, high: 7n })
  })
  it('stand in units, dollars first', () => {
    expect(
      unitsOf([aPurchase(analysis, { figures: [aFigure({ currency: 'EUR' }), aFigure({ kind: 'potential' }), aFigure(), aFigure()] })]),
    ).toEqual([
      { kind: 'obligated', currency: 'USD' },
      { kind: 'potential', currency: 'USD' },
      { kind: 'obligated', currency: 'EUR' },
    ])
  })
})

describe('an amount', () => {
  it.each([
    ['$9.2 million', 920_000_000, 'USD'],
    ['3,750,000.50', 375_000_050, 'USD'],
    ['($500)', -50_000, 'USD'],
    ['-12', -1200, 'USD'],
    ['EUR 1,200', 120_000, 'EUR'],
    ['1.5 million CHF', 150_000_000, 'CHF'],
    ['€ 2 million', 200_000_000, 'EUR'],
  ])('is read from %s as it is printed', (printed, cents, currency) => {
    expect(readAmount(printed)).toEqual({ printed, cents, currency })
  })
  it.each(['', 'about $5', '$5 and $6', 'five', 'USD'])('is not read from “%s”', (text) => {
    expect(readAmount(text)).toBeNull()
  })
  it('is said exactly', () => {
    expect(moneyWords(375_000_000, 'USD')).toBe('$3,750,000')
    expect(moneyWords(-50_025, 'EUR')).toBe('−EUR 500.25')
    expect(decimal(-5)).toBe('-0.05')
    expect(rangeWords({ low: 100n, high: 200n }, 'USD')).toBe('$1 to $2')
  })
})
