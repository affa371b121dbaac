import { ok } from '@shared/errors/outcome'
import { figureSchema, purchaseIdSchema } from '@shared/purchases/purchase'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { marksToRestOn, newMarkSchema } from '../../annotations/commands/new-mark'
import { checkFigure, purchaseOf } from './purchase-of'

/** Adds a figure to a purchase, or changes one: its identifier decides which. No other figure is touched, also where it says another amount. */
export const putFigure = defineCommand({
  name: 'put-figure',
  label: 'Add an amount to a purchase',
  input: record({ purchaseId: purchaseIdSchema, figure: figureSchema, mark: newMarkSchema.nullable() }),
  async decide({ purchaseId, figure, mark }, context) {
    const found = await purchaseOf(context.read, purchaseId)
    if (!found.ok) return found
    const dated = checkFigure(figure)
    if (!dated.ok) return dated
    const marks = await marksToRestOn(figure.annotationId === null ? [] : [figure.annotationId], mark, context)
    if (!marks.ok) return marks
    const { figures } = found.value
    const known = figures.some((other) => other.id === figure.id)
    const after = known ? figures.map((other) => (other.id === figure.id ? figure : other)) : [...figures, figure]
    return ok({
      changes: [...marks.value, put('purchases', { ...found.value, figures: after })],
      summary: `${known ? 'Changed' : 'Added'} an amount (${figure.kind}) of a purchase`,
    })
  },
})
