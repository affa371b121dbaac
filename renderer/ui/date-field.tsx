import { isOnCalendar } from '@shared/units/date-span'
import { type PartialDate, partialDateSchema } from '@shared/units/time'
import { TextField } from './field'

/** What was written as a date: null for nothing; undefined where it is none. */
export function dateIn(text: string): PartialDate | null | undefined {
  if (text.trim() === '') return null
  const read = partialDateSchema.safeParse(text.trim())
  return read.success && isOnCalendar(read.data) ? read.data : undefined
}

type DateFieldProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly hint?: string }

/** A field for a date as far as it is known. */
export function DateField({ label, value, onChange, hint = '2025, 2025-09 or 2025-09-12' }: DateFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      hint={hint}
      error={dateIn(value) === undefined ? 'Write 2025, 2025-09 or 2025-09-12.' : null}
    />
  )
}
