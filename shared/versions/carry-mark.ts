import { findInDocument } from '../anchoring/find-in-document'
import { makeSegment, partsOfPage } from '../anchoring/make-segment'
import type { Annotation } from '../annotations/annotation'
import { type AnchorState, type Segment, worstOf } from '../annotations/segment'
import type { DocumentId } from '../documents/document'
import type { ReadablePage } from '../documents/page-reading'
import { pageIndex } from '../units/pages'

/** What a mark would be in another version of its document, for the researcher to decide. */
export type CarriedMark = {
  readonly from: Annotation
  /** How its words were found there: the worst of its segments. A mark without words of the page is only ever `approximate`: it is carried by its place. */
  readonly state: AnchorState
  /** The segments there, in the words of that version; those of lost segments are left out. */
  readonly segments: readonly Segment[]
  readonly byPlace: boolean
}

export type CarryingTo = {
  readonly documentId: DocumentId
  readonly pageCount: number
  /** A page of the other version with its text in force; undefined beyond its end. */
  readonly pageOf: (index: number) => ReadablePage | undefined
  /** The page of the other version that answers to a page of this one; null where none does. */
  readonly answers: (index: number) => number | null
}

/**
 * Looks for a mark's passage in another version of its document: by its quotation, on the page that answers to its own and then around it.
 * `exact` is where the words stand at the same place of the text of that page. Nothing is written.
 */
export function carryMark(mark: Annotation, to: CarryingTo): CarriedMark {
  const carried = mark.segments.map((segment) => carrySegment(segment, to))
  return {
    from: mark,
    state: worstOf(carried.map(({ state }) => state)),
    segments: carried.flatMap(({ segment }) => (segment === null ? [] : [segment])),
    byPlace: carried.some(({ byPlace }) => byPlace),
  }
}

type CarriedSegment = { readonly state: AnchorState; readonly segment: Segment | null; readonly byPlace: boolean }
const LOST: CarriedSegment = { state: 'lost', segment: null, byPlace: false }

function carrySegment(segment: Segment, { documentId, pageCount, pageOf, answers }: CarryingTo): CarriedSegment {
  const page = answers(segment.pageIndex)
  if (segment.textOrigin === 'typed' || segment.ranges.length === 0 || segment.quote.trim() === '')
    return byPlace(segment, documentId, page === null ? undefined : pageOf(page))
  const { quote, prefix, suffix, ranges } = segment
  const from = page ?? Math.min(segment.pageIndex, Math.max(0, pageCount - 1))
  const { passage, pageIndex: found } = findInDocument((index) => pageOf(index)?.text, pageCount, { quote, prefix, suffix, ranges }, from)
  const there = pageOf(found)
  if (passage.how === 'lost' || there === undefined) return LOST
  return {
    state: passage.how,
    segment: makeSegment({ documentId, ...partsOfPage(there), ranges: passage.ranges, searched: quote, state: passage.how }),
    byPlace: false,
  }
}

/** A box, or typed words: the same place on the page that answers, to be compared by eye. */
function byPlace(segment: Segment, documentId: DocumentId, there: ReadablePage | undefined): CarriedSegment {
  if (there === undefined) return { ...LOST, byPlace: true }
  const { page, stamp } = there
  return {
    state: 'approximate',
    segment: {
      ...segment,
      documentId,
      pageIndex: pageIndex(page.index),
      label: page.label,
      stamp,
      pageBox: page.box,
      rotation: page.rotation,
      ranges: [],
    },
    byPlace: true,
  }
}
