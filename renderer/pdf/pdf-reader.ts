import type { ExtractedPage } from '@shared/documents/page'
import type { OutlineItem } from '@shared/documents/document'
import type { PaintedPage } from '@shared/redactions/painted-page'
import type { PageRotation, PdfRect } from '@shared/units/geometry'
import type { PageIndex } from '@shared/units/pages'
import type { DocumentParts } from './document-parts'
import type { RawPdfMark } from './page-marks'
import type { PageViewport, RenderTask, TextLayer } from 'pdfjs-dist'
import type { GreyPicture } from './grey-picture'

/**
 * A link drawn on a page: to a page of the same document, with the height at which it is to be shown (`y`, PDF user space, points; null
 * for its upper edge), or an address outside, which Vouch shows and never opens.
 */
export type PdfLink = {
  readonly area: PdfRect
  readonly to: { readonly page: PageIndex; readonly y: number | null } | { readonly address: string }
}

/** The links of a page; `more` where it has more than are taken. */
export type PageLinks = { readonly links: readonly PdfLink[]; readonly more: boolean }

export type DrawOptions = {
  /** The page is drawn once and not looked at: what was read for drawing it is given up at once. */
  readonly passing?: boolean
}

/**
 * An open PDF, as the rest of the renderer sees it. pdf.js stands behind `renderer/pdf/`; nothing outside that folder
 * imports it.
 */
export type PdfReader = {
  readonly pageCount: number
  readonly labels: readonly (string | null)[]
  readonly metadata: Readonly<Record<string, string>>
  readonly encrypted: boolean
  readonly copyingDiscouraged: boolean
  outline(): Promise<readonly OutlineItem[]>
  /** Size, rotation, kind and text of a page, as import keeps them. Pages that pdf.js can't read come out empty. */
  extract(index: PageIndex): Promise<ExtractedPage>
  /** Geometry of a page at a scale (1 = 72 dpi, CSS pixels per point) and an extra rotation of the view. */
  viewport(index: PageIndex, scale: number, extraRotation?: 0 | 90 | 180 | 270): Promise<PageViewport>
  /** Draws a page into a canvas of the viewport's size; cancel by `task.cancel()`. */
  draw(index: PageIndex, canvas: HTMLCanvasElement, viewport: PageViewport, options?: DrawOptions): Promise<RenderTask>
  /** Puts selectable text over a page. Its `textDivs` stand in the order of `textStarts`. */
  textLayer(index: PageIndex, container: HTMLElement, viewport: PageViewport): Promise<TextLayer>
  /** For each div of the text layer, the offset (UTF-16 units) of its first character in the page's text. */
  textStarts(index: PageIndex): Promise<readonly number[]>
  /** The links of a page; none where the page can't be read. */
  links(index: PageIndex): Promise<PageLinks>
  /** Attachments, form fields and scripts. Nothing of it is run. */
  parts(): Promise<DocumentParts>
  /** The bytes of an attachment by its id; null where they can't be read. */
  attachment(id: string): Promise<Uint8Array | null>
  /** The marks that somebody's program left on the page; none where the page can't be read. */
  marks(index: PageIndex): Promise<readonly RawPdfMark[]>
  /** A PNG of part of a page (PDF user space, points; null for the whole), at `scale` pixels a point. */
  picture(index: PageIndex, area: PdfRect | null, scale: number): Promise<Blob>
  /** What a page paints, in order, for whoever looks for redactions. Ask a document for one page at a time, and for nothing else meanwhile. */
  painted(index: PageIndex): Promise<PaintedPage>
  /** The solid dark boxes in a page's picture, PDF user space, points; for scans. */
  darkAreas(index: PageIndex): Promise<readonly PdfRect[]>
  /** A whole page in greys as a reader shows it, turned clockwise, for recognising its text. Works in workers only. */
  greys(index: PageIndex, dotsPerInch: number, turned: PageRotation): Promise<GreyPicture>
  close(): Promise<void>
}
