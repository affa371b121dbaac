import type { ChronologyLine } from '@shared/chronology/derived-events'
import type { EventKind } from '@shared/chronology/event'
import type { Purchase, PurchaseId } from '@shared/purchases/purchase'

/** The colour of a kind of event. Words stand beside it everywhere. */
export const KIND_COLOURS: Readonly<Record<EventKind, string>> = {
  award: 'var(--supports)',
  modification: 'var(--qualifies)',
  request: 'var(--accent)',
  release: 'var(--accent)',
  statement: 'var(--defines)',
  publication: 'var(--context)',
  deadline: 'var(--contradicts)',
  other: 'var(--ink-3)',
}

/** The purchase that a line is about; null where it is about none. */
export const purchaseOfLine = ({ origin }: ChronologyLine): PurchaseId | null =>
  origin.from === 'purchase' ? origin.purchaseId : origin.from === 'event' ? origin.event.purchaseId : null

export const purchasesById = (purchases: readonly Purchase[]): ReadonlyMap<PurchaseId, Purchase> =>
  new Map(purchases.map((purchase) => [purchase.id, purchase]))
