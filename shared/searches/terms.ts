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

/** Whether a stretch of text folds to itself: no character but ASCII, none that is dropped, no hyphen that ends a line, no accent beside its letter. */
const PLAIN = /^(?:[\t-\r -,.-\]_a-}]|(?<![A-Za-z])[`^~]|[`^~](?! ?[a-z])|-(?![^\S\n\r]*(?:[\n\r]|$)))*$/u
/** A line that ends so, before one that begins so, parts terms. A soft hyphen at the beginning of a line would join them. */
const CLOSED_LINE = /[!-,.-~][\t ]*$/u
const OPENED_LINE = /^[\t\n\r ]*[!-,.-~]/u
/** How much of the lines on either side of a break is looked at, in UTF-16 units. Where this is not enough, the lines are read together. */
const LOOKED_AT = 8

/** The terms of a text. Linear in its length. */
export function termsOf(text: string): TextTerms {
  const line: Term[] = []
  const pieces: (readonly Term[])[] = []
  for (const { start, end } of stretchesOf(text)) {
    const stretch = text.slice(start, end)
    if (PLAIN.test(stretch)) takePlain(stretch, start, line)
    else takeFolded(stretch, start, line, pieces)
  }
  return { line, pieces }
}

/** Lines that can be read on their own; most are plain ASCII, for which folding changes nothing and costs most of the time. */
function stretchesOf(text: string): readonly TextRange[] {
  const stretches: TextRange[] = []
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    const parted =
      CLOSED_LINE.test(text.slice(Math.max(start, at - LOOKED_AT), at)) && OPENED_LINE.test(text.slice(at + 1, at + 1 + LOOKED_AT))
    if (at + 1 < text.length && !parted) continue
    stretches.push({ start, end: at + 1 })
    start = at + 1
  }
  stretches.push({ start, end: text.length })
  return stretches
}

function takePlain(stretch: string, offset: number, line: Term[]): void {
  const small = stretch.toLowerCase()
  let open = -1
  for (let at = 0; at <= small.length; at += 1) {
    const code = at < small.length ? small.charCodeAt(at) : 0
    const inside = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
    if (inside && open === -1) open = at
    else if (!inside && open !== -1) {
      line.push({ text: small.slice(open, at), start: offset + open, end: offset + at })
      open = -1
    }
  }
}

function takeFolded(text: string, offset: number, line: Term[], pieces: (readonly Term[])[]): void {
  const { folded, starts, ends, joins } = foldText(text)
  const placed = (term: Term): Term => ({ text: term.text, start: offset + term.start, end: offset + term.end })
  let open: { text: string; start: number; end: number; readonly parts: { text: string; start: number; end: number }[] } | null = null
  const close = (): void => {
    if (open === null) return
    line.push(placed(open))
    if (open.parts.length > 1) pieces.push(open.parts.map(placed))
    open = null
  }
  for (let unit = 0; unit < folded.length;) {
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
    const before = open as {
      text: string
      start: number
      end: number
      readonly parts: { text: string; start: number; end: number }[]
    } | null
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
}

/** The same terms, all of the text read by folding: what `termsOf` has to agree with. */
export function termsByFolding(text: string): TextTerms {
  const line: Term[] = []
  const pieces: (readonly Term[])[] = []
  takeFolded(text, 0, line, pieces)
  return { line, pieces }
}
