import { amountsIn } from '@shared/purchases/amount'
import type { PurchaseId } from '@shared/purchases/purchase'
import { purchaseNumberIn } from '@shared/purchases/purchase-number'
import { newId } from '@shared/units/ids'
import { useId, useState } from 'react'
import { useRun } from '../annotations/use-run'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField } from '../ui/field'
import { ChoosePurchase } from './choose-purchase'
import { addPurchase } from './commands/add-purchase'
import { linkPassageToPurchase } from './commands/link-passage'
import { putFigure } from './commands/put-figure'
import { FigureForm, figureIn, NO_FIGURE } from './figure-form'
import type { LedgerPassage } from './ledger-passage'
import { draftOf, fieldsIn, PurchaseForm } from './purchase-form'
import styles from './purchases.module.css'

/** Makes a passage a purchase, an amount of one, or what shows one. */
export function PassageToLedgerDialog({ passage, onClose }: { readonly passage: LedgerPassage; readonly onClose: () => void }) {
  const run = useRun()
  const form = useId()
  const analysis = useCurrentAnalysis()
  const purchases = useRecords('purchases', 'analysisId', analysis?.id ?? null) ?? []
  const found = amountsIn(passage.quote)
  const [target, setTarget] = useState<PurchaseId | null>(null)
  const [draft, setDraft] = useState(() => ({
    ...draftOf(null),
    identifier: purchaseNumberIn(passage.pointedAt ?? passage.quote)?.printed ?? purchaseNumberIn(passage.quote)?.printed ?? '',
  }))
  const [amount, setAmount] = useState(() => found.find((one) => one.printed === passage.pointedAt)?.printed ?? found[0]?.printed ?? '')
  const [figureDraft, setFigureDraft] = useState(() => ({ ...NO_FIGURE, printed: amount }))
  const [figureId] = useState(() => newId('figure'))
  const fields = fieldsIn(draft)
  const figure = amount === '' ? null : figureIn(figureDraft, figureId, passage.annotationId)
  const ready = analysis !== null && (amount === '' || figure !== null) && (target !== null || fields !== null)
  const save = async (): Promise<void> => {
    if (!ready) return
    const { annotationId, mark } = passage
    const add = async (): Promise<boolean> => {
      if (target === null)
        return (
          fields !== null &&
          run(addPurchase, {
            id: newId('purchase'),
            analysisId: analysis.id,
            fields,
            figures: figure === null ? [] : [figure],
            annotationIds: [annotationId],
            mark,
          })
        )
      return figure === null
        ? run(linkPassageToPurchase, { purchaseId: target, annotationId, mark, linked: true })
        : run(putFigure, { purchaseId: target, figure, mark })
    }
    if (await add()) onClose()
  }
  const choose = (printed: string): void => {
    setAmount(printed)
    setFigureDraft({ ...figureDraft, printed })
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Into the ledger of purchases"
      description={analysis === null ? 'There is no analysis yet whose ledger could take it.' : undefined}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} disabled={!ready}>
            {target === null ? 'Add the purchase' : amount === '' ? 'Link the passage' : 'Add the amount'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <blockquote className={styles.quoted} dir="auto">
          {passage.quote}
        </blockquote>
        <div className={styles.amountPart}>
          <SelectField
            label="What the passage gives"
            value={amount}
            options={[
              ...[...new Set(found.map((one) => one.printed))].map((printed) => ({ value: printed, label: `the amount ${printed}` })),
              {
                value: '',
                label: found.length === 0 ? 'no amount in dollars stands in it: it shows the purchase' : 'no amount: it shows the purchase',
              },
            ]}
            onChange={choose}
          />
          {amount === '' ? null : <FigureForm draft={figureDraft} onDraft={setFigureDraft} />}
        </div>
        <div className={styles.nextPart}>
          <ChoosePurchase label="Purchase" none="a new purchase" purchases={purchases} value={target} onChange={setTarget} />
          {target === null ? <PurchaseForm draft={draft} onDraft={setDraft} /> : null}
        </div>
      </form>
    </Dialog>
  )
}
