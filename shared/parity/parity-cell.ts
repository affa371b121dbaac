import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { annotationIdSchema } from '../annotations/annotation'
import { claimIdSchema } from '../claims/claim'
import { documentIdSchema } from '../documents/document'
import { searchNoteIdSchema } from '../searches/search-note'
import { derivedId } from '../units/derived-id'
import { idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { PARITY_BASES, type ParityMatrixId, parityMatrixIdSchema } from './parity-matrix'

export const parityCellIdSchema = idSchema('cell')

/**
 * What an agency disclosed of an element in a year. No number ranks one state above another: a filled cell can be one
 * sentence repeated in every row.
 */
export const PARITY_STATES = [
  'specific',
  'same-text',
  'withheld',
  'blank',
  'column-omitted',
  'not-asked',
  'not-applicable',
  'not-looked',
  'not-found',
] as const
export type ParityState = (typeof PARITY_STATES)[number]
export const PARITY_STATE_WORDS: Readonly<Record<ParityState, string>> = {
  specific: 'specific',
  'same-text': 'same text everywhere',
  withheld: 'withheld in place',
  blank: 'blank',
  'column-omitted': 'column omitted',
  'not-asked': 'not asked that year',
  'not-applicable': 'does not apply',
  'not-looked': 'not yet looked',
  'not-found': 'looked and not found',
}

/** What was counted in an inventory table for a cell. */
export const parityCountsSchema = record({
  documentId: documentIdSchema,
  sheet: z.string().nullable(),
  /** What the table calls the column; empty where it has none. */
  column: z.string(),
  base: z.enum(PARITY_BASES),
  /** How many rows the element applies to, how many of these answer, and how many of the answers only say that it is withheld. */
  of: z.int().min(0),
  answered: z.int().min(0),
  withheld: z.int().min(0),
  /** How many different answers there are. */
  distinct: z.int().min(0),
  /** The repeated text or the marking of what is withheld, as it stands in the table; empty for neither. */
  quote: z.string(),
})
export type ParityCounts = z.infer<typeof parityCountsSchema>

/** A cell of a matrix that somebody filled or took over from a proposal. One that nobody looked at has no record. */
export const parityCellSchema = record({
  id: parityCellIdSchema,
  analysisId: analysisIdSchema,
  matrixId: parityMatrixIdSchema,
  elementId: z.string(),
  agencyId: z.string(),
  year: z.int(),
  state: z.enum(PARITY_STATES),
  /** What was computed from a table; null for a cell filled by hand. */
  counts: parityCountsSchema.nullable(),
  note: z.string(),
  /** What the cell rests on: passages, rows or cells of tables, and recorded searches. */
  annotationIds: list(annotationIdSchema),
  searchNoteIds: list(searchNoteIdSchema),
  /** The claim that was made of it, if one was. */
  claimId: claimIdSchema.nullable(),
  author: z.string(),
  at: timestampSchema,
})
export type ParityCell = z.infer<typeof parityCellSchema>

/** A place in a matrix has one cell: its id follows from the place. */
export const parityCellId = (matrixId: ParityMatrixId, elementId: string, agencyId: string, year: number): ParityCell['id'] =>
  derivedId('cell', matrixId, elementId, agencyId, String(year))
