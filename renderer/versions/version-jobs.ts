import type { DocumentId } from '@shared/documents/document'
import type { DocumentVersion } from '@shared/documents/document-version'
import type { CarriedMark } from '@shared/versions/carry-mark'
import type { PagePair } from '@shared/versions/match-pages'
import type { PictureHash } from '@shared/versions/picture-hash'
import type { ComparedPair } from '@shared/versions/version-summary'

/** The databases that a worker opens for itself, so that no text passes through the window's thread. */
export type StoreNames = { readonly database: string; readonly derived: string }

/** Two documents, the earlier version and the later one. */
export type Versions = { readonly earlierId: DocumentId; readonly laterId: DocumentId }

/** Hashes of the pictures of pages without words, by page index. */
export type PictureHashes = ReadonlyMap<number, PictureHash>

/** What the versions worker is asked. Each worker does one job. */
export type VersionJob =
  /** `pages`: the pairs that the researcher settled on; matched anew where null. */
  | (StoreNames &
      Versions & {
        readonly kind: 'compare'
        readonly pages: DocumentVersion['pages'] | null
        readonly pictures: { readonly earlier: PictureHashes; readonly later: PictureHashes }
      })
  | (StoreNames & Versions & { readonly kind: 'carry'; readonly pairs: readonly PagePair[] })
  /** Which documents of the library look like another version of these. */
  | (StoreNames & { readonly kind: 'likely'; readonly of: readonly DocumentId[] })

/** The words of a change, for the list beside the pictures; in the order of a pair's changes. */
export type ChangeWords = { readonly earlier: string; readonly later: string }
export type ComparedWords = ComparedPair & { readonly words: readonly ChangeWords[] }

/** `agree`: share of words in common, 0 to 1, estimated; `sameName`: the names differ only in dates, numbers and words like `redacted`. */
export type LikelyVersion = { readonly of: DocumentId; readonly other: DocumentId; readonly agree: number; readonly sameName: boolean }

export type VersionAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'compared'; readonly pairs: readonly ComparedWords[] }
  | { readonly kind: 'carried'; readonly marks: readonly CarriedMark[] }
  | { readonly kind: 'likely'; readonly found: readonly LikelyVersion[] }
  | { readonly kind: 'failed'; readonly message: string }
