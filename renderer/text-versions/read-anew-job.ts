import type { DocumentId } from '@shared/documents/document'

/** What the worker is asked: to read one document again and compare. `base` is the address of the folder that holds pdf.js's data; it answers through `port`. */
export type ReadAnewJob = {
  readonly base: string
  readonly database: string
  readonly derived: string
  readonly documentId: DocumentId
  readonly password: string | null
  readonly port: MessagePort
}

/** `page` after each page; `done` whether the document could be read and compared. */
export type ReadAnewAnswer = { readonly kind: 'page' } | { readonly kind: 'done'; readonly compared: boolean }
