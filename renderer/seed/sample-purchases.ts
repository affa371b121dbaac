import type { AnalysisId } from '@shared/analyses/analysis'
import { derivedId } from '@shared/units/derived-id'
import { putEvent } from '../chronology/commands/put-event'
import { addPurchase } from '../purchases/commands/add-purchase'
import { type Step, step } from './in-one-step'
import { marksNamed, type Seeding } from './seeding'

/** The sample purchase with its amounts, and what happened to it. */
export function purchasesOf(seeding: Seeding, analysisId: AnalysisId): readonly Step[] {
  return seeding.samples.purchases.flatMap(({ figures, events, marks, ...fields }) => {
    const id = derivedId('purchase', 'bundled', fields.identifier)
    const backed = figures.map(({ mark, ...figure }, at) => ({
      ...figure,
      id: derivedId('figure', 'bundled', fields.identifier, String(at)),
      currency: 'USD',
      annotationId: marksNamed(seeding, [mark])[0] ?? null,
    }))
    return [
      step(addPurchase, {
        id,
        analysisId,
        fields: { ...fields, from: null, until: null },
        figures: backed,
        annotationIds: marksNamed(seeding, marks),
        mark: null,
      }),
      ...events.map(({ marks: behind, ...event }, at) =>
        step(putEvent, {
          ...event,
          id: derivedId('event', 'bundled', fields.identifier, String(at)),
          analysisId,
          until: null,
          annotationIds: marksNamed(seeding, behind),
          purchaseId: id,
          mark: null,
        }),
      ),
    ]
  })
}
