import type { TextRange } from '../annotations/segment'

/**
 * The text that the later version reads, made of the earlier one and what differs; the same words, in the earlier text's lines. What is not
 * known of it (`later` null) reads as before.
 */
export function laterText(text: string, differences: readonly { readonly range: TextRange; readonly later: string | null }[]): string {
  let [made, at] = ['', 0]
  for (const { range, later } of differences.toSorted((a, b) => a.range.start - b.range.start)) {
    const between = text.slice(at, range.start)
    made += `${between}${later ?? text.slice(range.start, range.end)}`
    at = range.end
  }
  return made + text.slice(at)
}
