import { ok, problem, trouble } from '@shared/errors/outcome'
import { figureSchema, purchaseIdSchema } from '@shared/purchases/purchase'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { purchaseOf } from './purchase-of'

/** Takes a figure off a purchase; the passage that gave it stays marked. */
export const removeFigure = defineCommand({
  name: 'remove-figure',
  label: 'Remove an amount',
  input: record({ purchaseId: purchaseIdSchema, figureId: figureSchema.unwrap().shape.id }),
  async decide({ purchaseId, figureId }, { read }) {
    const found = await purchaseOf(read, purchaseId)
    if (!found.ok) return found
    const figures = found.value.figures.filter((figure) => figure.id !== figureId)
    if (figures.length === found.value.figures.length)
      return trouble(problem('figure-gone', 'The amount is no longer there.', 'Nothing needs to be done.'))
    return ok({ changes: [put('purchases', { ...found.value, figures })], summary: 'Removed an amount of a purchase' })
  },
})
