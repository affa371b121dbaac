import { quotationText, textOfRanges } from '../anchoring/quotation-text'
import { rangesInRect } from '../anchoring/passage-geometry'
import type { Annotation } from '../annotations/annotation'
import type { Segment, TextRange } from '../annotations/segment'
import type { PageText, TextRun } from '../documents/page'
import { boundsOf, type PdfRect, pdfRect } from '../units/geometry'

/** A redaction within a passage. `place` is where in the quotation: a point between two words, or the words that are printed on the redaction; null where the text does not show it. */
export type RedactionInPassage = { readonly redactionId: Annotation['id']; readonly place: TextRange | null }

/** Shares of a line's height: how far print reaches below and above its baseline. */
const BELOW = 0.22
const ABOVE = 0.8
/** How much of the lower of two heights stands side by side on one line. */
const SIDE_BY_SIDE = 0.5

/**
 * The redactions that lie between the words of a segment, judged by where the lines of the page's text and the redactions stand. Only text that is
 * written level is judged; on other pages a redaction over the passage is named without a place.
 * @param page the text that the segment's ranges count in
 * @param marks marks of redactions, of any pages
 */
export function redactionsInPassage(segment: Segment, page: PageText, marks: readonly Annotation[]): readonly RedactionInPassage[] {
  const [first, last] = [segment.ranges[0], segment.ranges.at(-1)]
  const bounds = boundsOf(segment.quads)
  if (first === undefined || last === undefined || bounds === null) return []
  const areas = marks.flatMap((mark) =>
    mark.segments
      .filter(({ pageIndex, documentId }) => pageIndex === segment.pageIndex && documentId === segment.documentId)
      .flatMap(({ quads }) => quads.flatMap((quad) => boundsOf([quad]) ?? []))
      .filter((area) => overlaps(area, bounds))
      .map((area) => ({ redactionId: mark.id, area })),
  )
  if (areas.length === 0) return []
  const runs = page.runs.filter((run) => segment.ranges.some((range) => run[0] < range.end && run[1] > range.start))
  const level = runs.every((run) => run[6] === 0 && run[7] === 0)
  return areas.flatMap(({ redactionId, area }): readonly RedactionInPassage[] => {
    if (!level) return [{ redactionId, place: null }]
    const between = placeInText(page, runs, area)
    // Before the first word or after the last one it is no part of the passage.
    if (between === null || between.end <= first.start || between.start >= last.end) return []
    return [{ redactionId, place: placeInQuotation(segment, page.text, between) }]
  })
}

const overlaps = (a: PdfRect, b: PdfRect): boolean => a.left < b.right && a.right > b.left && a.bottom < b.top && a.top > b.bottom

const isBeside = ([, , , y, , height]: TextRun, { bottom, top }: PdfRect): boolean => {
  const [low, high] = [y - BELOW * height, y + ABOVE * height]
  return Math.min(high, top) - Math.max(low, bottom) >= SIDE_BY_SIDE * Math.min(high - low, top - bottom)
}

/** Where in the page's text a redaction lies: what is printed on it, or the point after the words that stand before it on its line. Null where nothing of the passage stands before it. */
function placeInText(page: PageText, runs: readonly TextRun[], area: PdfRect): TextRange | null {
  const on = rangesInRect(page, area).filter(({ start, end }) => runs.some((run) => run[0] < end && run[1] > start))
  const [from, to] = [on[0], on.at(-1)]
  if (from !== undefined && to !== undefined) return { start: from.start, end: to.end }
  const line = runs.filter((run) => isBeside(run, area))
  const before = line.flatMap(([, , x, y, advance, height]) =>
    rangesInRect(page, pdfRect(x - 1, y - height, Math.min(area.left, x + advance + 1), y + height)).filter(({ start, end }) =>
      line.some((run) => run[0] < end && run[1] > start),
    ),
  )
  const above = runs.filter((run) => run[3] >= area.top - 1)
  const ends = before.length > 0 ? before.map(({ end }) => end) : above.map(([, end]) => end)
  if (ends.length === 0) return null
  const at = Math.max(...ends)
  return { start: at, end: at }
}

/** The same in the segment's quotation, whose white space is folded; null where the words up to there are not those with which the quotation begins. */
function placeInQuotation({ ranges, quote }: Segment, text: string, { start, end }: TextRange): TextRange | null {
  const upTo = (offset: number): number | null => {
    const before = quotationText(
      textOfRanges(
        text,
        ranges.flatMap((range) => (range.start >= offset ? [] : [{ start: range.start, end: Math.min(range.end, offset) }])),
      ),
      text,
    )
    return quote.startsWith(before) ? before.length : null
  }
  const [from, to] = [upTo(start), upTo(end)]
  if (from === null || to === null) return null
  // White space before what is printed on the redaction stays outside.
  const printed = quote.slice(from, to)
  return { start: from + printed.length - printed.trimStart().length, end: to }
}
