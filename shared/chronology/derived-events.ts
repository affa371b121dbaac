import type { AnnotationId } from '../annotations/annotation'
import type { DisclosureEvent } from '../documents/disclosure-event'
import type { Document, DocumentId } from '../documents/document'
import type { Purchase, PurchaseId } from '../purchases/purchase'
import type { PartialDate } from '../units/time'
import type { ChronologyEvent, EventKind } from './event'

/** Where a line of the chronology comes from: an event of its own, or a date that a purchase or a document has. */
export type Origin =
  | { readonly from: 'event'; readonly event: ChronologyEvent }
  | { readonly from: 'purchase'; readonly purchaseId: PurchaseId }
  | { readonly from: 'document'; readonly documentId: DocumentId }

/** A line of the chronology. */
export type ChronologyLine = {
  readonly id: string
  readonly kind: EventKind
  readonly date: PartialDate
  readonly until: PartialDate | null
  readonly title: string
  readonly note: string
  readonly annotationIds: readonly AnnotationId[]
  readonly origin: Origin
}

export const lineOfEvent = (event: ChronologyEvent): ChronologyLine => ({
  id: event.id,
  kind: event.kind,
  date: event.date,
  until: event.until,
  title: event.title,
  note: event.note,
  annotationIds: event.annotationIds,
  origin: { from: 'event', event },
})

/** What a purchase is called where it is one of several things. */
export const purchaseName = ({ vendor, product, identifier }: Pick<Purchase, 'vendor' | 'product' | 'identifier'>): string =>
  [product, vendor].filter((part) => part !== '').join(', ') || identifier || 'a purchase without a name'

const BY_STAGE: Readonly<Record<Purchase['stage'], readonly [kind: EventKind, words: string]>> = {
  'market-research': ['publication', 'Market research'],
  solicitation: ['publication', 'Solicitation'],
  award: ['award', 'Award'],
  modification: ['modification', 'Modification'],
  'in-use': ['award', 'Award'],
  ended: ['award', 'Award'],
}

/** The lines that follow from a purchase's dates: what its stage says happened, and the time of performance. */
function ofPurchase(purchase: Purchase): readonly ChronologyLine[] {
  const [kind, words] = BY_STAGE[purchase.stage]
  const name = purchaseName(purchase)
  const base = { note: '', annotationIds: purchase.annotationIds, origin: { from: 'purchase', purchaseId: purchase.id } } as const
  const { date, from, until } = purchase
  const performance = from ?? until
  return [
    ...(date === null ? [] : [{ ...base, id: `${purchase.id}:date`, kind, date, until: null, title: `${words}: ${name}` }]),
    ...(performance === null
      ? []
      : [
          {
            ...base,
            id: `${purchase.id}:performance`,
            kind: 'other' as const,
            date: performance,
            until: from === null ? null : until,
            title: `${from === null ? 'Performance ends' : until === null ? 'Performance begins' : 'Performance'}: ${name}`,
          },
        ]),
  ]
}

const isPublished = ({ trigger }: DisclosureEvent): boolean => trigger === 'required' || trigger === 'volunteered'

function ofDisclosure(event: DisclosureEvent, name: string): readonly ChronologyLine[] {
  if (event.date === null) return []
  const who = event.author.replaceAll('-', ' ')
  const how = event.trigger.replaceAll('-', ' ')
  return [
    {
      id: event.id,
      kind: isPublished(event) ? 'publication' : 'release',
      date: event.date,
      until: null,
      title: `${name} came out (${who}, ${how})`,
      note: event.note,
      annotationIds: [],
      origin: { from: 'document', documentId: event.documentId },
    },
  ]
}

type Given = {
  readonly events: readonly ChronologyEvent[]
  readonly purchases: readonly Purchase[]
  readonly disclosures: readonly DisclosureEvent[]
  readonly documents: readonly Pick<Document, 'id' | 'name'>[]
}

/**
 * The whole chronology, in no order: events, and what follows from the dates of purchases and from how documents came out. An event that says the
 * same of a purchase (its kind and date) stands in place of what follows from it.
 */
export function chronologyLines({ events, purchases, disclosures, documents }: Given): readonly ChronologyLine[] {
  const said = new Set(events.flatMap(({ purchaseId, kind, date }) => (purchaseId === null ? [] : [`${purchaseId} ${kind} ${date}`])))
  const names = new Map(documents.map(({ id, name }) => [id, name]))
  return [
    ...events.map(lineOfEvent),
    ...purchases.flatMap((purchase) =>
      said.size === 0 ? ofPurchase(purchase) : ofPurchase(purchase).filter(({ kind, date }) => !said.has(`${purchase.id} ${kind} ${date}`)),
    ),
    ...disclosures.flatMap((event) => {
      const name = names.get(event.documentId)
      return name === undefined ? [] : ofDisclosure(event, name)
    }),
  ]
}
