import type { DocumentId } from '@shared/documents/document'
import type { Outcome, Problem } from '@shared/errors/outcome'
import type { PageIndex } from '@shared/units/pages'
import type { Watched } from '../workbench/workbench'
import type { RecognisedPage } from './recognition-job'
import type { PagePlace } from './recognition-order'

/** A document in the queue. */
export type RecognisingDocument = {
  readonly documentId: DocumentId
  readonly name: string
  /** Pages that were put into the queue, and how many are kept. */
  readonly of: number
  readonly done: number
  /** Pages that could not be recognised, in words. */
  readonly troubles: readonly Problem[]
}

/** A page that is being recognised, and the share of it that is done, 0 to 1. */
export type PageUnderWay = PagePlace & { readonly share: number }

export type RecognitionState = {
  readonly paused: boolean
  /** In the order in which they were begun. */
  readonly underWay: readonly PageUnderWay[]
  readonly documents: readonly RecognisingDocument[]
}

export type RecognitionOptions = {
  /** Codes of the languages to read, in order; those of the settings when left out. */
  readonly languages?: readonly string[]
  /** Before everything that was not asked for page by page. */
  readonly first?: boolean
}

/** The pages whose text is to be recognised: what is left is kept over a restart. */
export type RecognitionQueue = Watched<RecognitionState> & {
  /** Goes on with what an earlier run left. Called once by the window. */
  start(): Promise<void>
  /** Queues pages of a document; `needed` for those that are pictures and were not recognised yet. Resolves with how many were queued. */
  want(documentId: DocumentId, pages: readonly PageIndex[] | 'needed', options?: RecognitionOptions): Promise<number>
  /** Whether a page is in the queue and its text not read yet. */
  isWaiting(place: PagePlace): boolean
  /** Says which page is being looked at; null when none is. */
  lookAt(place: PagePlace | null): void
  /** Stops after the pages under way, which are kept; lasts over a restart. */
  pause(): void
  resume(): void
  /** Takes a document out of the queue, or all of them, and ends the pages under way. What was recognised stays. */
  cancel(documentId: DocumentId | null): void
  /** Puts a document before the others. */
  hurry(documentId: DocumentId): void
  /** Takes documents that are done off the list. */
  clear(): void
  /** Recognises a page and keeps nothing; waits for its turn. Problems: those of `recogniseStored`. */
  recogniseOnce(place: PagePlace, languages: readonly string[], signal: AbortSignal): Promise<Outcome<RecognisedPage>>
  /** Ends what is under way. */
  close(): void
}
