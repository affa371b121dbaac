import { anchorSegment } from '@shared/anchoring/anchor-annotation'
import type { Segment } from '@shared/annotations/segment'
import type { Recognition } from '@shared/documents/recognition'
import type { SegmentCheck } from '@shared/dossier/snapshot'

/**
 * Whether the words of a verified quotation were also found by a program that recognised the picture of their page; null where none has looked,
 * and for words that were recognised themselves.
 */
export function seenInPicture(
  segment: Segment,
  { state }: Pick<SegmentCheck, 'state'>,
  recognition: Recognition | undefined,
): 'agrees' | 'differs' | null {
  if (recognition === undefined || segment.textOrigin !== 'embedded' || (state !== 'exact' && state !== 'moved')) return null
  const seen = anchorSegment(
    { ...segment, ranges: [{ start: 0, end: 0 }] },
    (index) => (index === segment.pageIndex ? recognition.text : undefined),
    segment.pageIndex + 1,
  )
  return seen.state === 'exact' || seen.state === 'moved' ? 'agrees' : 'differs'
}
