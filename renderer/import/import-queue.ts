import type { ChosenFile } from '@shared/desktop/desktop'
import type { DocumentId, DocumentMedia } from '@shared/documents/document'
import type { Outcome, Problem } from '@shared/errors/outcome'
import type { RunOptions, Watched } from '../workbench/workbench'
import type { Extraction } from './extraction'

/** A file to import: chosen in a native dialog (token) or dropped into the window (Blob). */
export type Incoming =
  | { readonly from: 'shell'; readonly file: ChosenFile }
  | { readonly from: 'window'; readonly name: string; readonly blob: Blob }

export const IMPORT_STEPS = ['waiting', 'hashing', 'opening', 'reading-text', 'storing'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

/** How a file came out. Every file of a batch ends as one of these, so the balance sheet adds up. */
export type ImportResult =
  | { readonly kind: 'added'; readonly documentId: DocumentId; readonly pages: number }
  | { readonly kind: 'duplicate'; readonly documentId: DocumentId }
  /** Kept and listed, but nothing can be quoted from it (broken), or not yet (password). */
  | { readonly kind: 'kept'; readonly documentId: DocumentId; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'cancelled' }

export type ImportItem = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly step: ImportStep | 'done'
  /** What kind of file it is; a PDF until its first bytes were looked at. The rows of a table count as its pages. */
  readonly media: DocumentMedia
  /** Pages read so far and in all, while reading text. */
  readonly pages: { readonly done: number; readonly of: number } | null
  readonly result: ImportResult | null
}

/** What reading a file gave that is not yet part of the library: the facts for its record, or why nothing can be quoted from it (yet). */
export type Brought =
  | { readonly kind: 'read'; readonly facts: Omit<Extraction, 'textFile'> }
  | { readonly kind: 'kept'; readonly problem: Problem }

export type ImportQueue = {
  /** All files of the current batches, in the order in which they came. */
  readonly items: Watched<readonly ImportItem[]>
  /** Queues files; resolves when all of these have ended, with one result for each, in order. `options` say who imports, for the custody log. */
  add(files: readonly Incoming[], options?: RunOptions): Promise<readonly ImportItem[]>
  /**
   * Goes on with what an earlier run left: files whose bytes are in the vault are read, the others are listed as refused with
   * what to do. Called once at start; resolves when all have ended.
   */
  resume(): Promise<readonly ImportItem[]>
  cancel(id: string): void
  cancelAll(): void
  /** Clears ended items from the list. */
  clear(): void
  /**
   * Brings the bytes and the text of a file into both copies as an import does, without making it part of the library: whoever asks adds
   * the record, in one command with others, and removes the rows (`removeRows`) if it comes to nothing.
   * @param expected the SHA-256 that names it; other bytes are refused with `other-bytes`
   * @param name for the sentences about it; its ending says what kind of file it is
   */
  bring(name: string, blob: Blob, expected: DocumentId, signal: AbortSignal): Promise<Outcome<Brought>>
  /** Tries a password on a kept document; on success its text is read and it becomes ready. */
  unlock(documentId: DocumentId, password: string): Promise<ImportResult>
}
