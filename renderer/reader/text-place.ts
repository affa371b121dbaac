import { withoutRanges } from '@shared/anchoring/running-lines'
import type { PageText, TextRun } from '@shared/documents/page'

/** A place in the text of a document: page (index, from 0) and offset in the page's stored text (UTF-16 units). */
export type TextPlace = { readonly page: number; readonly offset: number }
/** A passage of a document's text, from the first character to the one after the last. */
export type TextPassage = { readonly from: TextPlace; readonly to: TextPlace }

export const comparePlaces = (a: TextPlace, b: TextPlace): number => a.page - b.page || a.offset - b.offset

/** Two places in reading order; null when there is nothing between them. */
export function passageBetween(a: TextPlace, b: TextPlace): TextPassage | null {
  const order = comparePlaces(a, b)
  if (order === 0) return null
  return order < 0 ? { from: a, to: b } : { from: b, to: a }
}

type Range = { readonly start: number; readonly end: number }

/**
 * The parts of a passage that stand on a page, without white space at their ends; none where it holds no words there. One part, unless a
 * running head or foot that is drawn in the middle of the text parts it.
 * @param running running heads and feet of the page: a passage over a page break does not quote them
 */
export function rangesOnPage(
  passage: TextPassage,
  page: number,
  { text, runs }: PageText,
  running: readonly Range[] = [],
): readonly Range[] {
  if (page < passage.from.page || page > passage.to.page) return []
  const whole = {
    start: page === passage.from.page ? passage.from.offset : 0,
    end: Math.min(text.length, page === passage.to.page ? passage.to.offset : text.length),
  }
  if (passage.from.page === passage.to.page) return trimmed(text, whole)
  return withoutRanges(withoutEdges(whole, runs, page === passage.to.page, page === passage.from.page), running).flatMap((range) =>
    trimmed(text, range),
  )
}

function trimmed(text: string, { start, end }: Range): readonly Range[] {
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return start < end ? [{ start, end }] : []
}

/**
 * Many PDFs draw a page's number or running head before its text, or after it. Over a page break such a line is no part of
 * the passage: at the beginning of the last page when it stands below the passage's end, at the end of the first page when
 * it stands above all else.
 */
function withoutEdges(range: Range, runs: readonly TextRun[], isLast: boolean, isFirst: boolean): Range {
  const within = runs.filter((run) => run[1] > range.start && run[0] < range.end)
  const [first, last] = [within[0], within.at(-1)]
  if (first === undefined || last === undefined || within.some((run) => run[6] !== first[6])) return range
  const [cos, sin] = [Math.cos((first[6] * Math.PI) / 180), Math.sin((first[6] * Math.PI) / 180)]
  const heightOf = (run: TextRun): number => run[3] * cos - run[2] * sin
  const lowest = heightOf(last) - last[5] / 2
  const body = isLast ? within.find((run) => heightOf(run) >= lowest) : first
  const top = Math.max(...runs.filter((run) => run[6] === first[6]).map(heightOf)) - 1
  const end = isFirst && within.some((run) => heightOf(run) < top) ? within.findLast((run) => heightOf(run) < top) : last
  return {
    start: Math.max(range.start, isLast ? (body?.[0] ?? range.start) : range.start),
    end: Math.min(range.end, isFirst ? (end?.[1] ?? range.end) : range.end),
  }
}

const isWordPart = (character: string): boolean => /[\p{L}\p{M}\p{N}'’]/u.test(character)

/** The word at an offset, joined over a line-end hyphen; the single character where there is no word. */
export function wordAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const inWord = (at: number): boolean => at >= 0 && at < text.length && isWordPart(text.charAt(at))
  let start = Math.min(offset, Math.max(0, text.length - 1))
  if (!inWord(start) && inWord(start - 1)) start -= 1
  let end = start + 1
  if (!inWord(start)) return { start, end }
  for (;;) {
    if (inWord(start - 1)) start -= 1
    else if (text.charAt(start - 1) === '\n' && text.charAt(start - 2) === '-' && inWord(start - 3)) start -= 3
    else break
  }
  for (;;) {
    if (inWord(end)) end += 1
    else if (text.charAt(end) === '-' && text.charAt(end + 1) === '\n' && inWord(end + 2)) end += 3
    else break
  }
  return { start, end }
}

/** The line at an offset, without its line break. */
export function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, end: end === -1 ? text.length : end }
}

/** Scripts that do not divide words by spaces: there, any character can begin or end a quotation. */
const UNDIVIDED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const cutsWord = (text: string, offset: number): boolean => {
  const [before, after] = [text.charAt(offset - 1), text.charAt(offset)]
  return before !== '' && after !== '' && isWordPart(before) && isWordPart(after) && !UNDIVIDED.test(before) && !UNDIVIDED.test(after)
}

/** A passage widened to whole words at both ends, since half a word is no quotation. */
export function wholeWords({ from, to }: TextPassage, textOf: (page: number) => string): TextPassage {
  const [first, last] = [textOf(from.page), textOf(to.page)]
  return {
    from: cutsWord(first, from.offset) ? { ...from, offset: wordAt(first, from.offset).start } : from,
    to: cutsWord(last, to.offset) ? { ...to, offset: wordAt(last, to.offset - 1).end } : to,
  }
}
