import { quadsOfRanges } from '../anchoring/passage-geometry'
import type { PageText } from '../documents/page'
import { boundsOf, type PdfRect } from '../units/geometry'
import type { FailedKind } from './failed-redactions'
import { keyOf } from './failed-redactions'
import { type FoundCodes, findCodes } from './find-codes'
import type { FoundBox, PageFindings } from './page-findings'
import { grown, overlapArea } from './rectangles'

/** What the workbench takes for a redaction and proposes; the researcher confirms or dismisses it. */
export type RedactionProposal = {
  /** Names it within its page: a decision refers to it. */
  readonly key: string
  readonly pageIndex: number
  readonly area: PdfRect
  /** The exemptions printed in or beside it; empty where none is, which is a defect of the release. */
  readonly codes: readonly string[]
  /** A box, or a code that stands where something was and no box is drawn. */
  readonly shape: 'box' | 'code'
  readonly from: FoundBox['from'] | 'text'
  /** How words were left under it; null where none were. */
  readonly failed: FailedKind | null
}

/** How far a code may stand from its box: beside it, and above or below it, points. */
const BESIDE = 15
const ABOVE = 6

/**
 * The redactions to propose on a page: its boxes with the codes in or beside them, and codes that stand alone.
 * @param text the text in force on the page, embedded or recognised
 */
export function proposeRedactions(pageIndex: number, text: PageText, { boxes, failed }: PageFindings): readonly RedactionProposal[] {
  const codes = findCodes(text).flatMap((found) => {
    const place = boundsOf(quadsOfRanges(text, [found]))
    return place === null ? [] : [{ found, place, box: boxOf(place, boxes) }]
  })
  const ofBoxes = boxes.map((box): RedactionProposal => ({
    key: `box:${box.key}`,
    pageIndex,
    area: box.area,
    codes: unique(codes.filter((code) => code.box === box).flatMap(({ found }) => found.codes)),
    shape: 'box',
    from: box.from,
    failed: failed.find(({ area }) => overlapArea(area, box.area) > 0)?.kind ?? null,
  }))
  const alone = codes.filter((code) => code.box === null && code.found.standing !== 'unsure' && code.found.standing !== 'stamp')
  return [...ofBoxes, ...alone.map(({ found, place }) => ofCode(pageIndex, found, place))].sort(
    (a, b) => b.area.top - a.area.top || a.area.left - b.area.left,
  )
}

const ofCode = (pageIndex: number, { codes }: FoundCodes, area: PdfRect): RedactionProposal => ({
  key: `code:${keyOf(area)}`,
  pageIndex,
  area,
  codes,
  shape: 'code',
  from: 'text',
  failed: null,
})

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)]

/** The box that a code stands in or beside: of several, the nearest. */
function boxOf(place: PdfRect, boxes: readonly FoundBox[]): FoundBox | null {
  let [nearest, least]: [FoundBox | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const box of boxes) {
    const { area } = box
    const apart = Math.max(place.left - area.right, area.left - place.right, 0)
    const over = Math.max(place.bottom - area.top, area.bottom - place.top, 0)
    const level = Math.min(place.top, area.top) - Math.max(place.bottom, area.bottom) > 0.5 * (place.top - place.bottom)
    const near = overlapArea(grown(area, 1), place) > 0 || (level && apart <= BESIDE) || (apart === 0 && over <= ABOVE)
    if (near && apart + over < least) [nearest, least] = [box, apart + over]
  }
  return nearest
}
