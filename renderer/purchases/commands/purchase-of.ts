import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Figure, type Purchase, type PurchaseId, purchaseSchema } from '@shared/purchases/purchase'
import type { RecordReader } from '@shared/storage/command'
import { isOnCalendar, surelyBefore } from '@shared/units/date-span'
import type { PartialDate } from '@shared/units/time'

/** The purchase that a command is about, or the trouble that it is gone. */
export async function purchaseOf(read: RecordReader, id: PurchaseId): Promise<Outcome<Purchase>> {
  const purchase = await read.get('purchases', id)
  return purchase === undefined
    ? trouble(problem('purchase-gone', 'The purchase is no longer in the ledger.', 'Undo its removal, or choose another one.'))
    : ok(purchase)
}

const shape = purchaseSchema.unwrap().shape
/** What a researcher says of a purchase in so many words. */
export const PURCHASE_FIELDS = {
  vendor: shape.vendor,
  product: shape.product,
  identifier: shape.identifier,
  agency: shape.agency,
  stage: shape.stage,
  date: shape.date,
  from: shape.from,
  until: shape.until,
  note: shape.note,
} as const
export type PurchaseFields = Pick<Purchase, keyof typeof PURCHASE_FIELDS>

/** What is wrong with dates: one that no calendar has, or an end before its beginning. */
export function checkDates(dates: readonly (PartialDate | null)[], from: PartialDate | null, until: PartialDate | null): Outcome<null> {
  const wrong = [...dates, from, until].find((date) => date !== null && !isOnCalendar(date))
  if (wrong) return trouble(problem('no-such-date', `No calendar has the date ${wrong}.`, 'Write 2025, 2025-09 or 2025-09-12.'))
  return surelyBefore(until, from)
    ? trouble(problem('ends-before', 'The end is before the beginning.', 'Change one of the two dates.'))
    : ok(null)
}

/** The fields without white space around them, if they say anything and their dates can be. */
export function checkedFields(fields: PurchaseFields): Outcome<PurchaseFields> {
  const trimmed = {
    ...fields,
    vendor: fields.vendor.trim(),
    product: fields.product.trim(),
    identifier: fields.identifier.trim(),
    agency: fields.agency.trim(),
    note: fields.note.trim(),
  }
  if (trimmed.vendor === '' && trimmed.product === '' && trimmed.identifier === '')
    return trouble(problem('purchase-unnamed', 'Nothing says which purchase this is.', 'Give a vendor, a product or a number.'))
  const dates = checkDates([fields.date], fields.from, fields.until)
  return dates.ok ? ok(trimmed) : dates
}

/** Whether the date of a figure can be. */
export const checkFigure = (figure: Figure): Outcome<null> => checkDates([figure.date], null, null)
