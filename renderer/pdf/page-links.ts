import { pdfRect } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'
import { pageOfDestination } from './document-facts'
import { annotationsOfKind } from './page-annotations'
import { MOST_LINKS } from './hand-over-less'
import type { PageLinks, PdfLink } from './pdf-reader'

/** The parts of pdf.js's link annotations that are used. */
const linkSchema = z.object({
  subtype: z.literal('Link'),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  dest: z.union([z.string(), z.array(z.unknown())]).nullish(),
  url: z.string().nullish(),
  unsafeUrl: z.string().nullish(),
})

/** The links of a page, the first `MOST_LINKS` of them. Actions other than going to a page and naming an address are left out. */
export async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<PageLinks> {
  const annotations = await annotationsOfKind(pdf, page, 'Link', MOST_LINKS + 1)
  const links = await Promise.all(
    annotations.slice(0, MOST_LINKS).map(async (annotation): Promise<PdfLink | null> => {
      const link = linkSchema.safeParse(annotation)
      if (!link.success) return null
      const { rect, dest } = link.data
      const area = pdfRect(...rect)
      const address = link.data.url ?? link.data.unsafeUrl
      if (address) return { area, to: { address } }
      const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest).catch(() => null) : dest
      const target = explicit ? await pageOfDestination(pdf, explicit) : null
      return target === null ? null : { area, to: { page: pageIndex(target), y: heightOf(explicit) } }
    }),
  )
  return { links: links.filter((link) => link !== null), more: annotations.length > MOST_LINKS }
}

/** Where in an explicit destination (ISO 32000-2, 12.3.2.2) the upper edge of the view stands, by the kind of destination. */
const TOP: Readonly<Record<string, number>> = { XYZ: 3, FitH: 2, FitBH: 2, FitR: 5 }

/** The height on its page at which a destination is to be shown, PDF user space; null where it names none. */
function heightOf(destination: unknown): number | null {
  if (!Array.isArray(destination)) return null
  const kind = z.object({ name: z.string() }).safeParse(destination[1])
  const top: unknown = kind.success ? destination[TOP[kind.data.name] ?? -1] : null
  return typeof top === 'number' && Number.isFinite(top) ? top : null
}
