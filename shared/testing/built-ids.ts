import { timestampOf } from '../units/time'

/** When records that tests build were made. */
export const BUILT_AT = timestampOf(Date.UTC(2026, 10, 22, 13, 40))

let count = 0
/** The last part of the id of the next record that is built: `0001`, `0002`, and so on. */
export const nextId = (): string => String((count += 1)).padStart(4, '0')
