import type { Annotation } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import { stampOf } from '@shared/stamps/stamp-of'
import type { StampRule } from '@shared/stamps/stamp-rule'
import type { RecordReader } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'

/** Segments with the stamps that their pages have by the rules of their document. For every command that writes segments. */
export async function stampedSegments(
  read: RecordReader,
  documentId: DocumentId,
  segments: readonly Segment[],
): Promise<readonly Segment[]> {
  return withStamps(await read.where('stampRules', 'documentId', documentId), segments)
}

/** The changes that bring the stamps of a document's marks in line with its rules, once the rules are these. */
export async function stampedMarks(read: RecordReader, documentId: DocumentId, rules: readonly StampRule[]): Promise<readonly Change[]> {
  const marks = await read.where('annotations', 'documentId', documentId)
  return marks.flatMap((mark): readonly Change[] => {
    const segments = withStamps(rules, mark.segments)
    return segments === mark.segments ? [] : [put('annotations', { ...mark, segments } satisfies Annotation)]
  })
}

/** The same list where nothing changes. */
function withStamps(rules: readonly StampRule[], segments: readonly Segment[]): readonly Segment[] {
  const stamps = segments.map((segment) => stampOf(rules, segment.pageIndex))
  if (segments.every((segment, at) => segment.stamp === (stamps[at] ?? null))) return segments
  return segments.map((segment, at) => ({ ...segment, stamp: stamps[at] ?? null }))
}
