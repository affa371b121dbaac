import { z } from 'zod'
import { documentIdSchema } from '../documents/document'
import { type Id, idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { type AnchorState, segmentSchema, worstOf } from './segment'

export type AnnotationId = Id<'annotation'>
export const annotationIdSchema = idSchema('annotation')

export const ANNOTATION_KINDS = ['highlight', 'underline', 'area', 'redaction', 'page-note'] as const
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number]
export const ANNOTATION_KIND_WORDS: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'highlight',
  underline: 'underline',
  area: 'area',
  redaction: 'redaction',
  'page-note': 'page note',
}

/** A marked passage: an ordered list of segments over any pages of one document. */
export const annotationSchema = record({
  id: annotationIdSchema,
  /** The document it stands in; every segment names the same one. */
  documentId: documentIdSchema,
  kind: z.enum(ANNOTATION_KINDS),
  segments: list(segmentSchema).refine((segments) => segments.length > 0, 'a mark has at least one segment'),
  comment: z.string(),
  tags: list(z.string()),
  /** For redactions: what was withheld under which exemption, `(b)(7)(E)`. */
  exemptionCodes: list(z.string()),
  author: z.string(),
  createdAt: timestampSchema,
  /** Who confirmed an approximate match, and when; null while nobody has. */
  confirmed: record({ by: z.string(), at: timestampSchema }).nullable(),
  /** For a mark that stood in the PDF already: who made it there, with which program, and when, as the file says it. */
  pdfOrigin: record({
    author: z.string(),
    program: z.string(),
    modified: z.string(),
    subtype: z.string(),
    reference: z.string(),
  }).exactOptional(),
  /** For a mark carried over from another version of the document: the mark it was, there. */
  carriedFrom: record({ annotationId: annotationIdSchema, documentId: documentIdSchema }).exactOptional(),
})
export type Annotation = z.infer<typeof annotationSchema>

/** A mark's first segment: there is always one. */
export function firstSegment(annotation: Annotation): Annotation['segments'][number] {
  const first = annotation.segments[0]
  if (first === undefined) throw new Error(`${annotation.id} has no segment`)
  return first
}

/** The whole quotation: segments joined, a gap shown by an ellipsis. */
export const quotationOf = (annotation: Annotation): string => annotation.segments.map((segment) => segment.quote).join(' … ')

/** A mark's state is that of its worst segment. */
export const stateOf = (annotation: Annotation): AnchorState => worstOf(annotation.segments.map((segment) => segment.state))

/** Reading order within a document: first segment's page, then its place in the text, then top to bottom. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const [x, y] = [firstSegment(a), firstSegment(b)]
  return (
    x.pageIndex - y.pageIndex ||
    (x.ranges[0]?.start ?? 0) - (y.ranges[0]?.start ?? 0) ||
    (y.quads[0]?.[1] ?? 0) - (x.quads[0]?.[1] ?? 0) ||
    a.id.localeCompare(b.id)
  )
}
