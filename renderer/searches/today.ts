import { type PartialDate, partialDateSchema } from '@shared/units/time'

/** Today in the time zone of the machine, `2026-11-22`. */
export function today(): PartialDate {
  const now = new Date()
  return partialDateSchema.parse(
    `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`,
  )
}
