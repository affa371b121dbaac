import type { AnalysisId } from '@shared/analyses/analysis'
import { type Outcome, ok } from '@shared/errors/outcome'
import type { Figure } from '@shared/purchases/purchase'
import { derivedId } from '@shared/units/derived-id'
import { putEvent } from '../chronology/commands/put-event'
import { addPurchase } from '../purchases/commands/add-purchase'
import { enter, marksNamed, type Seeding } from './seeding'

/** Enters the sample purchase with its amounts, and what happened to it. */
export async function putPurchases(seeding: Seeding, analysisId: AnalysisId): Promise<Outcome<null>> {
  const { db } = seeding.workbench
  for (const { figures, events, marks, ...fields } of seeding.samples.purchases) {
    const id = derivedId('purchase', 'bundled', fields.identifier)
    if ((await db.get('purchases', id)) === undefined) {
      const backed: Figure[] = []
      for (const [at, { mark, ...figure }] of figures.entries()) {
        const [annotationId = null] = await marksNamed(seeding, [mark])
        backed.push({ ...figure, id: derivedId('figure', 'bundled', fields.identifier, String(at)), currency: 'USD', annotationId })
      }
      const done = await enter(seeding, addPurchase, { id, analysisId, fields: { ...fields, from: null, until: null }, figures: backed, annotationIds: await marksNamed(seeding, marks), mark: null })
      if (!done.ok) return done
    }
    for (const [at, { marks: behind, ...event }] of events.entries()) {
      const eventId = derivedId('event', 'bundled', fields.identifier, String(at))
      if ((await db.get('chronologyEvents', eventId)) !== undefined) continue
      const done = await enter(seeding, putEvent, { ...event, id: eventId, analysisId, until: null, annotationIds: await marksNamed(seeding, behind), purchaseId: id, mark: null })
      if (!done.ok) return done
    }
  }
  return ok(null)
}
