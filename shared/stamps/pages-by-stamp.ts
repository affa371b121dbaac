import { type PageIndex, pageIndex } from '../units/pages'
import { stampByRule } from './stamp-of'
import type { StampRule } from './stamp-rule'

/**
 * The pages that a person means by a stamp, upper and lower case and white space alike: those that carry it whole; without any, those
 * whose stamp ends in it (`Page 3 of 17` of a filing header, `1234` of a Bates number).
 * @returns page indexes in order; empty where no stamp says so
 */
export function pagesByStamp(rules: readonly StampRule[], text: string): readonly PageIndex[] {
  const wanted = folded(text)
  if (wanted === '') return []
  const whole = new Set<number>()
  const ending = new Set<number>()
  for (const rule of rules) {
    for (let page: number = rule.from; page <= rule.to; page += 1) {
      const stamp = folded(stampByRule(rule, page) ?? '')
      if (stamp === wanted) whole.add(page)
      else if (endsInWord(stamp, wanted)) ending.add(page)
    }
  }
  return [...(whole.size > 0 ? whole : ending)].toSorted((a, b) => a - b).map(pageIndex)
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** `1234` ends `DOJ_001234` (zeros aside) and not `DOJ_991234`. */
function endsInWord(stamp: string, wanted: string): boolean {
  if (!stamp.endsWith(wanted)) return false
  const before = stamp.slice(0, stamp.length - wanted.length)
  return /^\d/.test(wanted) ? /(^|\D)0*$/.test(before) : !/[\p{L}\d]$/u.test(before)
}
