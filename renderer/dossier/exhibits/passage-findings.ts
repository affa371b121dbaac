import type { AnnotationId } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import type { PassagePicture, SegmentBlackout, SegmentCheck, SnapshotRecords } from '@shared/dossier/snapshot'
import { unreadSegment } from './check-segment'

/** A segment with the mark that it belongs to, and its place among the segments of that mark. */
export type PlacedSegment = { readonly annotationId: AnnotationId; readonly segment: Segment; readonly at: number }

/** What reading the passages of a document again brought. */
export type PassageFindings = {
  readonly checks: readonly SegmentCheck[]
  readonly blackouts: readonly SegmentBlackout[]
  /** Each with the bytes of its PNG. */
  readonly pictures: readonly { readonly picture: PassagePicture; readonly bytes: Uint8Array }[]
}

export const NO_FINDINGS: PassageFindings = { checks: [], blackouts: [], pictures: [] }

/** The segments of all marks that lie in a document. */
export const passagesIn = ({ annotations }: Pick<SnapshotRecords, 'annotations'>, id: DocumentId): readonly PlacedSegment[] =>
  annotations
    .flatMap((annotation) => annotation.segments.map((segment, at) => ({ annotationId: annotation.id, segment, at })))
    .filter(({ segment }) => segment.documentId === id)

/** What is said of passages that could not be read. */
export const unreadPassages = (passages: readonly PlacedSegment[], why: string): readonly SegmentCheck[] =>
  passages.map(({ annotationId, at }) => ({ annotationId, segment: at, ...unreadSegment(why) }))
