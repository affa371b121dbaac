import { z } from 'zod'
import { type Sha256, sha256Schema } from '../units/hashes'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'

/** A document is addressed by the SHA-256 of its bytes. Its name and path are only labels. */
export type DocumentId = Sha256
export const documentIdSchema = sha256Schema

/** Which program read the text, so that a later difference can be explained. */
export const extractorSchema = record({ name: z.string(), version: z.string() })
export type Extractor = z.infer<typeof extractorSchema>

export type OutlineItem = {
  readonly title: string
  /** Page index, from 0; null where the entry leads nowhere. */
  readonly pageIndex: number | null
  readonly children: readonly OutlineItem[]
}
const outlineItemSchema: z.ZodType<OutlineItem> = z.lazy(() =>
  record({ title: z.string(), pageIndex: z.int().nullable(), children: list(outlineItemSchema) }),
)

/** What kind of file a document is. In a table every row counts as a page. */
export const DOCUMENT_MEDIA = ['pdf', 'csv', 'xlsx'] as const
export type DocumentMedia = (typeof DOCUMENT_MEDIA)[number]

/** What programs call each kind of file (media types as IANA registers them). */
export const MEDIA_TYPES: Readonly<Record<DocumentMedia, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const DOCUMENT_STATUSES = ['ready', 'needs-password', 'unreadable'] as const

/** One imported file. The bytes never change; they live in the `files` table and in the vault. */
export const documentSchema = record({
  id: documentIdSchema,
  /** The name shown: the file's name at import, until the researcher renames it. */
  name: z.string(),
  /** Length of the file in bytes. */
  bytes: z.int().min(0),
  status: z.enum(DOCUMENT_STATUSES),
  /** For a document that can't be read: the sentence that says why and what to do. */
  trouble: record({ kind: z.string(), what: z.string(), remedy: z.string() }).nullable(),
  pageCount: z.int().min(0),
  /** How many pages hold text, only a picture, or nothing. They add up to pageCount. */
  pagesWithText: z.int().min(0),
  pagesImageOnly: z.int().min(0),
  outline: list(outlineItemSchema),
  /** What the PDF says of itself; keys as in the PDF's information dictionary. */
  metadata: z.record(z.string(), z.string()).readonly(),
  encrypted: z.boolean(),
  /** The PDF's permission bits ask readers not to copy text. Vouch reads it all the same, for quotation, and says so. */
  copyingDiscouraged: z.boolean(),
  extractor: extractorSchema.nullable(),
  /** SHA-256 of the extracted text file in the vault (`texts/<id>.jsonl`); null where nothing was extracted. */
  textSha256: sha256Schema.nullable(),
  importedAt: timestampSchema,
  /** Absent for a PDF. */
  media: z.enum(DOCUMENT_MEDIA).exactOptional(),
  /** `do-not-bundle`: cited by hash and page, while its bytes stay here. Absent where nothing was decided: it goes with the bundle. */
  handling: z.enum(['do-not-bundle']).exactOptional(),
  /** Why it is handled so, in the researcher's words; the dossier repeats them. */
  handlingReason: z.string().exactOptional(),
})
export type Document = z.infer<typeof documentSchema>

/** What kind of file a document is; records of before there were tables do not say it, and are PDFs. */
export const mediaOf = ({ media }: Pick<Document, 'media'>): DocumentMedia => media ?? 'pdf'
/** Whether a document is a table: its pages are rows, and nothing of it is drawn by pdf.js. */
export const isTable = (document: Pick<Document, 'media'>): boolean => mediaOf(document) !== 'pdf'
/** Whether the bytes of a document go with a bundle. */
export const goesWithBundle = (document: Pick<Document, 'handling'>): boolean => document.handling !== 'do-not-bundle'
