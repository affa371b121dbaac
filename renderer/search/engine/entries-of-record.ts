import { type Annotation, firstSegment, quotationOf } from '@shared/annotations/annotation'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import type { SearchNote } from '@shared/searches/search-note'
import type { Entry } from './search-index'

/** What is searched of a mark: its quotation, and its comment with its tags. */
export function entriesOfMark(mark: Annotation): readonly Entry[] {
  const first = firstSegment(mark)
  const origin = first.textOrigin === 'typed' ? null : first.textOrigin
  const source = { documentId: mark.documentId, page: first.pageIndex, recordId: mark.id }
  return [
    { ...source, kind: 'quotation', origin, text: quotationOf(mark) },
    { ...source, kind: 'comment', origin: null, text: [mark.comment, ...mark.tags].join('\n') },
  ]
}

export const entryOfClaim = (claim: Claim): Entry => ({
  kind: 'claim',
  documentId: null,
  page: null,
  recordId: claim.id,
  origin: null,
  text: [claim.number, claim.text, claim.scopeLimit ?? '', claim.notes].filter((part) => part !== '').join('\n'),
})
export const entryOfLink = (link: EvidenceLink): Entry => ({
  kind: 'link-note',
  documentId: null,
  page: null,
  recordId: link.id,
  origin: null,
  text: link.note,
})
export const entryOfNote = (note: SearchNote): Entry => ({
  kind: 'search-note',
  documentId: null,
  page: null,
  recordId: note.id,
  origin: null,
  text: [note.words, note.where, note.result, note.wouldHaveShown].join('\n'),
})
