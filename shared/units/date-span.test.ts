import { assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDates, dateWords, isOnCalendar, mayCoincide, spanOf, spanUntil, surelyBefore } from './date-span'
import { partialDateSchema } from './time'

const date = (text: string) => partialDateSchema.parse(text)
const two = (number: number): string => String(number).padStart(2, '0')
const dates = tuple(
  integer({ min: 2019, max: 2022 }),
  integer({ min: 1, max: 12 }),
  integer({ min: 1, max: 28 }),
  constantFrom(1, 2, 3),
).map(([year, month, day, parts]) => date([String(year), two(month), two(day)].slice(0, parts).join('-')))

describe('a partial date', () => {
  it('stands for all its days', () => {
    expect(spanOf(date('2025'))).toEqual({ first: '2025-01-01', last: '2025-12-31' })
    expect(spanOf(date('2024-02'))).toEqual({ first: '2024-02-01', last: '2024-02-29' })
    expect(spanOf(date('2025-09-12'))).toEqual({ first: '2025-09-12', last: '2025-09-12' })
    expect(spanUntil(date('2025-09'), date('2026'))).toEqual({ first: '2025-09-01', last: '2026-12-31' })
  })
  it('is known when no calendar has it', () => {
    expect(['2025', '2025-12', '2024-02-29'].map((text) => isOnCalendar(date(text)))).toEqual([true, true, true])
    expect(['2025-13', '2025-00', '2025-02-29', '2025-04-31'].map((text) => isOnCalendar(date(text)))).toEqual([false, false, false, false])
  })
  it('is said with no more than is known', () => {
    expect(['2025', '2025-09', '2025-09-02'].map((text) => dateWords(date(text)))).toEqual(['2025', 'September 2025', '2 September 2025'])
  })
  it('coincides with another, or one of them is surely before the other', () => {
    assert(
      property(dates, dates, (a, b) => {
        expect([mayCoincide(a, b), surelyBefore(a, b), surelyBefore(b, a)].filter(Boolean)).toHaveLength(1)
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0)
      }),
    )
    expect(mayCoincide(null, date('2025'))).toBe(true)
    expect(surelyBefore(null, date('2025'))).toBe(false)
  })
  it('that says less comes before what lies in it', () => {
    expect(['2025-01-01', '2025', '2024-12', '2025-01'].map(date).toSorted(compareDates)).toEqual([
      '2024-12',
      '2025',
      '2025-01',
      '2025-01-01',
    ])
  })
})
