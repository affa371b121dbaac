import type { AnnotationId } from '@shared/annotations/annotation'
import type { ChronologyEvent } from '@shared/chronology/event'
import type { Purchase } from '@shared/purchases/purchase'
import type { RecordReader } from '@shared/storage/command'
import { type Change, put } from '@shared/storage/records'

/** What rests on marks besides evidence, without those that go: purchases and their figures, events. They stay, and are shown to rest on nothing. */
export async function withoutMarks(read: RecordReader, gone: ReadonlySet<AnnotationId>): Promise<readonly Change[]> {
  const purchases = new Map<string, Purchase>()
  const events = new Map<string, ChronologyEvent>()
  for (const id of gone) {
    for (const purchase of await read.where('purchases', 'markIds', id)) purchases.set(purchase.id, purchase)
    for (const event of await read.where('chronologyEvents', 'annotationIds', id)) events.set(event.id, event)
  }
  const left = (ids: readonly AnnotationId[]): readonly AnnotationId[] => ids.filter((id) => !gone.has(id))
  return [
    ...[...purchases.values()].map((purchase) =>
      put('purchases', {
        ...purchase,
        annotationIds: left(purchase.annotationIds),
        figures: purchase.figures.map((figure) =>
          figure.annotationId !== null && gone.has(figure.annotationId) ? { ...figure, annotationId: null } : figure,
        ),
      }),
    ),
    ...[...events.values()].map((event) => put('chronologyEvents', { ...event, annotationIds: left(event.annotationIds) })),
  ]
}
