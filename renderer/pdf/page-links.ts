import { pdfRect } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'
import { pageOfDestination } from './document-facts'
import type { PdfLink } from './pdf-reader'

/** The parts of pdf.js's link annotations that are used. */
const linkSchema = z.object({
  subtype: z.literal('Link'),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  dest: z.union([z.string(), z.array(z.unknown())]).nullish(),
  url: z.string().nullish(),
  unsafeUrl: z.string().nullish(),
})

/** The links of a page. Actions other than going to a page and naming an address are left out. */
export async function readLinks(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<readonly PdfLink[]> {
  const annotations: readonly unknown[] = await page.getAnnotations()
  const links = await Promise.all(
    annotations.map(async (annotation): Promise<PdfLink | null> => {
      const link = linkSchema.safeParse(annotation)
      if (!link.success) return null
      const { rect, dest } = link.data
      const area = pdfRect(...rect)
      const address = link.data.url ?? link.data.unsafeUrl
      if (address) return { area, to: { address } }
      const target = dest ? await pageOfDestination(pdf, dest) : null
      return target === null ? null : { area, to: { page: pageIndex(target) } }
    }),
  )
  return links.filter((link) => link !== null)
}
