import { z } from 'zod'
import { pageRotationSchema } from '../units/geometry'
import { pageIndexSchema, pageLabelSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'

/** What a page holds: text that can be quoted, only a picture of a page, both, or nothing. */
export const PAGE_CONTENTS = ['text', 'image', 'both', 'empty'] as const
export type PageContent = (typeof PAGE_CONTENTS)[number]

/**
 * A run: consecutive characters of a page's text that the PDF draws in one go, with their place.
 * [start, end, x, y, advance, height, angle, rtl]
 * - start, end: offsets (UTF-16) in the page's text
 * - x, y: where the baseline begins, PDF user space, points
 * - advance: length along the writing direction, points
 * - height: font height across it, points
 * - angle: writing direction, degrees counter-clockwise from the x axis (0 for ordinary text; -90 for vertical text)
 * - rtl: 1 where the characters run right to left (x, y is then still the left end of the run)
 */
export type TextRun = readonly [
  start: number,
  end: number,
  x: number,
  y: number,
  advance: number,
  height: number,
  angle: number,
  rtl: 0 | 1,
]
const n = z.number()
const textRunSchema: z.ZodType<TextRun> = z.tuple([n, n, n, n, n, n, n, z.union([z.literal(0), z.literal(1)])]).readonly()

/** The text of a page as it was extracted at import; it never changes. Lines end in `\n`. */
export const pageTextSchema = record({ text: z.string(), runs: list(textRunSchema) })
export type PageText = z.infer<typeof pageTextSchema>

/** A page's place, size and kind; kept apart from its text so that a list of pages is cheap. */
export const pageSchema = record({
  index: pageIndexSchema,
  label: pageLabelSchema.nullable(),
  /** The page's box (crop box within media box) in PDF user space: x0 y0 x1 y1, points. */
  box: z.tuple([n, n, n, n]).readonly(),
  rotation: pageRotationSchema,
  /** Size in points of one user unit times 72; 1 almost always. */
  userUnit: z.number(),
  content: z.enum(PAGE_CONTENTS),
})
export type Page = z.infer<typeof pageSchema>

/** A page with its text: one line of the text file in the vault, and what import hands to the store. */
export const extractedPageSchema = record({ page: pageSchema, text: pageTextSchema })
export type ExtractedPage = z.infer<typeof extractedPageSchema>
