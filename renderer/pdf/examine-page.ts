import { darkAreas } from '@shared/redactions/dark-areas'
import type { PaintedPage, PaintedShape } from '@shared/redactions/painted-page'
import { type PdfRect, pdfRect } from '@shared/units/geometry'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'
import type { PaintCodes } from './paint-codes'
import { annotationsOfKind } from './page-annotations'
import { type FontFacts, paintedPage } from './painted-page'
import { pdfjs } from './pdfjs'

const { OPS } = pdfjs
const CODES: PaintCodes = {
  ...OPS,
  fills: new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]),
  strokes: new Set([OPS.stroke, OPS.closeStroke]),
  solidImages: new Set([OPS.paintSolidColorImageMask]),
}
/** Pixels a point at which a scan is looked at: 100 dpi. */
const SCALE = 100 / 72
const MOST_PIXELS = 4_000_000

const redactSchema = z.object({ subtype: z.literal('Redact'), rect: z.tuple([z.number(), z.number(), z.number(), z.number()]) })
const fontSchema = z.object({ fontMatrix: z.array(z.number()).optional(), vertical: z.boolean().optional() })

/** What a page paints, its annotations over it. Marks that ask for a redaction which nobody carried out are among the shapes. */
export async function readPaintedPage(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<PaintedPage> {
  const [operators, annotations] = await Promise.all([
    page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE }),
    annotationsOfKind(pdf, page, 'Redact'),
  ])
  const known = new Map<string, ReturnType<FontFacts>>()
  const fonts: FontFacts = (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const font = fontSchema.safeParse(page.commonObjs.has(name) ? page.commonObjs.get(name) : {})
    const facts = { unit: font.data?.fontMatrix?.[0] ?? 0.001, vertical: font.data?.vertical ?? false }
    known.set(name, facts)
    return facts
  }
  const painted = paintedPage(operators, CODES, fonts)
  const asked = annotations.flatMap((annotation: unknown): PaintedShape[] => {
    const redact = redactSchema.safeParse(annotation)
    return redact.success
      ? [{ area: pdfRect(...redact.data.rect), order: Number.MAX_SAFE_INTEGER, light: null, neutral: true, from: 'unapplied' }]
      : []
  })
  return { ...painted, shapes: [...painted.shapes, ...asked] }
}

/** The solid dark boxes in the picture of a page, PDF user space, points. Draws the page small; made for workers. */
export async function readDarkAreas(page: PDFPageProxy): Promise<readonly PdfRect[]> {
  const whole = page.getViewport({ scale: 1 })
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / Math.max(1, whole.width * whole.height)))
  const viewport = page.getViewport({ scale })
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return []
  // pdf.js's types know only the canvas of a page; its code draws on any.
  const parameters: Parameters<PDFPageProxy['render']>[0] = { canvas: null, viewport, intent: 'print' }
  Reflect.set(parameters, 'canvas', canvas)
  await page.render(parameters).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  canvas.width = 0
  canvas.height = 0
  const greys = new Uint8Array(width * height)
  for (let at = 0; at < greys.length; at += 1)
    greys[at] = (299 * (data[4 * at] ?? 0) + 587 * (data[4 * at + 1] ?? 0) + 114 * (data[4 * at + 2] ?? 0)) / 1000
  return darkAreas({ width, height, greys }).map(({ left, top, right, bottom }) => {
    const [x0 = 0, y0 = 0] = viewport.convertToPdfPoint(left, top)
    const [x1 = 0, y1 = 0] = viewport.convertToPdfPoint(right, bottom)
    return pdfRect(x0, y0, x1, y1)
  })
}
