import { MARK_SUBTYPES, type PdfMark } from '@shared/pdf-marks/pdf-mark'
import { pdfRect, quad } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import type { PDFPageProxy } from 'pdfjs-dist'
import { z } from 'zod'

const words = z.object({ str: z.string() }).nullish()
const numbers = z.custom<ArrayLike<number>>(
  (value) => Array.isArray(value) || value instanceof Float32Array || value instanceof Uint8ClampedArray,
)

/** The parts of pdf.js's markup annotations that are used. */
const markSchema = z.object({
  id: z.string(),
  subtype: z.enum(MARK_SUBTYPES),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  contentsObj: words,
  titleObj: words,
  richText: z.object({ str: z.string().nullish() }).nullish(),
  modificationDate: z.string().nullish(),
  creationDate: z.string().nullish(),
  quadPoints: numbers.nullish(),
  color: numbers.nullish(),
  inReplyTo: z.string().nullish(),
  state: z.unknown().optional(),
})
type Raw = z.infer<typeof markSchema>

/** A mark of a page with its object's name in pdf.js (`24R`), by which what pdf.js does not tell is found. */
export type RawPdfMark = Omit<PdfMark, 'vouch'>

/**
 * The marks that stand on a page, with the replies to them. What a mark says of its state (Acrobat's "accepted") is no reply.
 * pdf.js gives quads with their corners put in order: left top, right top, left bottom, right bottom.
 */
export async function readMarks(page: PDFPageProxy): Promise<readonly RawPdfMark[]> {
  const annotations: readonly unknown[] = await page.getAnnotations()
  const raw = annotations.flatMap((annotation) => {
    const mark = markSchema.safeParse(annotation)
    return mark.success ? [mark.data] : []
  })
  const known = new Map(raw.map((mark) => [mark.id, mark]))
  /** A reply to a reply belongs to the mark that both are about. */
  const rootOf = (mark: Raw, depth = 0): Raw => {
    const parent = mark.inReplyTo ? known.get(mark.inReplyTo) : undefined
    return parent === undefined || depth > 20 ? mark : rootOf(parent, depth + 1)
  }
  const replies = new Map<string, { readonly author: string; readonly comment: string }[]>()
  for (const mark of raw) {
    const root = rootOf(mark)
    if (root === mark || mark.state) continue
    replies.set(root.id, [...(replies.get(root.id) ?? []), { author: authorOf(mark), comment: commentOf(mark) }])
  }
  return raw
    .filter((mark) => rootOf(mark) === mark && !mark.state)
    .map((mark) => ({
      reference: mark.id,
      pageIndex: pageIndex(page.pageNumber - 1),
      subtype: mark.subtype,
      quads: quadsOf(mark.quadPoints),
      rect: pdfRect(...mark.rect),
      comment: commentOf(mark),
      author: authorOf(mark),
      modified: mark.modificationDate ?? '',
      created: mark.creationDate ?? '',
      colour: colourOf(mark.color),
      replies: replies.get(mark.id) ?? [],
    }))
}

const authorOf = ({ titleObj }: Raw): string => titleObj?.str.trim() ?? ''
const commentOf = ({ contentsObj, richText }: Raw): string => (contentsObj?.str || richText?.str || '').replace(/\r\n?/g, '\n').trim()

function quadsOf(points: ArrayLike<number> | null | undefined): PdfMark['quads'] {
  const flat = Array.from(points ?? [])
  return Array.from({ length: Math.floor(flat.length / 8) }, (_, at) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = flat.slice(at * 8, at * 8 + 8)
    return quad(a, b, c, d, e, f, g, h)
  })
}

function colourOf(colour: ArrayLike<number> | null | undefined): string | null {
  const [red, green, blue] = Array.from(colour ?? [])
  if (red === undefined || green === undefined || blue === undefined) return null
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}
