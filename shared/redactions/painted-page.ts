import type { PdfRect } from '../units/geometry'

/** Something filled on a page that may hide what lies under it. Areas in PDF user space, points. */
export type PaintedShape = {
  readonly area: PdfRect
  /** Place in the order of painting; a higher number lies over a lower one. Annotations lie over all of the page. */
  readonly order: number
  /** How light it is, 0 black to 1 white; null for patterns and for a redaction that was marked and never carried out. */
  readonly light: number | null
  /** Whether its colour is black, white or a grey. */
  readonly neutral: boolean
  readonly from: 'page' | 'annotation' | 'unapplied'
}

/** A character as it is painted. */
export type PaintedGlyph = {
  /** What it stands for; may be several characters (a ligature), may be empty. */
  readonly unicode: string
  /** Its middle, and its size along and across the writing direction, points. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly order: number
  /** Drawn without ink (text rendering mode 3), as the words under a scan are. */
  readonly invisible: boolean
  readonly light: number | null
}

/** What a page paints, in order: what may hide, and what may be hidden. */
export type PaintedPage = { readonly shapes: readonly PaintedShape[]; readonly glyphs: readonly PaintedGlyph[] }
