import { ok } from '@shared/errors/outcome'
import { purchaseIdSchema } from '@shared/purchases/purchase'
import { defineCommand } from '@shared/storage/command'
import { put } from '@shared/storage/records'
import { record } from '@shared/units/strict-schema'
import { checkedFields, PURCHASE_FIELDS, purchaseOf } from './purchase-of'

/** Changes what is said of a purchase; its figures and passages have commands of their own. */
export const editPurchase = defineCommand({
  name: 'edit-purchase',
  label: 'Change a purchase',
  input: record({ id: purchaseIdSchema, fields: record(PURCHASE_FIELDS) }),
  async decide({ id, fields }, { read }) {
    const found = await purchaseOf(read, id)
    if (!found.ok) return found
    const checked = checkedFields(fields)
    if (!checked.ok) return checked
    return ok({ changes: [put('purchases', { ...found.value, ...checked.value })], summary: 'Changed a purchase' })
  },
})
