import { z } from 'zod'

/** Pieces of the schemas by which other programs' JSON is read: what is not of the expected kind counts as not said. */

/** No word of a note is longer than this. */
const LONGEST = 200_000

const text = z.string().max(LONGEST)
export const words = text
  .nullish()
  .catch(null)
  .transform((value) => value ?? '')
export const number = z
  .number()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null)
export const tags = z
  .array(z.string().max(1000))
  .max(1000)
  .nullish()
  .catch(null)
  .transform((value) => [...new Set((value ?? []).map((tag) => tag.trim()).filter(Boolean))])
/** A text, or the first of several. */
export const firstWords = z
  .union([text, z.array(text).transform((list) => list[0] ?? '')])
  .nullish()
  .catch(null)
  .transform((value) => value ?? '')

/** One thing, or a list of them, or nothing. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export type Members = Readonly<Record<string, unknown>>
export const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
