import type { DocumentId } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import type { Watched } from '../workbench/workbench'
import type { PdfReader } from './pdf-reader'

/** PDFs open for reading, shared by reference count so that two screens do not open one file twice. */
export type OpenDocuments = {
  /** Opens from the stored bytes, by range. Call `release` as often as `open`. */
  open(id: DocumentId): Promise<Outcome<PdfReader>>
  release(id: DocumentId): void
  /** Remembers a password until the application is closed. */
  rememberPassword(id: DocumentId, password: string): void
  /** The password given in this session; null where none was. */
  passwordOf(id: DocumentId): string | null
  /** How often a password was given: what waits for one looks again. */
  readonly unlocked: Watched<number>
}
