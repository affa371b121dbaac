import { aClaim, anAnalysis } from '@shared/testing/builders'
import { describe, expect, it } from 'vitest'
import { codesIn } from './exemption-codes'
import { claimsMatching } from './filter-claims'

describe('finding a claim while linking', () => {
  const analysis = anAnalysis()
  const claims = [
    aClaim(analysis, { number: 'C01', text: 'No list stands in 12 sources' }),
    aClaim(analysis, { number: 'C12', text: 'ICE called it ordinary' }),
    aClaim(analysis, { number: 'C02', text: 'ICE bought it' }),
  ]
  const found = (typed: string): readonly string[] => claimsMatching(claims, typed).map((claim) => claim.number)

  it('shows all before anything is typed', () => expect(found(' ')).toEqual(['C01', 'C12', 'C02']))
  it('puts matching numbers before matching words', () => expect(found('12')).toEqual(['C12', 'C01']))
  it('takes numbers with and without letter and zeros', () =>
    expect([found('c02'), found('02'), found('2')]).toEqual([['C02'], ['C02'], ['C02', 'C01']]))
  it('wants every word', () => expect(found('ice bought')).toEqual(['C02']))
})

describe('exemption codes typed by hand', () => {
  it('are separated by commas, semicolons and lines, and kept once each', () => {
    expect(codesIn(' (b)(6), (b)(7)(E);(b)(6)\n(b) (5) ,')).toEqual(['(b)(6)', '(b)(7)(E)', '(b) (5)'])
  })
})
