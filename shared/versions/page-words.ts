import { foldText } from '../anchoring/fold'

/** A word of a page, or what stands where words were withheld. Offsets are UTF-16 units of the page's text, end exclusive. */
export type PageWord = {
  readonly start: number
  readonly end: number
  /** What must agree for two words to be the same, as anchoring folds them. */
  readonly key: string
  /** An exemption code, a row of black squares, `[REDACTED]`. */
  readonly withheld: boolean
}

/**
 * What is printed where words were withheld: codes of 5 U.S.C. 552(b) and 552a(j), (k) with their sub-labels, however spaced, filled
 * squares, and the words in brackets that agencies use.
 */
const WITHHELD =
  /\(?\b[bjk]\)?\s?\(\d{1,2}\)(?:\s?\([A-Fa-f]\)(?!\s?\(\d))?(?:\s?-\s?\d)?|[\u2587\u2588\u25a0\u25ae]+|\[\s*(?:redacted|withheld|deleted|omitted)[^\]\n]{0,40}\]/giu
const BROKEN = /[-\u2010\u2011\u00ad]$/u

/** The words of a page in order. A word broken at a line end is one word; an exemption code is one, even where it touches others. */
export function pageWords(text: string): readonly PageWord[] {
  const words: PageWord[] = []
  let at = 0
  for (const found of text.matchAll(WITHHELD)) {
    takeWords(text, at, found.index, words)
    at = found.index + found[0].length
    words.push({ start: found.index, end: at, key: found[0].replace(/\s/g, '').toUpperCase(), withheld: true })
  }
  takeWords(text, at, text.length, words)
  return words
}

const keys = new Map<string, string>()
const MOST_KEYS = 50_000
function keyOf(word: string): string {
  const known = keys.get(word)
  if (known !== undefined) return known
  if (keys.size > MOST_KEYS) keys.clear()
  const key = foldText(word).folded
  keys.set(word, key)
  return key
}

function takeWords(text: string, from: number, to: number, words: PageWord[]): void {
  const first = words.length
  for (const found of text.slice(from, to).matchAll(/\S+/gu)) {
    const start = from + found.index
    const end = start + found[0].length
    const last = words.length > first ? words.at(-1) : undefined
    const broken = last !== undefined && BROKEN.test(text.slice(last.start, last.end)) && text.slice(last.end, start).includes('\n')
    if (broken) words[words.length - 1] = { ...last, end, key: keyOf(text.slice(last.start, last.end).replace(BROKEN, '') + found[0]) }
    else words.push({ start, end, key: keyOf(found[0]), withheld: false })
  }
  // What folds to nothing (a lone hyphen) makes no difference between two pages.
  for (let at = words.length - 1; at >= first; at -= 1) if (words[at]?.key === '') words.splice(at, 1)
}
