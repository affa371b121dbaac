import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timestampOf } from '../units/time'
import { validCorrections } from './valid-corrections'

const reading = { origin: 'ocr', text: 'Office of nvestigations and the CustolnsEnforcement' } as const
const correct = (start: number, was: string, becomes: string, at = 1) => ({
  origin: 'ocr' as const,
  range: { start, end: start + was.length },
  was,
  becomes,
  at: timestampOf(at),
})

describe('the corrections of a text', () => {
  test('come in the order of their places', () => {
    const [second, first] = [correct(32, 'CustolnsEnforcement', 'Customs Enforcement'), correct(10, 'nvestigations', 'Investigations')]
    expect(validCorrections(reading, [second, first])).toEqual([first, second])
  })
  test('leave out those of words that do not stand there, and of another text of the page', () => {
    expect(validCorrections(reading, [correct(10, 'investigation', 'x'), { ...correct(0, 'Office', 'x'), origin: 'embedded' }])).toEqual([])
  })
  test('are the later of two at one place', () => {
    expect(validCorrections(reading, [correct(0, 'Office', 'Offlce', 1), correct(0, 'Office', 'Bureau', 2)])).toMatchObject([
      { becomes: 'Bureau' },
    ])
  })
  test('never overlap, and each stands on the words that it corrects', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 12 }), fc.nat(9))), (drawn) => {
        const valid = validCorrections(
          reading,
          drawn.map(([start, length, at]) => correct(start, reading.text.slice(start, start + length), 'x', at)),
        )
        for (const [place, { range, was }] of valid.entries()) {
          expect(reading.text.slice(range.start, range.end)).toBe(was)
          expect(range.start).toBeGreaterThanOrEqual(valid[place - 1]?.range.end ?? 0)
        }
      }),
    ))
})
