import { quadsOfRanges } from '../anchoring/passage-geometry'
import type { TextRange } from '../annotations/segment'
import type { PageText } from '../documents/page'
import { differences } from '../versions/diff-lists'
import { foldedWords, type FoldedWords, rangeOfWords, sameStretch, unitsOf } from './fold-words'

/** Words that two readings of the same page do not have in common. */
export type ReadingDifference = {
  /** Where they stand in the earlier text, whole words. Words that the earlier text lacks are shown with a neighbour, so that there is something to correct. */
  readonly earlier: TextRange
  /** Where they stand in the later text; empty where it has nothing there. */
  readonly later: TextRange
  /** How many words differ, the neighbour not counted; the larger number of both sides. */
  readonly words: number
}

/** A stretch of words of each text, by their numbers; ends exclusive. */
type Stretch = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number }

/** How many stretches are tried together for being the same words spaced otherwise. */
const TOGETHER = 4

/**
 * What one version of a program read otherwise than another on the same page of the same bytes. Compared is what anchoring compares: white
 * space, line ends, soft hyphens, those at line ends, and forms of Unicode make no difference; other hyphens do. A word that both read at the
 * same place makes none either, in whatever order the words come and however often.
 */
export function compareReadings(earlier: PageText, later: PageText): readonly ReadingDifference[] {
  if (earlier.text === later.text) return []
  const [a, b] = [foldedWords(earlier), foldedWords(later)]
  if (sameStretch(a, 0, a.words.length, b, 0, b.words.length)) return []
  const found = joined(
    withoutMoved(
      spacedAlike(wordStretches(a, b), a, b).flatMap((stretch) => narrowed(stretch, a, b)),
      a,
      b,
      earlier,
      later,
    ),
  )
  return found.length === 0 ? [] : shown(found, a, b)
}

/** Where the lists of words differ, and single words whose hyphens do. */
function wordStretches(a: FoldedWords, b: FoldedWords): readonly Stretch[] {
  const stretches: Stretch[] = []
  let [atA, atB] = [0, 0]
  const passAlike = (until: number): void => {
    for (; atA < until; atA += 1, atB += 1)
      if (!sameStretch(a, atA, atA + 1, b, atB, atB + 1)) stretches.push({ a0: atA, a1: atA + 1, b0: atB, b1: atB + 1 })
  }
  for (const stretch of differences(
    a.words.map(({ key }) => key),
    b.words.map(({ key }) => key),
  )) {
    passAlike(stretch.a0)
    stretches.push(stretch)
    ;[atA, atB] = [stretch.a1, stretch.b1]
  }
  passAlike(a.words.length)
  return stretches
}

/** Leaves out stretches, alone or a few together, that hold the same characters spaced otherwise. */
function spacedAlike(stretches: readonly Stretch[], a: FoldedWords, b: FoldedWords): readonly Stretch[] {
  const left: Stretch[] = []
  for (let at = 0; at < stretches.length; at += 1) {
    const first = stretches[at]
    if (first === undefined) break
    const last = stretches.slice(at, at + TOGETHER).findIndex(({ a1, b1 }) => sameStretch(a, first.a0, a1, b, first.b0, b1))
    if (last === -1) left.push(first)
    else at += last
  }
  return left
}

/** Parts a stretch at every place where both texts begin a word after the same characters, and keeps the parts that differ. */
function narrowed(stretch: Stretch, a: FoldedWords, b: FoldedWords): readonly Stretch[] {
  const { a0, a1, b0, b1 } = stretch
  if (a1 - a0 === 0 || b1 - b0 === 0 || (a1 - a0 === 1 && b1 - b0 === 1)) return [stretch]
  const [fromA, toA] = unitsOf(a, a0, a1)
  const [fromB, toB] = unitsOf(b, b0, b1)
  const [beginsA, beginsB] = [beginnings(a, a0, a1), beginnings(b, b0, b1)]
  const parts: Stretch[] = []
  let [wordA, wordB, unitA, unitB] = [a0, b0, fromA, fromB]
  /** Walks over characters that both have, and parts where both begin a word. */
  const passAlike = (until: number): void => {
    for (; unitA <= until; unitA += 1, unitB += 1) {
      const [nextA, nextB] = [beginsA.get(unitA), beginsB.get(unitB)]
      if (nextA === undefined || nextB === undefined || (nextA === wordA && nextB === wordB)) continue
      parts.push({ a0: wordA, a1: nextA, b0: wordB, b1: nextB })
      ;[wordA, wordB] = [nextA, nextB]
    }
  }
  for (const unequal of differences(a.fold.folded.slice(fromA, toA).split(''), b.fold.folded.slice(fromB, toB).split(''))) {
    passAlike(fromA + unequal.a0)
    ;[unitA, unitB] = [fromA + unequal.a1, fromB + unequal.b1]
  }
  passAlike(toA)
  return parts.filter((part) => !sameStretch(a, part.a0, part.a1, b, part.b0, part.b1))
}

