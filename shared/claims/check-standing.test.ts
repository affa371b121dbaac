import { describe, expect, test } from 'vitest'
import { aCheck, aClaim, anAnalysis } from '../testing/builders'
import { sha256OfText } from '../units/hashes'
import { timestampOf } from '../units/time'
import { checkProgress, checkStanding, isChecked, progressWords, standingWords } from './check-standing'

const claim = aClaim(anAnalysis())
const now = sha256OfText('what was read')
const right = aCheck(claim, { by: 'Ada', at: timestampOf(Date.UTC(2026, 10, 20)) })
const wrong = aCheck(claim, { by: 'Ben', at: timestampOf(Date.UTC(2026, 10, 21)), verdict: 'wrong', note: 'It says leased.' })
const stale = aCheck(claim, {
  by: 'Cy',
  at: timestampOf(Date.UTC(2026, 10, 22)),
  verdict: 'unfair',
  fingerprint: sha256OfText('what was read before'),
})

describe('checks', () => {
  test('nobody has looked, and no fingerprint is asked for', () => {
    const never = () => {
      throw new Error('asked')
    }
    expect(standingWords(checkStanding([], never))).toBe('unchecked')
  })

  test('readers who differ stand beside each other, and the one who asks for work comes first', () => {
    const standing = checkStanding([right, wrong], () => now)
    expect(standing.state).toBe('wrong')
    expect(standingWords(standing)).toBe('wrong, by Ben on 2026-11-21 (It says leased.); right, by Ada on 2026-11-20')
  })

  test('a check of what stood there before no longer counts', () => {
    expect(checkStanding([right, stale], () => now)).toEqual({ state: 'right', checks: [right] })
    const changed = checkStanding([stale], () => now)
    expect([changed.state, isChecked(changed)]).toEqual(['changed', false])
    expect(standingWords(changed)).toBe('unchecked: changed since Cy checked it on 2026-11-22')
  })

  test('progress is said in words', () => {
    const progress = checkProgress([{ state: 'right' }, { state: 'unfair' }, { state: 'changed' }, { state: 'unchecked' }])
    expect(progress).toEqual({ of: 4, checked: 2, disputed: 1, changed: 1 })
    expect(progressWords(progress)).toBe('2 of 4 checked, 1 of them not found right; 1 changed since')
    expect(progressWords(checkProgress([{ state: 'right' }]))).toBe('1 of 1 checked')
  })
})
