import type { ExtractedPage } from '@shared/documents/page'
import type { Problem } from '@shared/errors/outcome'
import type { PaintedPage } from '@shared/redactions/painted-page'
import type { PdfRect } from '@shared/units/geometry'

/** What the window asks of a worker that reads exhibits, one document after the other; each is answered before the next is asked. */
export type ExhibitAsk =
  | { readonly kind: 'open'; readonly blob: Blob; readonly name: string; readonly password: string | null }
  | { readonly kind: 'extract'; readonly index: number }
  | { readonly kind: 'painted'; readonly index: number }
  | { readonly kind: 'picture'; readonly index: number; readonly area: PdfRect; readonly scale: number }
  | { readonly kind: 'close' }

export type ExhibitAnswer =
  | { readonly kind: 'open'; readonly pageCount: number }
  | { readonly kind: 'extract'; readonly page: ExtractedPage }
  | { readonly kind: 'painted'; readonly page: PaintedPage }
  /** A PNG; null where it can't be drawn. */
  | { readonly kind: 'picture'; readonly bytes: Uint8Array<ArrayBuffer> | null }
  | { readonly kind: 'close' }
  /** The document can't be opened. */
  | { readonly kind: 'trouble'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly message: string }

/** Starts a worker. `base` is the address of the folder that holds `pdfjs/`. */
export type ExhibitStart = { readonly base: string; readonly port: MessagePort }
