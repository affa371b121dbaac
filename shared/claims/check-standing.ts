import type { Sha256 } from '../units/hashes'
import { CHECK_WORDS, type Check, type CheckVerdict } from './check'

/**
 * How a claim's text or a linked passage stands with second readers.
 * - `unchecked`: nobody has looked.
 * - `changed`: somebody looked, but what they read says something else now; it counts as unchecked.
 * - a verdict: what was found of what stands there now; where readers differ, the one that asks for most work.
 */
export type CheckStanding = {
  readonly state: 'unchecked' | 'changed' | CheckVerdict
  /** The checks behind it, newest first. */ readonly checks: readonly Check[]
}

/** From what asks for most work to what asks for none. */
const GRAVITY: readonly CheckVerdict[] = ['wrong', 'unfair', 'out-of-context', 'right']
const NOBODY: CheckStanding = { state: 'unchecked', checks: [] }

/**
 * How one thing that can be checked stands.
 * @param checks all checks of it, of any time
 * @param fingerprint what it says now; asked for only where somebody has checked it
 */
export function checkStanding(checks: readonly Check[], fingerprint: () => Sha256): CheckStanding {
  if (checks.length === 0) return NOBODY
  const now = fingerprint()
  const newest = checks.toSorted((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id))
  const holding = newest.filter((check) => check.fingerprint === now)
  const state = GRAVITY.find((verdict) => holding.some((check) => check.verdict === verdict))
  return state === undefined ? { state: 'changed', checks: newest } : { state, checks: holding }
}

/** Whether a second reader has looked at what stands there now. */
export const isChecked = ({ state }: Pick<CheckStanding, 'state'>): boolean => state !== 'unchecked' && state !== 'changed'

/** "right, by Ada on 2026-11-22"; "unchecked: changed since Ada checked it on 2026-11-22". */
export function standingWords({ state, checks }: CheckStanding): string {
  const [last] = checks
  if (last === undefined || state === 'unchecked') return 'unchecked'
  if (state === 'changed') return `unchecked: changed since ${last.by} checked it on ${last.at.slice(0, 10)}`
  return checks
    .map(({ verdict, by, at, note }) => `${CHECK_WORDS[verdict]}, by ${by} on ${at.slice(0, 10)}${note === '' ? '' : ` (${note})`}`)
    .join('; ')
}

/** How many things there are to check, how many have been, and how many of these were not found right. */
export type CheckProgress = { readonly of: number; readonly checked: number; readonly disputed: number; readonly changed: number }

/** How many of the things to be checked stand how. */
export function checkProgress(standings: readonly Pick<CheckStanding, 'state'>[]): CheckProgress {
  const checked = standings.filter(isChecked)
  return {
    of: standings.length,
    checked: checked.length,
    disputed: checked.filter(({ state }) => state !== 'right').length,
    changed: standings.filter(({ state }) => state === 'changed').length,
  }
}

/** "12 of 40 checked, 2 of them not found right; 1 changed since". */
export function progressWords({ of, checked, disputed, changed }: CheckProgress): string {
  const found = disputed === 0 ? '' : `, ${disputed} of them not found right`
  return `${checked} of ${of} checked${found}${changed === 0 ? '' : `; ${changed} changed since`}`
}