/** Word numbers by the unit at which each begins; the end of the stretch begins the word after it. */
function beginnings(side: FoldedWords, from: number, to: number): ReadonlyMap<number, number> {
  const begins = new Map<number, number>()
  for (let word = from; word < to; word += 1) begins.set(side.words[word]?.first ?? -1, word)
  return begins.set(unitsOf(side, from, to)[1], to)
}

/**
 * Takes words off the ends of both sides that the other reading has at the same place of the page, only elsewhere in its order or not twice:
 * the bytes are the same, so it is the same printed word.
 */
function withoutMoved(
  stretches: readonly Stretch[],
  a: FoldedWords,
  b: FoldedWords,
  earlier: PageText,
  later: PageText,
): readonly Stretch[] {
  const moved = (own: FoldedWords, page: PageText, other: FoldedWords, otherPage: PageText): ((word: number) => boolean) => {
    const byKey = new Map<string, number[]>()
    for (const [word, { key }] of other.words.entries()) {
      const alike = byKey.get(key)
      if (alike === undefined) byKey.set(key, [word])
      else alike.push(word)
    }
    return (word) => {
      const place = placeOf(own, word, page)
      return (
        place !== null &&
        (byKey.get(own.words[word]?.key ?? '') ?? []).some(
          (there) => sameStretch(own, word, word + 1, other, there, there + 1) && isSamePlace(place, placeOf(other, there, otherPage)),
        )
      )
    }
  }
  const [goneFromA, comeToB] = [moved(a, earlier, b, later), moved(b, later, a, earlier)]
  return stretches.flatMap((stretch) => {
    const [[a0, a1], [b0, b1]] = [trimmed(stretch.a0, stretch.a1, goneFromA), trimmed(stretch.b0, stretch.b1, comeToB)]
    return a0 === a1 && b0 === b1 ? [] : [{ a0, a1, b0, b1 }]
  })
}

function trimmed(from: number, to: number, away: (word: number) => boolean): readonly [number, number] {
  let [first, end] = [from, to]
  while (first < end && away(first)) first += 1
  while (end > first && away(end - 1)) end -= 1
  return [first, end]
}

/** The middle of a word and its height, PDF user space, points. */
type Place = { readonly x: number; readonly y: number; readonly height: number }

function placeOf(side: FoldedWords, word: number, page: PageText): Place | null {
  const [quad] = quadsOfRanges(page, [rangeOfWords(side, word, word + 1, false)])
  if (quad === undefined) return null
  const [x0, y0, x1, y1, x2, y2, x3, y3] = quad
  return { x: (x0 + x1 + x2 + x3) / 4, y: (y0 + y1 + y2 + y3) / 4, height: Math.hypot(x0 - x2, y0 - y2) }
}

const isSamePlace = (one: Place, other: Place | null): boolean =>
  other !== null && Math.hypot(one.x - other.x, one.y - other.y) < Math.max(one.height, other.height) / 2

/** Stretches that touch are one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const made: Stretch[] = []
  for (const next of stretches) {
    const last = made.at(-1)
    if (last !== undefined && last.a1 >= next.a0 && last.b1 >= next.b0) made[made.length - 1] = { ...last, a1: next.a1, b1: next.b1 }
    else made.push(next)
  }
  return made
}

/** The stretches with their ranges; what only the later text has together with the word before it, or after it, that both have. */
function shown(stretches: readonly Stretch[], a: FoldedWords, b: FoldedWords): readonly ReadingDifference[] {
  const alike = (word: number, other: number): boolean =>
    word >= 0 &&
    other >= 0 &&
    a.words[word] !== undefined &&
    b.words[other] !== undefined &&
    sameStretch(a, word, word + 1, b, other, other + 1)
  const counted = stretches.map((stretch) => ({ ...stretch, words: Math.max(stretch.a1 - stretch.a0, stretch.b1 - stretch.b0) }))
  const widened = counted.map((stretch) => {
    const { a0, a1, b0, b1 } = stretch
    if (a0 < a1) return stretch
    if (alike(a0 - 1, b0 - 1)) return { ...stretch, a0: a0 - 1, b0: b0 - 1 }
    return alike(a1, b1) ? { ...stretch, a1: a1 + 1, b1: b1 + 1 } : stretch
  })
  const apart: (typeof widened)[number][] = []
  for (const next of widened) {
    const last = apart.at(-1)
    if (last !== undefined && next.a0 < last.a1)
      apart[apart.length - 1] = { ...last, a1: Math.max(last.a1, next.a1), b1: Math.max(last.b1, next.b1), words: last.words + next.words }
    else apart.push(next)
  }
  return apart.map(({ a0, a1, b0, b1, words }) => {
    const dash = a.fold.joins[a.words[a0]?.first ?? -1] !== b.fold.joins[b.words[b0]?.first ?? -1]
    return { earlier: rangeOfWords(a, a0, a1, dash), later: rangeOfWords(b, b0, b1, dash), words }
  })
}
