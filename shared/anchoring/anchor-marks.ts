import { type Annotation, stateOf } from '../annotations/annotation'
import { ANCHOR_STATES, type AnchorState, type Segment } from '../annotations/segment'
import type { ReadablePage } from '../documents/page-reading'
import { anchorSegment } from './anchor-annotation'

/** A mark whose place or state would be another one now. */
export type Reanchored = {
  readonly before: Annotation
  readonly segments: Annotation['segments']
  readonly from: AnchorState
  readonly to: AnchorState
}

/**
 * Anchors the marks of a document again in the text in force, and tells which would change. Words of another origin than the page's text
 * now (recognised ones where embedded ones are in force) are left alone: their ranges mean another text. Moved marks whose words stand
 * where they stood stay `moved`, and nothing that was approximate or lost becomes better unless its words are there.
 */
export function anchorMarks(marks: readonly Annotation[], pages: ReadonlyMap<number, ReadablePage>): readonly Reanchored[] {
  return marks.flatMap((before) => {
    const segments = before.segments.map((segment) => again(segment, pages))
    const to = stateOf({ ...before, segments })
    const same = segments.every((segment, at) => segment === before.segments[at])
    return same ? [] : [{ before, segments, from: stateOf(before), to }]
  })
}

function again(segment: Segment, pages: ReadonlyMap<number, ReadablePage>): Segment {
  const own = pages.get(segment.pageIndex)
  if (segment.quote === '' || (own !== undefined && own.text.origin !== segment.textOrigin)) return segment
  const found = anchorSegment(
    segment,
    (index) => pages.get(index)?.text,
    pages.size,
    (index) => pages.get(index)?.page,
  )
  const stamp = found.pageIndex === segment.pageIndex ? segment.stamp : (pages.get(found.pageIndex)?.stamp ?? null)
  // A mark that had moved stands where it was found then: that it is found there now does not undo the move.
  const state = segment.state === 'moved' && found.state === 'exact' ? 'moved' : found.state
  const after: Segment = { ...found, stamp, state }
  return JSON.stringify(after) === JSON.stringify(segment) ? segment : after
}

/** How many marks are in each of the four states; they add up to the number of marks. */
export function countsByState(states: readonly AnchorState[]): Readonly<Record<AnchorState, number>> {
  const counts = { exact: 0, moved: 0, approximate: 0, lost: 0 }
  for (const state of states) counts[state] += 1
  return counts
}

/** `12 exact, 1 moved, 0 approximate, 0 lost` */
export const stateCountWords = (counts: Readonly<Record<AnchorState, number>>): string =>
  ANCHOR_STATES.map((state) => `${counts[state].toLocaleString('en-US')} ${state}`).join(', ')
