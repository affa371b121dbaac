/** A number as it was seen at the edge of a page, with what is printed around it on its line. */
export type Sighting = {
  /** Index of the page, from 0. */
  readonly page: number
  /** Offset in the page's text: tells whether two series are made of the same print. */
  readonly at: number
  readonly value: number
  readonly printed: string
  readonly before: string
  readonly after: string
}

/** Steps that are tried: one number a page, sheets of two pages, and a pile scanned from its end. */
const STEPS = [1, 2, -1] as const
/** A series of an unusual step needs more pages to be believed. */
const ENOUGH_UNUSUAL = 5
/** Pages in a row without the number after which a series counts as ended, unless it had been longer than that. */
const LONGEST_HOLE = 12

/**
 * Characters that recognition mixes up made one, white space folded: `JA O42` and `JA 042` look the same.
 */
export const sameLooking = (text: string): string =>
  text
    .replace(/[Oo]/g, '0')
    .replace(/[lI|!]/g, '1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * The series among sightings that look alike: those whose number grows by the same step from page to page, cut where too many pages
 * in a row lack it. Each sighting is in one series at most; the longest is taken first.
 */
export function seriesIn(sightings: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const found: (readonly Sighting[])[] = []
  let left = sightings
  for (const step of STEPS) {
    const byStart = new Map<number, Sighting[]>()
    for (const sighting of left) {
      const start = sighting.value - step * sighting.page
      const together = byStart.get(start) ?? []
      together.push(sighting)
      byStart.set(start, together)
    }
    const taken = new Set<Sighting>()
    const all = [...byStart.values()].flatMap(onePerPage).flatMap(cutAtHoles)
    for (const series of all.toSorted((a, b) => b.length - a.length)) {
      if (series.some((sighting) => taken.has(sighting)) || (step !== 1 && series.length < ENOUGH_UNUSUAL)) continue
      found.push(series)
      if (series.length > 2) for (const sighting of series) taken.add(sighting)
    }
    left = left.filter((sighting) => !taken.has(sighting))
  }
  return found
}

/** A stamp printed twice on a page counts once. */
function onePerPage(series: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const byPage = new Map<number, Sighting>()
  for (const sighting of series) if (!byPage.has(sighting.page)) byPage.set(sighting.page, sighting)
  return [[...byPage.values()].toSorted((a, b) => a.page - b.page)]
}

function cutAtHoles(series: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const pieces: Sighting[][] = []
  for (const sighting of series) {
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    if (piece !== undefined && last !== undefined && sighting.page - last.page - 1 <= Math.max(LONGEST_HOLE, piece.length))
      piece.push(sighting)
    else pieces.push([sighting])
  }
  return pieces
}
