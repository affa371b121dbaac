import type { Reanchored } from '@shared/anchoring/anchor-marks'
import type { AnchoredQuotation } from '@shared/anchoring/anchor-quotation'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { Document, DocumentId } from '@shared/documents/document'
import type { ClaimUnit, Proposal, SourceText } from '@shared/analyses/from-text/propose'
import type { Outcome } from '@shared/errors/outcome'
import type { EvidenceRow } from '@shared/evidence-table/evidence-table'
import type { FindOptions } from '@shared/finding/find-in-text'
import type { ForeignNote } from '@shared/foreign-notes/foreign-note'
import type { PdfMark } from '@shared/pdf-marks/pdf-mark'
import type { TakenMark } from '@shared/pdf-marks/take-over'
import type { FoundNote } from '../foreign-notes/look-through'
import type { FoundPlace } from '../reader/find-on-pages'
import type { IdentifierRow } from '../identifiers/identifier-rows'
import type { LedgerPassage } from '../purchases/ledger-passage'
import type { FoundPage, HitMark, Span } from '../search/passages-of-hits'

/** What is done with all the text of documents: what the job is about, each thing that is asked, each thing that is answered. */
type Job<About, Asked, Answer> = { readonly about: About; readonly asked: Asked; readonly answer: Answer }

/** The jobs by their names. Those that say so answer for each thing that was asked, in its order. */
export type TextJobs = {
  /** Marks by their ids, anchored again: those that would change. */
  readonly 'anchor-again': Job<null, AnnotationId, Reanchored>
  /** What is like each segment now; null where nothing is. For each. */
  readonly likeness: Job<{ readonly pageCount: number }, Segment, Segment | null>
  /** Notes looked for in a document. For each. */
  readonly notes: Job<Document, ForeignNote, FoundNote>
  /** Marks that stand in a file with their parts, as marks of ours; null where a page is not known. For each. */
  readonly 'file-marks': Job<{ readonly documentId: DocumentId; readonly program: string }, readonly PdfMark[], TakenMark | null>
  /** The places of some words on pages of a document, `most` of them. */
  readonly find: Job<
    { readonly documentId: DocumentId; readonly query: string; readonly options: FindOptions; readonly most: number },
    number,
    FoundPlace
  >
  /** The hits of a query on some pages, as marks. */
  readonly hits: Job<{ readonly query: string; readonly span: Span }, FoundPage, HitMark>
  /** The sentence around an identifier. For each. */
  readonly identifier: Job<null, IdentifierRow, Outcome<LedgerPassage>>
  /** Rows of an evidence table anchored in a document; null where the mark would repeat words that are held back. For each. */
  readonly evidence: Job<Document, EvidenceRow, AnchoredQuotation | null>
  /** The pages of a document as one text. For each. */
  readonly 'one-text': Job<null, DocumentId, SourceText>
  /** An analysis proposed from a text. For each. */
  readonly propose: Job<{ readonly unit: ClaimUnit }, SourceText, Proposal>
}

/** A piece of the answer, and how much was gone through for it so far. */
export type TextPiece<Answer> = { readonly answers: readonly Answer[]; readonly done: number }

/** To the worker: what is to be done. */
export type TextOrder<Kind extends keyof TextJobs = keyof TextJobs> = {
  readonly [Each in Kind]: {
    readonly database: string
    readonly derived: string
    readonly kind: Each
    readonly about: TextJobs[Each]['about']
    readonly asked: readonly TextJobs[Each]['asked'][]
  }
}[Kind]

/** From it: pieces of the answer, then the end. */
export type TextReport<Kind extends keyof TextJobs = keyof TextJobs> = TextPiece<TextJobs[Kind]['answer']> | 'end'
