import type { Segment } from './segment'

/** The places (from 0) of passages in the order in which the document has them: by page, by text, then from the top. */
export const inReadingOrder = (segments: readonly Segment[]): readonly number[] =>
  segments
    .map((_, at) => at)
    .toSorted((x, y) => {
      const [a, b] = [segments[x], segments[y]]
      if (a === undefined || b === undefined) return 0
      return (
        a.pageIndex - b.pageIndex ||
        (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0) ||
        (b.quads[0]?.[1] ?? 0) - (a.quads[0]?.[1] ?? 0)
      )
    })
