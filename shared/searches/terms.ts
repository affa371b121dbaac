import type { TextRange } from '../annotations/segment'
import { foldText, MAYBE_HYPHEN, NO_HYPHEN } from '../anchoring/fold'

/**
 * A term: what search compares. The longest run of letters, digits and their marks in the text as anchoring folds it, in small
 * letters; everything else parts terms. A word broken at the end of a line is one term.
 */
export type Term = TextRange & { readonly text: string }

/** The terms of a text in their order, and for each word broken at a line's end its pieces, which can be found on their own. */
export type TextTerms = { readonly line: readonly Term[]; readonly pieces: readonly (readonly Term[])[] }

const SPACE = /\s/u
const WORD = /[\p{L}\p{N}\p{M}]/u
const isWord = (character: string): boolean => {
  const code = character.charCodeAt(0)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
  return WORD.test(character)
}

/** The terms of a text. Linear in its length. */
export function termsOf(text: string): TextTerms {
  const { folded, starts, ends, joins } = foldText(text)
  const line: Term[] = []
  const pieces: (readonly Term[])[] = []
  let open: { text: string; start: number; end: number; readonly parts: { text: string; start: number; end: number }[] } | null = null
  const close = (): void => {
    if (open === null) return
    line.push({ text: open.text, start: open.start, end: open.end })
    if (open.parts.length > 1) pieces.push(open.parts)
    open = null
  }
  for (let unit = 0; unit < folded.length; ) {
    const character = String.fromCodePoint(folded.codePointAt(unit) ?? 0)
    const start = starts[unit] ?? 0
    const end = ends[unit + character.length - 1] ?? start
    const hyphen = joins[unit] ?? NO_HYPHEN
    unit += character.length
    if (!isWord(character)) {
      close()
      continue
    }
    const small = character.toLowerCase()
    // The compiler does not see that `close` sets it.
    const before = open as { text: string; start: number; end: number; readonly parts: { text: string; start: number; end: number }[] } | null
    const broken = hyphen === MAYBE_HYPHEN
    if (before !== null && (broken || (hyphen === NO_HYPHEN && (start <= before.end || !SPACE.test(text.slice(before.end, start)))))) {
      before.text += small
      before.end = end
      const part = before.parts.at(-1)
      if (broken || part === undefined) before.parts.push({ text: small, start, end })
      else {
        part.text += small
        part.end = end
      }
    } else {
      close()
      open = { text: small, start, end, parts: [{ text: small, start, end }] }
    }
  }
  close()
  return { line, pieces }
}
