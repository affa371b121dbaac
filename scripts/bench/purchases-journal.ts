import type { AnalysisId } from '@shared/analyses/analysis'
import { hashOfRecord, sealEntry } from '@shared/custody/custody-entry'
import type { JournalLine } from '@shared/custody/journal-line'
import { AMOUNT_KINDS, type Purchase, STAGES } from '@shared/purchases/purchase'
import { newId } from '@shared/units/ids'
import { partialDateSchema, timestampOf } from '@shared/units/time'

const two = (number: number): string => String(number).padStart(2, '0')

/** The journal line of a command that wrote purchases down: 400 vendors, ten years, dates of every precision, one in ten with amounts that conflict. */
export function lineWithPurchases(last: JournalLine, analysisId: AnalysisId, count: number): JournalLine {
  const at = timestampOf(Date.parse(last.entry.at) + 1000)
  const purchases = Array.from({ length: count }, (_, index): Purchase => {
    const [year, month, day] = [2016 + (index % 10), 1 + (index % 12), 1 + (index % 28)]
    const date = partialDateSchema.parse([String(year), two(month), two(day)].slice(0, 1 + (index % 3)).join('-'))
    const figure = (cents: number) => ({
      id: newId('figure'),
      kind: AMOUNT_KINDS[index % 3] ?? 'obligated',
      cents,
      currency: 'USD',
      printed: `$${cents / 100}`,
      date: null,
      annotationId: null,
      note: '',
    })
    const cents = ((index * 7919) % 900_000) * 1000 + 1
    return {
      id: newId('purchase'),
      analysisId,
      vendor: `Vendor ${(index * 31) % 400}`,
      product: `Product ${index % 90}`,
      identifier: `70CTD0${16 + (index % 10)}FR${String(index).padStart(7, '0')}`,
      agency: `Agency ${index % 7}`,
      stage: STAGES[index % STAGES.length] ?? 'award',
      date,
      from: null,
      until: null,
      figures: index % 10 === 0 ? [figure(cents), figure(cents + 100)] : [figure(cents)],
      annotationIds: [],
      note: '',
      author: 'Bench',
      createdAt: at,
    }
  })
  const rows = purchases.map((after) => ({ table: 'purchases' as const, id: after.id, before: null, after }))
  const changes = purchases.map((purchase) => ({
    table: 'purchases' as const,
    id: purchase.id,
    before: null,
    after: hashOfRecord(purchase),
  }))
  const entry = sealEntry(
    { at, actor: 'Bench', command: 'bench-purchases', summary: `Wrote ${count} purchases down`, changes, reverts: null },
    last.entry,
  )
  return { entry, rows, tallies: { ...last.tallies, purchases: (last.tallies['purchases'] ?? 0) + count } }
}
