import type { AnalysisId } from '@shared/analyses/analysis'
import type { Purchase, PurchaseId } from '@shared/purchases/purchase'
import { newId } from '@shared/units/ids'
import { useId, useState } from 'react'
import { useRun } from '../annotations/use-run'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { addPurchase } from './commands/add-purchase'
import { editPurchase } from './commands/edit-purchase'
import { draftOf, fieldsIn, PurchaseForm } from './purchase-form'

type Props = {
  readonly analysisId: AnalysisId
  /** Null for a new one. */ readonly purchase: Purchase | null
  readonly onClose: (saved: PurchaseId | null) => void
}

/** Writes a purchase down by hand, or changes one. */
export function PurchaseDialog({ analysisId, purchase, onClose }: Props) {
  const run = useRun()
  const form = useId()
  const [draft, setDraft] = useState(() => draftOf(purchase))
  const fields = fieldsIn(draft)
  const save = async (): Promise<void> => {
    if (fields === null) return
    const id = purchase?.id ?? newId('purchase')
    const done =
      purchase === null
        ? await run(addPurchase, { id, analysisId, fields, figures: [], annotationIds: [], mark: null })
        : await run(editPurchase, { id, fields })
    if (done) onClose(id)
  }
  return (
    <Dialog
      open
      wide
      onClose={() => onClose(null)}
      title={purchase === null ? 'Add a purchase' : 'Change the purchase'}
      description={purchase === null ? 'What is not known stays empty. Amounts and passages are added to it next.' : undefined}
      footer={
        <>
          <Button onClick={() => onClose(null)}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} disabled={fields === null}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PurchaseForm draft={draft} onDraft={setDraft} />
      </form>
    </Dialog>
  )
}
