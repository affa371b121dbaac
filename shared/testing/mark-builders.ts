import { type Annotation, annotationSchema } from '../annotations/annotation'
import { type Segment, segmentSchema } from '../annotations/segment'
import type { Document } from '../documents/document'
import type { Sha256 } from '../units/hashes'
import { BUILT_AT, nextId } from './built-ids'

/** A segment whose quotation begins at the start of its page's text. */
export const aSegment = (documentId: Sha256, over: Partial<Segment> = {}): Segment => {
  const quote = over.quote ?? 'shall not exceed'
  return segmentSchema.parse({
    documentId,
    pageIndex: 0,
    label: null,
    stamp: null,
    pageBox: [0, 0, 612, 792],
    rotation: 0,
    quads: [[72, 712, 200, 712, 72, 700, 200, 700]],
    ranges: [{ start: 0, end: quote.length }],
    quote,
    prefix: '',
    suffix: '',
    textOrigin: 'embedded',
    extractor: { name: 'pdf.js', version: '6.5.438' },
    state: 'exact',
    ...over,
  })
}

export const anAnnotation = (
  document: Pick<Document, 'id'>,
  over: Partial<Omit<Annotation, 'segments'>> & { readonly segments?: readonly Partial<Segment>[] } = {},
): Annotation =>
  annotationSchema.parse({
    id: `annotation_t${nextId()}`,
    documentId: document.id,
    kind: 'highlight',
    comment: '',
    tags: [],
    exemptionCodes: [],
    author: 'Researcher',
    createdAt: BUILT_AT,
    confirmed: null,
    ...over,
    segments: (over.segments ?? [{}]).map((segment) => aSegment(document.id, segment)),
  })
