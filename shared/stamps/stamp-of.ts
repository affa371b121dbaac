import { type PageStamp, pageStamp } from '../units/pages'
import type { StampRule } from './stamp-rule'

type Rule = Pick<StampRule, 'from' | 'to' | 'before' | 'after' | 'first' | 'step' | 'digits' | 'exceptions' | 'at'>

/** The stamp that a rule gives a page; null outside its range and where the page has none. */
export function stampByRule({ from, to, before, after, first, step, digits, exceptions }: Rule, index: number): PageStamp | null {
  if (index < from || index > to) return null
  const exception = exceptions.find(({ page }) => page === index)
  if (exception !== undefined) return exception.stamp
  return pageStamp(`${before}${String(first + (index - from) * step).padStart(digits, '0')}${after}`)
}

/** All stamps of a page, in the order in which their rules were confirmed, joined by `; `; null where it has none. */
export function stampOf(rules: readonly Rule[], index: number): PageStamp | null {
  const stamps = rules.toSorted((a, b) => (a.at < b.at ? -1 : 1)).flatMap((rule) => stampByRule(rule, index) ?? [])
  return stamps.length === 0 ? null : pageStamp([...new Set(stamps)].join('; '))
}
