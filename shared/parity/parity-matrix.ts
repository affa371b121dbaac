import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { type Id, idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'

export type ParityMatrixId = Id<'matrix'>
export const parityMatrixIdSchema = idSchema('matrix')

/** A year whose form asked for something: whether it did, and under which column heading of the inventory table. */
const askedSchema = record({ year: z.int(), asked: z.boolean(), column: z.string().nullable() })

/** Something that an agency ought to disclose: a row of the matrix. Its id is unique within the matrix. */
const parityElementSchema = record({
  id: z.string(),
  label: z.string().min(1),
  /** A heading over several elements. */
  group: z.string(),
  asked: list(askedSchema),
  /** Id of the base that says to which entries the question applies; see `shared/parity/bases.ts`. */
  base: z.string(),
  note: z.string(),
})
export type ParityElement = z.infer<typeof parityElementSchema>

/** Whose disclosure is compared. */
const parityAgencySchema = record({
  id: z.string(),
  name: z.string().min(1),
  short: z.string().min(1),
  /** Which rows of an inventory table are its own: those whose column holds one of these values. Empty where it is filled by hand. */
  rows: list(record({ column: z.string(), values: list(z.string()) })),
})
export type ParityAgency = z.infer<typeof parityAgencySchema>

/** What agencies ought to disclose (rows) by agency and year (columns). Its cells are records of their own. */
export const parityMatrixSchema = record({
  id: parityMatrixIdSchema,
  analysisId: analysisIdSchema,
  title: z.string().min(1, 'a matrix needs a title'),
  elements: list(parityElementSchema),
  agencies: list(parityAgencySchema),
  years: list(z.int()),
  createdAt: timestampSchema,
})
export type ParityMatrix = z.infer<typeof parityMatrixSchema>
