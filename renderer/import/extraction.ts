import type { Document, DocumentId, DocumentMedia } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import type { Sha256 } from '@shared/units/hashes'

/** What reading a document gave, apart from the rows of its pages, which the worker puts into the database itself. */
export type Extraction = Pick<
  Document,
  'pageCount' | 'pagesWithText' | 'pagesImageOnly' | 'outline' | 'metadata' | 'encrypted' | 'copyingDiscouraged'
> & {
  readonly extractor: NonNullable<Document['extractor']>
  /** The text file for the vault (shared/storage/text-file.ts) in UTF-8, and its SHA-256. */
  readonly textFile: Uint8Array<ArrayBuffer>
  readonly textSha256: Sha256
}

export type ReadJob = {
  readonly documentId: DocumentId
  readonly name: string
  readonly blob: Blob
  readonly media: DocumentMedia
  readonly password: string | null
}

/** To the worker, over its port. `start` comes first and alone through the worker itself, with the port. */
export type StartMessage = { readonly kind: 'start'; readonly base: string; readonly database: string; readonly port: MessagePort }
export type ToWorker = { readonly kind: 'read'; readonly job: ReadJob } | { readonly kind: 'cancel' }

/** From the worker. One job runs at a time, so messages need not name it. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly outcome: Outcome<Extraction> }
