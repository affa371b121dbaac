import type { Mending } from './mend-pdf'

/** A printed dossier for the worker that mends it. */
export type MendJob = { readonly printed: Uint8Array; readonly mending: Mending }
export type MendAnswer =
  /** Pages done, and pages in all. */
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'mended'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }
