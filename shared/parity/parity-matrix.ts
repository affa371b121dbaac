import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { documentIdSchema } from '../documents/document'
import { type Id, idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'

export type ParityMatrixId = Id<'matrix'>
export const parityMatrixIdSchema = idSchema('matrix')

/** To which entries of an inventory a question applied; `bases.ts` tells it of an entry. */
export const PARITY_BASES = [
  'all',
  'not-retired',
  'running',
  'deployed-high-impact',
  'bought',
  'authorised',
  'presumed-high-impact',
] as const
export type ParityBase = (typeof PARITY_BASES)[number]
export const PARITY_BASE_WORDS: Readonly<Record<ParityBase, string>> = {
  all: 'every entry',
  'not-retired': 'entries not retired',
  running: 'entries in pilot or deployed',
  'deployed-high-impact': 'entries deployed and high-impact',
  bought: 'running entries bought or part-bought',
  authorised: 'running entries authorised to operate',
  'presumed-high-impact': 'entries presumed high-impact, determined not to be',
}

/** What the form of a year asked. */
const askedSchema = record({
  year: z.int(),
  asked: z.boolean(),
  /** What the column of the answer may be called; the first that a table has is read. An agency can answer what was not asked. */
  columns: list(z.string()),
  base: z.enum(PARITY_BASES),
  /** Whether it could be left blank: then a column blank in a whole submission was not left out. */
  optional: z.boolean(),
})
export type ParityAsked = z.infer<typeof askedSchema>

/**
 * How an element is answered: in words, or by choosing from a list. The same sentence in every row says nothing of any of
 * them; the same choice in every row can be the truth of each.
 */
export const PARITY_ANSWERS = ['words', 'choice'] as const

/** Something that an agency ought to disclose: a row of the matrix. Its id is unique within the matrix. */
export const parityElementSchema = record({
  id: z.string(),
  label: z.string().min(1, 'an element needs a name'),
  /** A heading over several elements. */
  group: z.string(),
  answer: z.enum(PARITY_ANSWERS),
  asked: list(askedSchema),
  note: z.string(),
})
export type ParityElement = z.infer<typeof parityElementSchema>

/** Whose disclosure is compared. */
export const parityAgencySchema = record({
  id: z.string(),
  name: z.string().min(1, 'an agency needs a name'),
  short: z.string().min(1, 'an agency needs a short name'),
  /**
   * Which rows of an inventory table are its own: all conditions hold, each when the first of its columns that the table has
   * holds one of the values. The first condition tells the submission of which the agency is a part. Empty where filled by hand.
   */
  rows: list(record({ columns: list(z.string()), values: list(z.string()) })),
})
export type ParityAgency = z.infer<typeof parityAgencySchema>

/** A table from which the cells of a year are computed. */
const parityTableSchema = record({
  year: z.int(),
  documentId: documentIdSchema,
  /** Name of the sheet; null for the first, or in a CSV file, which has none. */
  sheet: z.string().nullable(),
  /** The agency whose own file it is, so that every row is of its submission; null for a table of several submissions. */
  agencyId: z.string().nullable(),
})
export type ParityTable = z.infer<typeof parityTableSchema>

/** What agencies ought to disclose (rows) by agency and year (columns). Its cells are records of their own. */
export const parityMatrixSchema = record({
  id: parityMatrixIdSchema,
  analysisId: analysisIdSchema,
  title: z.string().min(1, 'a matrix needs a title'),
  elements: list(parityElementSchema),
  agencies: list(parityAgencySchema),
  years: list(z.int().min(1900).max(2200)),
  /** In the order in which they are asked: a cell is computed from the first table of its year that has rows of its agency. */
  tables: list(parityTableSchema),
  createdAt: timestampSchema,
})
export type ParityMatrix = z.infer<typeof parityMatrixSchema>
