import type { Span } from './lines'

/** A mark in a text that names sources: `[1]`, `[1, 3]`, `[2-4]`, `[^1]`, a raised number. Offsets as in the text searched. */
export type Citation = Span & {
  /** Numbers as they stand, ranges written out. */
  readonly numbers: readonly number[]
  /** The name of a footnote whose label is no number. */
  readonly name: string | null
  /** What the mark says beside its numbers (a page, an address), in the text's own words; empty mostly. */
  readonly aside: string
}

const NUMBERS = String.raw`\^?\d{1,3}(?:\s*(?:[,;&–—-]|and|to)\s*\^?\d{1,3})*`
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const MARK = new RegExp(
  [
    // [1], [1, 3], [2-4], [[1]], also as a link: [1](https://example.org)
    String.raw`\[{1,2}\s*(?<plain>${NUMBERS})(?<pin>,?\s+(?:pp?\.|at|para\.|¶|§)\s*[^\][]{1,40})?\s*\]{1,2}(?<link>\(\s*<?https?:[^)\s]*\s*(?:"[^"]*")?\s*\))?`,
    String.raw`\[\^(?<name>[^\]\s^]{1,40})\]`,
    String.raw`<sup>\s*\[?\s*(?<sup>${NUMBERS})\s*\]?\s*</sup>`,
    String.raw`(?<=[\p{L}\p{P}])\^(?<caret>${NUMBERS})\^`,
    String.raw`(?<=[\p{L}\p{P}])(?<!\d)(?<!(?<![\p{L}])(?:k|c|m|d)?m)(?<!(?<![\p{L}])(?:ft|in|mi|yd))(?<raised>[${RAISED}]{1,3}(?:[,–⁻-][${RAISED}]{1,3})*)`,
  ].join('|'),
  'giu',
)
/** Numbers that one range may name; a wider one is taken as its two ends. */
const WIDEST = 50

/** All citations of a text, in their order. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(MARK)].map((match): Citation => {
    const { plain, pin, link, name, sup, caret, raised } = match.groups ?? {}
    const lowered =
      raised === undefined
        ? undefined
        : [...raised].map((sign) => (RAISED.includes(sign) ? String(RAISED.indexOf(sign)) : sign === '⁻' ? '-' : sign)).join('')
    const written = plain ?? sup ?? caret ?? lowered ?? ''
    return {
      start: match.index,
      end: match.index + match[0].length,
      numbers: numbersOf(written),
      name: name ?? null,
      aside: pin === undefined && link === undefined ? '' : match[0],
    }
  })
}

function numbersOf(written: string): readonly number[] {
  const numbers = new Set<number>()
  let before: number | null = null
  let range = false
  for (const [token] of written.matchAll(/\d+|[–—-]|\bto\b/gi)) {
    if (!/^\d/.test(token)) {
      range = true
      continue
    }
    const number = Number(token)
    if (range && before !== null && number > before && number - before <= WIDEST)
      for (let each = before + 1; each < number; each += 1) numbers.add(each)
    numbers.add(number)
    before = number
    range = false
  }
  return [...numbers].filter((number) => number > 0)
}
