import { z } from 'zod'
import { documentIdSchema, extractorSchema } from '../documents/document'
import { pageRotationSchema, quadSchema } from '../units/geometry'
import { pageIndexSchema, pageLabelSchema, pageStampSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'

/**
 * Where a segment's quotation stands, judged by the quotation itself.
 * - `exact`: it stands where it was.
 * - `moved`: found once elsewhere on the page or in the document, or only after folding white space and Unicode.
 * - `approximate`: a likeness; shown beside the original and never cited until the researcher confirms it.
 * - `lost`: not found; listed, with its picture.
 */
export const ANCHOR_STATES = ['exact', 'moved', 'approximate', 'lost'] as const
export type AnchorState = (typeof ANCHOR_STATES)[number]
const WORST_FIRST: readonly AnchorState[] = ['lost', 'approximate', 'moved', 'exact']
/** The state of a whole is that of its worst part; of nothing, lost. */
export const worstOf = (states: readonly AnchorState[]): AnchorState => WORST_FIRST.find((state) => states.includes(state)) ?? 'lost'
export const anchorStateSchema = z.enum(ANCHOR_STATES)

export const TEXT_ORIGINS = ['embedded', 'ocr', 'typed'] as const

/** A range of a page's text: offsets in UTF-16 units, end exclusive. */
export const textRangeSchema = record({ start: z.int().min(0), end: z.int().min(0) })
export type TextRange = z.infer<typeof textRangeSchema>

/** A row or a cell of a table, as spreadsheets count: the first row is 1, and so is the first column. */
const tableCellSchema = record({
  /** Name of the sheet; null in a CSV file, which has none. */
  sheet: z.string().nullable(),
  row: z.int().min(1),
  /** Null for the whole row. */
  column: z.int().min(1).nullable(),
  /** What the first row calls the column. */
  heading: z.string().nullable(),
})
export type TableCell = z.infer<typeof tableCellSchema>

/** One piece of a passage, on one page of one document. */
export const segmentSchema = record({
  documentId: documentIdSchema,
  pageIndex: pageIndexSchema,
  label: pageLabelSchema.nullable(),
  stamp: pageStampSchema.nullable(),
  /** The page's box (x0 y0 x1 y1, points) and rotation when the mark was made. */
  pageBox: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
  rotation: pageRotationSchema,
  /** Where it is drawn: PDF user space, one quad a line. */
  quads: list(quadSchema),
  /** Where it stands in the page's text, in reading order; empty for an area with a typed transcription. */
  ranges: list(textRangeSchema),
  /** The words, as they stand on the page: white space folded, line-end hyphens resolved. */
  quote: z.string(),
  /** Up to 64 characters of the page's text before and after. */
  prefix: z.string(),
  suffix: z.string(),
  textOrigin: z.enum(TEXT_ORIGINS),
  /** What read the text; null for typed transcriptions. */
  extractor: extractorSchema.nullable(),
  /** The state when it was last anchored. */
  state: anchorStateSchema,
  /** For a passage of a table: where its row or cell stands in the file. */
  cell: tableCellSchema.exactOptional(),
})
export type Segment = z.infer<typeof segmentSchema>
