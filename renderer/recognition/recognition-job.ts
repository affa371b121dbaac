import type { DocumentId } from '@shared/documents/document'
import type { Recognition } from '@shared/documents/recognition'
import type { Outcome } from '@shared/errors/outcome'
import type { PageIndex } from '@shared/units/pages'

/** A language to read: `eng` ships with Vouch, others come with their data (`.traineddata`, not packed). */
export type LanguageData = { readonly code: string; readonly data: Blob | null }

/** A page to be recognised. */
export type RecognitionJob = {
  readonly documentId: DocumentId
  readonly name: string
  readonly blob: Blob
  readonly password: string | null
  readonly page: PageIndex
  readonly languages: readonly LanguageData[]
}

/** What was recognised on a page: a recognition that has not been stored. */
export type RecognisedPage = Omit<Recognition, 'id' | 'at'>

/** As the command takes it, which names the document once for all pages. */
export function withoutDocument({ documentId: _document, ...page }: RecognisedPage): Omit<RecognisedPage, 'documentId'> {
  return page
}

/** What the window and its recognition worker say to each other. The first message brings the port for all others. */
export type StartMessage = { readonly kind: 'start'; readonly base: string; readonly port: MessagePort }
export type ToWorker = { readonly kind: 'recognise'; readonly job: RecognitionJob }
export type FromWorker =
  /** Share of the page that is done, 0 to 1. */
  { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'done'; readonly outcome: Outcome<RecognisedPage> }
