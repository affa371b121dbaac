import { annotationIdSchema } from '@shared/annotations/annotation'
import { ok } from '@shared/errors/outcome'
import { purchaseIdSchema } from '@shared/purchases/purchase'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { z } from 'zod'
import { marksToRestOn, newMarkSchema } from '../../annotations/commands/new-mark'
import { purchaseOf } from './purchase-of'

/** Lets a passage show a purchase, or no longer. */
export const linkPassageToPurchase = defineCommand({
  name: 'link-passage-to-purchase',
  label: 'Link a passage to a purchase',
  input: record({ purchaseId: purchaseIdSchema, annotationId: annotationIdSchema, mark: newMarkSchema.nullable(), linked: z.boolean() }),
  async decide({ purchaseId, annotationId, mark, linked }, context) {
    const found = await purchaseOf(context.read, purchaseId)
    if (!found.ok) return found
    const marks = await marksToRestOn(linked ? [annotationId] : [], mark, context)
    if (!marks.ok) return marks
    const others = found.value.annotationIds.filter((id) => id !== annotationId)
    return ok({
      changes: [...marks.value, put('purchases', { ...found.value, annotationIds: linked ? [...others, annotationId] : others })],
      summary: linked ? 'Linked a passage to a purchase' : 'Unlinked a passage from a purchase',
    })
  },
})
