import type { PdfRect } from '../units/geometry'
import type { FailedRedaction } from './failed-redactions'

/** A box that seems to withhold what stood there. */
export type FoundBox = {
  /** Names it within its page, by its place. */
  readonly key: string
  readonly area: PdfRect
  readonly look: 'dark' | 'light'
  /** Drawn on the page, laid over it as an annotation, marked and never carried out, or seen in the picture of a scan. */
  readonly from: 'page' | 'annotation' | 'unapplied' | 'picture'
}

/** What was seen on a page by looking at what it paints. */
export type PageFindings = { readonly boxes: readonly FoundBox[]; readonly failed: readonly FailedRedaction[] }
