import type { Mark, MarkTone } from '../annotations/marks'
import { toneOf } from '../annotations/marks'
import { type PageShape, quadOnView, shownSize } from './page-geometry'
import type { PageLayout, ScrollPlace } from './page-layout'

/** Something that stands in the document, on the strip beside the pages: how far down (0 to 1), what it is, and where it leads. */
export type Place = { readonly share: number; readonly is: MarkTone | 'hit'; readonly to: ScrollPlace }

/** Places told apart on the strip; those that would cover each other are one. */
export const STEPS = 250

/** Where the marks stand in the whole document. The work grows with the marks. */
export function placesOfMarks(marks: readonly Mark[], shapes: readonly PageShape[], layout: PageLayout): readonly Place[] {
  const places = marks.flatMap((mark): readonly Place[] => {
    const [segment] = mark.annotation.segments
    const shape = segment === undefined ? undefined : shapes[segment.pageIndex]
    if (segment === undefined || shape === undefined) return []
    const [quad] = segment.quads
    const fraction = quad === undefined ? 0 : quadOnView(shape, 1, quad).y / shownSize(shape, 1).height
    return [placeOf(layout, segment.pageIndex, fraction, toneOf(mark))]
  })
  return apart(places)
}

/**
 * Where the hits of a search stand in the whole document.
 * @param lengthOf how long the text of a page is; a hit is taken to stand as far down as it stands in the text
 */
export const placesOfHits = (
  hits: readonly { readonly page: number; readonly start: number }[],
  lengthOf: (page: number) => number,
  layout: PageLayout,
): readonly Place[] => apart(hits.map(({ page, start }) => placeOf(layout, page, start / Math.max(1, lengthOf(page)), 'hit')))

function placeOf(layout: PageLayout, page: number, fraction: number, is: Place['is']): Place {
  const within = Math.max(0, Math.min(fraction, 1))
  const top = (layout.tops[page] ?? 0) + within * (layout.heights[page] ?? 0)
  // A little above, so that what is gone to does not stand at the very edge.
  return { share: top / Math.max(1, layout.height), is, to: { page, fraction: Math.max(0, within - 0.1) } }
}

function apart(places: readonly Place[]): readonly Place[] {
  const seen = new Map<string, Place>()
  for (const place of places) {
    const key = `${Math.round(place.share * STEPS)} ${place.is}`
    if (!seen.has(key)) seen.set(key, place)
  }
  return [...seen.values()]
}

/** The place nearest to a share of the strip; null where there is none. */
export const nearestPlace = (places: readonly Place[], share: number): Place | null =>
  places.reduce<Place | null>(
    (best, place) => (best === null || Math.abs(place.share - share) < Math.abs(best.share - share) ? place : best),
    null,
  )
