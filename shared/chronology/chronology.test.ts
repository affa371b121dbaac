import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDisclosureEvent, aDocument, anAnalysis, anEvent, aPurchase } from '../testing/builders'
import { partialDateSchema } from '../units/time'
import { chronologyLines, lineOfEvent } from './derived-events'
import { EVENT_KINDS } from './event'
import { groupedByTime, inOrder, missingWords, whenWords } from './order-lines'
import { layTimeline, MOST_ITEMS, yearsOf } from './timeline'

const analysis = anAnalysis()
const date = (text: string) => partialDateSchema.parse(text)
const line = (when: string, over: Partial<Parameters<typeof anEvent>[1]> & { readonly until?: ReturnType<typeof date> } = {}) =>
  lineOfEvent(anEvent(analysis, { date: date(when), ...over }))
const lines = array(
  record({
    date: constantFrom(...['2023', '2024', '2024-02', '2024-02-11', '2024-02-12', '2025-12-31'].map(date)),
    kind: constantFrom(...EVENT_KINDS),
    until: constantFrom(null, date('2025-06')),
  }),
  { maxLength: 40 },
).map((all) => all.map((one) => lineOfEvent(anEvent(analysis, one))))

describe('the chronology', () => {
  it('keeps a year before its months, and says what is not known', () => {
    const groups = groupedByTime(inOrder(['2025-09-12', '2025', '2025-09', '2024-12-31'].map((when) => line(when))))
    expect(groups.map(({ title, lines: own }) => [title, ...own.map((one) => one.date)])).toEqual([
      ['December 2024', '2024-12-31'],
      ['2025, month not known', '2025'],
      ['September 2025', '2025-09', '2025-09-12'],
    ])
    expect([missingWords(date('2025')), missingWords(date('2025-09')), missingWords(date('2025-09-12'))]).toEqual([
      'month and day not known',
      'day not known',
      '',
    ])
    expect(whenWords(date('2025-09'), date('2026'))).toBe('September 2025 to 2026')
  })

  it('takes dates from purchases and from how documents came out', () => {
    const document = aDocument({ name: 'letter.pdf' })
    const purchase = aPurchase(analysis, {
      date: date('2025-09'),
      from: date('2025-10'),
      until: date('2026'),
      product: 'A system',
      vendor: 'A vendor',
    })
    const given = {
      events: [],
      purchases: [purchase],
      disclosures: [aDisclosureEvent(document, { trigger: 'on-request' }), aDisclosureEvent(document, { trigger: 'required', date: null })],
      documents: [document],
    }
    expect(chronologyLines(given).map(({ kind, title, date: when, until }) => [kind, title, when, until])).toEqual([
      ['award', 'Award: A system, A vendor', '2025-09', null],
      ['other', 'Performance: A system, A vendor', '2025-10', '2026'],
      ['release', 'letter.pdf came out (agency, on request)', '2024-05', null],
    ])
    expect(chronologyLines({ ...given, documents: [] })).toHaveLength(2)
  })

  it('says a date of a purchase once where an event says it already', () => {
    const purchase = aPurchase(analysis, { date: date('2025-09') })
    const said = anEvent(analysis, { purchaseId: purchase.id, kind: 'award', date: date('2025-09') })
    expect(chronologyLines({ events: [said], purchases: [purchase], disclosures: [], documents: [] }).map((one) => one.id)).toEqual([
      said.id,
    ])
    expect(
      chronologyLines({ events: [{ ...said, date: date('2025-10') }], purchases: [purchase], disclosures: [], documents: [] }),
    ).toHaveLength(2)
  })

  it('has one order, whatever order the lines come in', () => {
    assert(
      property(lines, (all) => {
        expect(inOrder(all.toReversed())).toEqual(inOrder(all))
        expect(groupedByTime(inOrder(all)).flatMap((group) => group.lines)).toEqual(inOrder(all))
      }),
    )
  })
})

describe('a timeline', () => {
  it('draws a day as a point, a year as a span in doubt, and what went on as a span', () => {
    const shapes = layTimeline([line('2025-01-01'), line('2025'), line('2025-03', { until: date('2025-05') })], {
      from: 2025,
      to: 2025,
    }).items.map((item) => [item.line.date, item.shape])
    expect(Object.fromEntries(shapes)).toEqual({ '2025-01-01': 'point', '2025': 'doubt', '2025-03': 'span' })
  })
  it('keeps shapes of one row off each other, and loses none', () => {
    assert(
      property(lines, (all) => {
        const years = yearsOf(all)
        if (years === null) return
        const { items, lanes } = layTimeline(all, years)
        expect(items.map((item) => item.line.id).toSorted()).toEqual(all.map((one) => one.id).toSorted())
        expect(
          items.filter((a) => items.some((b) => a !== b && a.kind === b.kind && a.row === b.row && a.from < b.to && b.from < a.to)),
        ).toEqual([])
        for (const lane of lanes) expect(items.filter((item) => item.kind === lane.kind).every((item) => item.row < lane.rows)).toBe(true)
      }),
    )
  })
  it('counts lines that are too many to be drawn, and loses none', () => {
    const many = Array.from({ length: MOST_ITEMS + 1 }, (_, at) => line(['2010', '2012-05', '2013-05-06'][at % 3] ?? ''))
    const { countedBy, counts } = layTimeline(many, { from: 2010, to: 2020 })
    expect(countedBy).toBe('year')
    expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(many.length)
    expect(layTimeline(many, { from: 2010, to: 2013 }).countedBy).toBe('month')
  })
})
