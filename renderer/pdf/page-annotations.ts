import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { isA } from './annotation-kind'
import { isShown } from './hand-over-less'
import { pdfjs } from './pdfjs'

/** The subtypes that can be asked for (ISO 32000-2, table 171), as pdf.js numbers them. */
const KINDS = { Link: pdfjs.AnnotationType.LINK, Redact: pdfjs.AnnotationType.REDACT } as const

/** pdf.js is told which pages to leave out, one by one; in documents of more pages than this the list costs more than it saves. */
const MOST_PAGES = 4000

/**
 * The annotations of one subtype that a page shows, in the page's order, as pdf.js gives them. pdf.js leaves out the others before they
 * come to this thread: a page may have a hundred thousand, and taking them over holds up a window for half a second. Of links a window is
 * handed no more than it takes (`hand-over-less.ts`).
 * @param most of them at most, from the first
 */
export async function annotationsOfKind(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  kind: keyof typeof KINDS,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly unknown[]> {
  if (pdf.numPages > MOST_PAGES) return (await page.getAnnotations()).filter(isA([kind]))
  const others = new Set(Array.from({ length: pdf.numPages }, (_, index) => index))
  others.delete(page.pageNumber - 1)
  // Null where the document has no annotations that can be read at all.
  const found: readonly unknown[] | null = await pdf.getAnnotationsByType(new Set([KINDS[kind]]), others)
  const shown: unknown[] = []
  for (const annotation of found ?? []) {
    if (shown.length >= most) break
    if (isShown(annotation)) shown.push(annotation)
  }
  return shown
}
