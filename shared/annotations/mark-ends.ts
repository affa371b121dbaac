import type { Segment } from './segment'

/** A place in the text of a document, as the reader names it: page index from 0, offset in UTF-16 units. */
type Place = { readonly page: number; readonly offset: number }
/** A mark's passages after one of its ends was moved: those that stay as they are, and the one that is to be read anew. */
export type MovedEnd = {
  readonly before: readonly Segment[]
  readonly passage: { readonly from: Place; readonly to: Place }
  readonly after: readonly Segment[]
}
export type MarkEnd = 'start' | 'end'

const compare = (a: Place, b: Place): number => a.page - b.page || a.offset - b.offset
const startOf = (segment: Segment): Place => ({ page: segment.pageIndex, offset: segment.ranges[0]?.start ?? 0 })
const endOf = (segment: Segment): Place => ({ page: segment.pageIndex, offset: segment.ranges.at(-1)?.end ?? 0 })

/** Where a mark on text begins and ends; null for boxes, and where a passage lies in several pieces (columns read across), which no single end can move. */
export function endsOf(segments: readonly Segment[]): Readonly<Record<MarkEnd, Place>> | null {
  const [first, last] = [segments[0], segments.at(-1)]
  return first === undefined || last === undefined || first.ranges.length !== 1 || last.ranges.length !== 1
    ? null
    : { start: startOf(first), end: endOf(last) }
}

/** Moves an end of a mark to another place. Passages that the end has passed go; null where nothing of the mark would be left. */
export function movedEnd(segments: readonly Segment[], end: MarkEnd, to: Place): MovedEnd | null {
  if (end === 'end') {
    const at = segments.findLastIndex((segment) => compare(startOf(segment), to) < 0)
    const segment = segments[at]
    return segment === undefined ? null : { before: segments.slice(0, at), passage: { from: startOf(segment), to }, after: [] }
  }
  const at = segments.findIndex((segment) => compare(to, endOf(segment)) < 0)
  const segment = segments[at]
  return segment === undefined ? null : { before: [], passage: { from: to, to: endOf(segment) }, after: segments.slice(at + 1) }
}
