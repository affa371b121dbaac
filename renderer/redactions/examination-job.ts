import type { DocumentId } from '@shared/documents/document'

/** Starts the worker that looks at pages. `base` is the address of the folder that holds `pdfjs/`. */
export type ExaminationStart = { readonly base: string; readonly database: string; readonly derived: string; readonly port: MessagePort }

/** A page to look at. `write`: what was seen until now is written; pages are written together, as every live query of the window takes note. */
export type PageToLookAt = {
  readonly documentId: DocumentId
  readonly password: string | null
  readonly index: number
  readonly write: boolean
}

/** What the window asks; each is answered before the next is asked. `rest` writes what was seen and lets the document go. */
export type ExaminationAsk = ({ readonly kind: 'look' } & PageToLookAt) | { readonly kind: 'rest' }

/** `opened` is false where the document can't be opened now: a password is needed, its bytes are missing. */
export type ExaminationAnswer = { readonly kind: 'looked'; readonly opened: boolean } | { readonly kind: 'rested' }
