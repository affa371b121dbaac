import { z } from 'zod'
import { derivedId } from '../units/derived-id'
import { pageRotationSchema } from '../units/geometry'
import { idSchema } from '../units/ids'
import { type PageIndex, pageIndexSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { type DocumentId, documentIdSchema, extractorSchema } from './document'
import { pageTextSchema } from './page'

const recognitionIdSchema = idSchema('recognition')

/**
 * A word of a recognised page: [start, end, confidence]: offsets (UTF-16) in the page's recognised text, and how sure the
 * program was, 0 to 100.
 */
export type RecognisedWord = readonly [start: number, end: number, confidence: number]
const n = z.number()
const recognisedWordSchema: z.ZodType<RecognisedWord> = z.tuple([n, n, n]).readonly()

/**
 * The text of a page as it was recognised in its picture (OCR). A page has at most one; recognising it again replaces it, and the
 * custody log keeps the one before. It never replaces the embedded text, which stays as it was extracted.
 */
export const recognitionSchema = record({
  id: recognitionIdSchema,
  documentId: documentIdSchema,
  pageIndex: pageIndexSchema,
  /** One run a word, in PDF user space of the page as it lies in the file (not turned). */
  text: pageTextSchema,
  words: list(recognisedWordSchema),
  /** Mean confidence over the words, 0 to 100; 0 for a page without words. */
  confidence: n,
  /** Degrees clockwise by which the picture of the page (as readers show it) was turned before it was read. */
  turned: pageRotationSchema,
  /** The program and its version, and the languages it read, `eng` or `eng+fra`. */
  extractor: extractorSchema,
  languages: z.string(),
  at: timestampSchema,
})
export type Recognition = z.infer<typeof recognitionSchema>

/** A page has one recognition: its id follows from the page, so that recognising again replaces it. */
export const recognitionId = (documentId: DocumentId, page: PageIndex): Recognition['id'] =>
  derivedId('recognition', documentId, String(page))
