import { type AnnotationId, quotationOf } from '@shared/annotations/annotation'
import { amountsIn } from '@shared/purchases/amount'
import type { Figure, Purchase } from '@shared/purchases/purchase'
import { newId } from '@shared/units/ids'
import { Highlighter, X } from 'lucide-react'
import { useId, useState } from 'react'
import { ChoosePassageDialog } from '../annotations/choose-passage-dialog'
import { PassageLine } from '../annotations/passage-line'
import { usePassages } from '../annotations/use-passages'
import { useRun } from '../annotations/use-run'
import { useWorkbench } from '../workbench/workbench'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { putFigure } from './commands/put-figure'
import { FigureForm, figureIn, NO_FIGURE } from './figure-form'
import styles from './purchases.module.css'

type Props = { readonly purchase: Purchase; /** Null for a new one. */ readonly figure: Figure | null; readonly onClose: () => void }

/** Writes down an amount of a purchase with the passage that gives it, or changes one. */
export function FigureDialog({ purchase, figure, onClose }: Props) {
  const { db } = useWorkbench()
  const run = useRun()
  const form = useId()
  const [draft, setDraft] = useState(() =>
    figure === null ? NO_FIGURE : { printed: figure.printed, kind: figure.kind, date: figure.date ?? '', note: figure.note },
  )
  const [annotationId, setAnnotationId] = useState<AnnotationId | null>(figure?.annotationId ?? null)
  const [choosing, setChoosing] = useState(false)
  const passages = usePassages(annotationId === null ? [] : [annotationId])
  const passage = annotationId === null ? undefined : passages?.get(annotationId)
  const [id] = useState(() => figure?.id ?? newId('figure'))
  const wish = figureIn(draft, id, annotationId)
  const save = async (): Promise<void> => {
    if (wish !== null && (await run(putFigure, { purchaseId: purchase.id, figure: wish, mark: null }))) onClose()
  }
  const choose = async (chosen: AnnotationId): Promise<void> => {
    setAnnotationId(chosen)
    setChoosing(false)
    const annotation = await db.get('annotations', chosen)
    const [amount, ...others] = annotation === undefined ? [] : amountsIn(quotationOf(annotation))
    // The one amount of the passage is what is meant, unless something was written already.
    if (amount !== undefined && others.length === 0)
      setDraft((before) => (before.printed.trim() === '' ? { ...before, printed: amount.printed } : before))
  }
  return (
    <>
      <Dialog
        open
        wide
        onClose={onClose}
        title={figure === null ? 'Add an amount' : 'Change the amount'}
        description="Another amount that a source gives is added beside the others, never put in their place."
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button kind="primary" type="submit" form={form} disabled={wish === null}>
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
          <FigureForm draft={draft} onDraft={setDraft} />
        </form>
        <div className={styles.passage}>
          {passage === undefined ? <p className={styles.bare}>Rests on no passage, and is shown so.</p> : <PassageLine passage={passage} />}
          <p className={styles.buttons}>
            <Button icon={Highlighter} onClick={() => setChoosing(true)}>
              {annotationId === null ? 'Choose the passage…' : 'Choose another passage…'}
            </Button>
            {annotationId === null ? null : (
              <Button kind="quiet" icon={X} onClick={() => setAnnotationId(null)}>
                Without a passage
              </Button>
            )}
          </p>
        </div>
      </Dialog>
      {choosing ? (
        <ChoosePassageDialog
          title="The passage that gives the amount"
          chosen={annotationId}
          onChoose={(chosen) => void choose(chosen)}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  )
}
