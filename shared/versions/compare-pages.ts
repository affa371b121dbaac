import { quadsOfRanges } from '../anchoring/passage-geometry'
import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import { boundsOf, type PdfRect } from '../units/geometry'
import { type Difference, differences } from './diff-lists'
import { type PageWord, pageWords } from './page-words'

/**
 * What became of some words between two versions of a page.
 * - `released`: words stand where the earlier page had a code, a box or nothing
 * - `withheld`: words are gone, and a code or box stands in their place
 * - `gone`: words are gone, and nothing stands in their place
 * - `changed`: other words stand in their place
 * - `recoded`: withheld before and now, under another code
 */
export const CHANGE_KINDS = ['released', 'withheld', 'gone', 'changed', 'recoded'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export type PageChange = {
  readonly kind: ChangeKind
  /** Where it stands in the earlier and in the later page's text; null where that page has nothing there. */
  readonly earlier: TextRange | null
  readonly later: TextRange | null
  /** How many words, those that say that something is withheld not counted. */
  readonly earlierWords: number
  readonly laterWords: number
  /** What stood, or stands, in place of the words: `code`, `box`, or null for nothing or other words. */
  readonly by: 'code' | 'box' | null
}

/** A page as it is compared: its text in force, and where something is known to be withheld (PDF user space, points). */
export type ComparedPage = { readonly text: PageText; readonly boxes: readonly PdfRect[] }

/** Words in common between two differences that do not keep them apart, if both are longer. */
const BRIDGE = 2

/** What changed between a page and the page that answers to it in a later version, in the order of the later page. */
export function comparePages(earlier: ComparedPage, later: ComparedPage): readonly PageChange[] {
  const [a, b] = [wordsOf(earlier.text), wordsOf(later.text)]
  return bridged(
    differences(
      a.map((word) => word.key),
      b.map((word) => word.key),
    ),
  ).map((difference) => changeOf(difference, a, b, earlier, later))
}

/** All words of a page that has no counterpart. Nothing for a page without words. */
export function onlyPage(page: ComparedPage, side: 'earlier' | 'later'): readonly PageChange[] {
  const words = wordsOf(page.text)
  const range = rangeOf(words)
  const count = spoken(words)
  if (range === null || count === 0) return []
  return side === 'later'
    ? [{ kind: 'released', earlier: null, later: range, earlierWords: 0, laterWords: count, by: null }]
    : [{ kind: 'gone', earlier: range, later: null, earlierWords: count, laterWords: 0, by: null }]
}

const known = new WeakMap<PageText, readonly PageWord[]>()
function wordsOf(page: PageText): readonly PageWord[] {
  const before = known.get(page)
  if (before !== undefined) return before
  const made = pageWords(page.text)
  known.set(page, made)
  return made
}

/** Differences parted by a word or two that happen to agree are one: a reader would not call them two. */
function bridged(found: readonly Difference[]): readonly Difference[] {
  const joined: Difference[] = []
  for (const next of found) {
    const last = joined.at(-1)
    const between = last === undefined ? Number.POSITIVE_INFINITY : next.a0 - last.a1
    const size = ({ a0, a1, b0, b1 }: Difference): number => Math.max(a1 - a0, b1 - b0)
    if (last !== undefined && between <= BRIDGE && size(last) > 2 * between && size(next) > 2 * between)
      joined[joined.length - 1] = { a0: last.a0, a1: next.a1, b0: last.b0, b1: next.b1 }
    else joined.push(next)
  }
  return joined
}

const spoken = (words: readonly PageWord[]): number => words.filter((word) => !word.withheld).length
const codes = (words: readonly PageWord[]): number => words.length - spoken(words)

function rangeOf(words: readonly PageWord[]): TextRange | null {
  const [first, last] = [words[0], words.at(-1)]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}

function changeOf(
  { a0, a1, b0, b1 }: Difference,
  a: readonly PageWord[],
  b: readonly PageWord[],
  earlier: ComparedPage,
  later: ComparedPage,
): PageChange {
  const [gone, come] = [a.slice(a0, a1), b.slice(b0, b1)]
  const change = { earlier: rangeOf(gone), later: rangeOf(come), earlierWords: spoken(gone), laterWords: spoken(come) }
  const boxBefore = change.laterWords > 0 && isBoxed(later.text, change.later, earlier.boxes)
  const boxAfter = change.earlierWords > 0 && isBoxed(earlier.text, change.earlier, later.boxes)
  const by = (hasCode: boolean, hasBox: boolean): PageChange['by'] => (hasCode ? 'code' : hasBox ? 'box' : null)
  if (change.earlierWords === 0 && change.laterWords === 0) return { ...change, kind: 'recoded', by: 'code' }
  if (change.earlierWords === 0) return { ...change, kind: 'released', by: by(codes(gone) > 0, boxBefore) }
  if (change.laterWords === 0)
    return codes(come) > 0 || boxAfter
      ? { ...change, kind: 'withheld', by: by(codes(come) > 0, boxAfter) }
      : { ...change, kind: 'gone', by: null }
  if (codes(gone) > codes(come)) return { ...change, kind: 'released', by: 'code' }
  if (codes(come) > codes(gone)) return { ...change, kind: 'withheld', by: 'code' }
  return { ...change, kind: 'changed', by: null }
}

/** Whether the middle of the words lies in one of the boxes of the other page, which is taken to lie in the same place. */
function isBoxed(page: PageText, range: TextRange | null, boxes: readonly PdfRect[]): boolean {
  if (range === null || boxes.length === 0) return false
  return quadsOfRanges(page, [range]).some((quad) => {
    const bounds = boundsOf([quad])
    if (bounds === null) return false
    const [x, y] = [(bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2]
    return boxes.some((box) => x >= box.left && x <= box.right && y >= box.bottom && y <= box.top)
  })
}
