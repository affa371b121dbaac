import { type FoldedText, foldText, NO_HYPHEN, placesOf, rangeOfPlace } from '../anchoring/fold'
import { HELD_BACK } from '../documents/page-reading'

/** How words are compared while finding. */
export type FindOptions = {
  /** Capitals and small letters differ. */
  readonly matchCase: boolean
  /** A hit begins and ends where a word does. */
  readonly wholeWords: boolean
}

/** What is looked for, folded once. */
export type Needle = { readonly text: string; readonly folding: FoldedText; readonly options: FindOptions }

/** A part of a text, UTF-16 units, end exclusive. */
type Range = { readonly start: number; readonly end: number }

const WORD = /[\p{L}\p{M}\p{N}_]/u

/** What a person typed, ready to be looked for; null for nothing that could be found, and for the sign of words that are held back. */
export function needleOf(typed: string, options: FindOptions): Needle | null {
  const text = typed.trim()
  const folding = foldForFinding(text, options)
  return folding.folded === '' || text.includes(HELD_BACK) ? null : { text, folding, options }
}

/** The folding of `shared/anchoring/fold.ts`, without case unless it is asked for. */
export function foldForFinding(text: string, { matchCase }: FindOptions): FoldedText {
  const folding = foldText(text)
  return matchCase ? folding : { ...folding, folded: withoutCase(folding.folded) }
}

/** Small letters, unit for unit, so that places stay what they are: a letter whose small form is longer keeps its own. */
function withoutCase(folded: string): string {
  const small = folded.toLowerCase()
  return small.length === folded.length
    ? small
    : Array.from({ length: folded.length }, (_, at) =>
        ((one) => (one.length === 1 ? one : folded.charAt(at)))(folded.charAt(at).toLowerCase()),
      ).join('')
}

/**
 * Every place of a text where the needle stands, in order, none overlapping the one before. Folding drops white space; so between
 * two letters the text must have a space exactly where the needle has one, unless a hyphen stands there (a word broken at a
 * line's end).
 * @param folding of the text, by `foldForFinding` with the needle's options
 */
export function findInText(text: string, folding: FoldedText, needle: Needle): readonly Range[] {
  const hits: Range[] = []
  let after = 0
  for (const at of placesOf(folding, needle.folding)) {
    if (at < after || !spacesAgree(text, folding, at, needle)) continue
    const range = rangeOfPlace(text, folding, at, needle.folding)
    if (needle.options.wholeWords && !(edgeOfWord(text, range.start) && edgeOfWord(text, range.end))) continue
    hits.push(range)
    after = at + needle.folding.folded.length
  }
  return hits
}

function spacesAgree(text: string, hay: FoldedText, at: number, { text: wanted, folding }: Needle): boolean {
  for (let unit = 1; unit < folding.folded.length; unit += 1) {
    if (!WORD.test(folding.folded.charAt(unit - 1)) || !WORD.test(folding.folded.charAt(unit))) continue
    if (hay.joins[at + unit] !== NO_HYPHEN || folding.joins[unit] !== NO_HYPHEN) continue
    if (apart(text, hay, at + unit) !== apart(wanted, folding, unit)) return false
  }
  return true
}

/** Whether anything stood between a unit of a folding and the one before. */
const apart = (text: string, { starts, ends }: FoldedText, unit: number): boolean => /\s/.test(text.slice(ends[unit - 1], starts[unit]))

const edgeOfWord = (text: string, offset: number): boolean => !(WORD.test(text.charAt(offset - 1)) && WORD.test(text.charAt(offset)))

/** A hit with the words around it, on one line. */
export type Snippet = { readonly before: string; readonly hit: string; readonly after: string }

/** Characters shown before and after a hit. */
const AROUND = { before: 34, after: 64 }

/** The words around a hit, cut between words, with line breaks as spaces; an ellipsis where the page goes on. */
export function snippetOf(text: string, { start, end }: Range): Snippet {
  const oneLine = (part: string): string => part.replace(/\s+/g, ' ')
  const from = Math.max(0, start - AROUND.before)
  const to = Math.min(text.length, end + AROUND.after)
  const before = oneLine(text.slice(from, start))
  const after = oneLine(text.slice(end, to))
  return {
    before: from === 0 ? before.trimStart() : `…${before.replace(/^\S*\s/, '')}`,
    hit: oneLine(text.slice(start, end)),
    after: to === text.length ? after.trimEnd() : `${after.replace(/\s\S*$/, '')}…`,
  }
}
