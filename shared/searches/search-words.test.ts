import { expect, it } from 'vitest'
import { aClaim, anAnalysis, aSearchNote } from '../testing/builders'
import { isExpired, isNotFound } from './search-words'

const analysis = anAnalysis()
const expiring = (expires: string | null): boolean =>
  isExpired(aSearchNote(analysis, [aClaim(analysis)], { expires: expires as never }), '2026-03-10T00:00:00.000Z')

it('expires when the whole of its last day, month or year is over', () => {
  expect(['2026-03-09', '2026-03-10', '2026-02', '2026-03', '2025', '2026', null].map(expiring)).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
    false,
  ])
  expect(isExpired({}, '2026-03-10')).toBe(false)
})
it('found nothing without hits, counted or not', () =>
  expect([0, null, 3].map((hits) => isNotFound({ hits }))).toEqual([true, true, false]))
