import { ok, problem, trouble } from '@shared/errors/outcome'
import { marksOfPurchase } from '@shared/purchases/figures'
import { purchaseSchema } from '@shared/purchases/purchase'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { marksToRestOn, newMarkSchema } from '../../annotations/commands/new-mark'
import { checkedFields, checkFigure, PURCHASE_FIELDS } from './purchase-of'

const { id, analysisId, figures, annotationIds } = purchaseSchema.unwrap().shape

/** Puts a purchase into the ledger, with the figures and passages that are known of it; a passage that is not marked yet is marked in the same step. */
export const addPurchase = defineCommand({
  name: 'add-purchase',
  label: 'Add a purchase',
  input: record({ id, analysisId, fields: record(PURCHASE_FIELDS), figures, annotationIds, mark: newMarkSchema.nullable() }),
  async decide({ fields, mark, ...rest }, context) {
    if ((await context.read.get('analyses', rest.analysisId)) === undefined)
      return trouble(problem('analysis-gone', 'The analysis is no longer in the library.', 'Choose another analysis.'))
    const checked = checkedFields(fields)
    if (!checked.ok) return checked
    for (const figure of rest.figures) {
      const dated = checkFigure(figure)
      if (!dated.ok) return dated
    }
    const marks = await marksToRestOn(marksOfPurchase(rest), mark, context)
    if (!marks.ok) return marks
    return ok({
      changes: [...marks.value, put('purchases', { ...rest, ...checked.value, author: context.actor, createdAt: context.at })],
      summary: rest.figures.length === 0 ? 'Added a purchase' : 'Added a purchase with an amount',
    })
  },
})
