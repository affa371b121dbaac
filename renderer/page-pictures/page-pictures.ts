import type { DocumentId } from '@shared/documents/document'
import type { Watched } from '../workbench/workbench'
import type { Filling } from './fill-thumbnails'

/** A kept picture of a page, upright as the document prints it; nothing that Vouch draws over a page is in it. */
export type KeptPicture = {
  readonly documentId: DocumentId
  /** Page index from 0. */
  readonly index: number
  readonly size: PictureSize
  /** The encoded picture. In the row itself and not a Blob: a Blob in IndexedDB is a file of its own, slower to open than to read. */
  readonly data: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Length of `data`, for the budget. */
  readonly bytes: number
  /** When it was last shown or made, ms since 1970, to the hour or so: pictures unused for longest go first. */
  readonly usedAt: number
}

/** `small`: a thumbnail, for every page. `readable`: for pages that were read. */
export type PictureSize = 'small' | 'readable'

/** Longest width of a picture, pixels. */
export const PICTURE_WIDTH: Readonly<Record<PictureSize, number>> = { small: 160, readable: 960 }

export type ThumbnailOptions = {
  /** Takes the wish back, for a page that scrolled by. */
  readonly signal?: AbortSignal
}

/** The pictures of pages that are kept in the derived database, and their making. */
export type PagePictures = {
  /**
   * A small picture of a page (160 pixels wide), kept or drawn now; of those still to be drawn the one asked for last comes first.
   * Null where the page can't be drawn, where the document can't be opened, and where the wish was taken back.
   */
  thumbnail(documentId: DocumentId, index: number, options?: ThumbnailOptions): Promise<Blob | null>
  /** A kept picture; null where none is kept. Draws nothing. */
  kept(documentId: DocumentId, index: number, size: PictureSize): Promise<KeptPicture | null>
  /** Kept pictures of pages `from` to `to` (from 0, both included) in one reading. */
  keptBetween(documentId: DocumentId, from: number, to: number, size: PictureSize): Promise<readonly KeptPicture[]>
  /** Keeps a picture that was drawn anyway. */
  keep(picture: Omit<KeptPicture, 'bytes' | 'usedAt'>): Promise<void>
  /** Says that a document is read from this page on (from 0): its missing thumbnails are made while nobody works in the window. */
  opened(documentId: DocumentId, page: number): void
  /** Of which document thumbnails are being made just now. */
  readonly filling: Watched<Filling | null>
  /** Bytes of all kept pictures. */
  size(): Promise<number>
  /** Lets pictures go until the rest fits into the budget that is set. */
  fit(): Promise<void>
  /** Removes all kept pictures; they are made again as pages are read. */
  clear(): Promise<void>
}

export const blobOf = (picture: Pick<KeptPicture, 'data' | 'type'>): Blob => new Blob([picture.data], { type: picture.type })
