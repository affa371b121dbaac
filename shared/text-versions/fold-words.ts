import { type FoldedText, foldingOf, HYPHEN, joinsAgree, MAYBE_HYPHEN, NO_HYPHEN } from '../anchoring/fold'
import type { TextRange } from '../annotations/segment'

/** A word of a folded text, in units of its folding; end exclusive. A word broken at a line end is one. */
export type FoldWord = { readonly first: number; readonly end: number; readonly key: string }

/** The words of a text after the folding of anchoring. */
export type FoldedWords = { readonly text: string; readonly fold: FoldedText; readonly words: readonly FoldWord[] }

/** The words of a text as two readings of it are compared. */
export function foldedWords(held: { readonly text: string }): FoldedWords {
  const { text } = held
  const fold = foldingOf(held)
  const words: FoldWord[] = []
  let first = 0
  const take = (end: number): void => {
    if (end > first) words.push({ first, end, key: fold.folded.slice(first, end) })
    first = end
  }
  for (let unit = 1; unit < fold.folded.length; unit += 1) {
    const between = text.slice(fold.ends[unit - 1] ?? 0, fold.starts[unit] ?? 0)
    if (fold.joins[unit] !== MAYBE_HYPHEN && /\s/u.test(between)) take(unit)
  }
  take(fold.folded.length)
  return { text, fold, words }
}

/** Whether words `a0` up to `a1` of one text and `b0` up to `b1` of the other are the same characters with the same hyphens, however they are spaced. */
export function sameStretch(a: FoldedWords, a0: number, a1: number, b: FoldedWords, b0: number, b1: number): boolean {
  const [fromA, toA] = unitsOf(a, a0, a1)
  const [fromB, toB] = unitsOf(b, b0, b1)
  return (
    toA - fromA === toB - fromB &&
    a.fold.folded.slice(fromA, toA) === b.fold.folded.slice(fromB, toB) &&
    sameRest(a, fromA, b, fromB, toA - fromA)
  )
}

/** Whether the hyphens before each of some units of the one text, and the control characters, are those of the other. */
function sameRest(a: FoldedWords, fromA: number, b: FoldedWords, fromB: number, length: number): boolean {
  for (let unit = 0; unit < length; unit += 1) {
    if (
      !joinsAgree(a.fold.joins[fromA + unit] ?? NO_HYPHEN, b.fold.joins[fromB + unit] ?? NO_HYPHEN) ||
      a.fold.signs.get(fromA + unit) !== b.fold.signs.get(fromB + unit)
    )
      return false
  }
  return true
}

/** The units of the folding that some words cover: an empty stretch where there are none. */
export function unitsOf({ fold, words }: FoldedWords, from: number, to: number): readonly [number, number] {
  const first = words[from]?.first ?? fold.folded.length
  return [first, from < to ? (words[to - 1]?.end ?? first) : first]
}

/** Where some words stand in the text; for none of them the place between their neighbours. A dash before the first belongs to it where asked. */
export function rangeOfWords({ text, fold, words }: FoldedWords, from: number, to: number, withDash: boolean): TextRange {
  const [before, first, last] = [words[from - 1], words[from], words[to - 1]]
  const after = before === undefined ? 0 : (fold.ends[before.end - 1] ?? 0)
  if (from >= to || first === undefined || last === undefined) return { start: after, end: after }
  const start =
    withDash && fold.joins[first.first] === HYPHEN
      ? after + (text.slice(after).length - text.slice(after).trimStart().length)
      : (fold.starts[first.first] ?? 0)
  return { start, end: fold.ends[last.end - 1] ?? start }
}
