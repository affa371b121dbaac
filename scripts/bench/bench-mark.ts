import type { Annotation } from '@shared/annotations/annotation'
import type { Segment, TextRange } from '@shared/annotations/segment'
import type { Claim } from '@shared/claims/claim'
import { type EvidenceLink, RELATIONS } from '@shared/claims/evidence-link'
import type { DocumentId } from '@shared/documents/document'
import { newId } from '@shared/units/ids'
import type { PageIndex } from '@shared/units/pages'
import type { Timestamp } from '@shared/units/time'

type Marked = {
  readonly documentId: DocumentId
  readonly page: PageIndex
  readonly quads: Segment['quads']
  readonly range: TextRange
  readonly quote: string
  readonly at: Timestamp
}

/** A mark of one passage on a page of letter size. */
export const benchMark = ({ documentId, page, quads, range, quote, at }: Marked): Annotation => ({
  id: newId('annotation'),
  documentId,
  kind: 'highlight',
  comment: '',
  tags: [],
  exemptionCodes: [],
  author: 'Bench',
  createdAt: at,
  confirmed: null,
  segments: [
    {
      documentId,
      pageIndex: page,
      label: null,
      stamp: null,
      pageBox: [0, 0, 612, 792],
      rotation: 0,
      quads,
      ranges: [range],
      quote,
      prefix: '',
      suffix: '',
      textOrigin: 'embedded',
      extractor: null,
      state: 'exact',
    },
  ],
})

/** A link of a mark to a claim. @param n the relation goes round with it */
export const benchLink = (
  claim: Pick<Claim, 'id' | 'analysisId'>,
  annotation: Pick<Annotation, 'id'>,
  n: number,
  at: Timestamp,
): EvidenceLink => ({
  id: newId('evidence'),
  analysisId: claim.analysisId,
  claimId: claim.id,
  annotationId: annotation.id,
  relation: RELATIONS[n % RELATIONS.length] ?? 'context',
  readingIds: [],
  strength: null,
  note: '',
  author: 'Bench',
  createdAt: at,
})
