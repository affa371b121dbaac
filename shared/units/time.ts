import { z } from 'zod'
import type { Branded } from './branded'

/** A moment in UTC as ISO 8601 with milliseconds, `2026-11-22T13:40:00.000Z`. Sorts as text. */
export type Timestamp = Branded<string, 'timestamp'>
/** A date as far as it is known: `2026`, `2026-02` or `2026-02-01`. */
export type PartialDate = Branded<string, 'partial-date'>

export const timestampSchema = z.iso.datetime().transform((value) => value as Timestamp)
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is written 2026, 2026-02 or 2026-02-01')
  .transform((value) => value as PartialDate)

/** @param ms milliseconds since 1970, as `Date.now()` gives them. */
export const timestampOf = (ms: number): Timestamp => new Date(ms).toISOString() as Timestamp
