import { ok, problem, trouble } from '@shared/errors/outcome'
import { purchaseIdSchema } from '@shared/purchases/purchase'
import { defineCommand } from '@shared/storage/command'
import { type Change, put, remove } from '@shared/storage/records'
import { list, record } from '@shared/units/strict-schema'

/** Takes purchases out of the ledger with their figures. Passages stay marked, and events stay without naming a purchase. */
export const removePurchases = defineCommand({
  name: 'remove-purchases',
  label: 'Remove purchases',
  input: record({ ids: list(purchaseIdSchema) }),
  async decide({ ids }, { read }) {
    const changes: Change[] = []
    let removed = 0
    for (const id of new Set(ids)) {
      if ((await read.get('purchases', id)) === undefined) continue
      removed += 1
      changes.push(
        remove('purchases', id),
        ...(await read.where('chronologyEvents', 'purchaseId', id)).map((event) => put('chronologyEvents', { ...event, purchaseId: null })),
      )
    }
    if (removed === 0) return trouble(problem('purchase-gone', 'The purchase is no longer in the ledger.', 'Nothing needs to be done.'))
    return ok({ changes, summary: removed === 1 ? 'Removed a purchase' : `Removed ${removed} purchases` })
  },
})
