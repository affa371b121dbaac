import type { AnalysisId } from '@shared/analyses/analysis'
import type { AnnotationId } from '@shared/annotations/annotation'
import { type ChronologyEvent, EVENT_KINDS, type EventKind } from '@shared/chronology/event'
import type { Purchase, PurchaseId } from '@shared/purchases/purchase'
import { newId } from '@shared/units/ids'
import { Highlighter } from 'lucide-react'
import { useId, useState } from 'react'
import { ChoosePassageDialog } from '../annotations/choose-passage-dialog'
import type { NewMark } from '../annotations/commands/new-mark'
import { PassageLines } from '../annotations/passage-line'
import { usePassages } from '../annotations/use-passages'
import { useRun } from '../annotations/use-run'
import { Button } from '../ui/button'
import { DateField, dateIn } from '../ui/date-field'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { ChoosePurchase } from '../purchases/choose-purchase'
import styles from './chronology.module.css'
import { putEvent } from './commands/put-event'

/** What an event begins with, where it comes from a passage. */
export type EventStart = {
  readonly kind: EventKind
  readonly date: string
  readonly title: string
  readonly annotationIds: readonly AnnotationId[]
  readonly purchaseId: PurchaseId | null
  /** The passage, where it is not marked yet. */ readonly mark: NewMark | null
  readonly words: string
}

type Props = {
  readonly analysisId: AnalysisId
  readonly purchases: readonly Purchase[]
  readonly event: ChronologyEvent | null
  readonly start?: EventStart
  readonly onClose: (saved: string | null) => void
}

/** Writes down what happened and when, as far as it is known. */
export function EventDialog({ analysisId, purchases, event, start, onClose }: Props) {
  const run = useRun()
  const form = useId()
  const [kind, setKind] = useState<EventKind>(event?.kind ?? start?.kind ?? 'statement')
  const [date, setDate] = useState<string>(event?.date ?? start?.date ?? '')
  const [until, setUntil] = useState<string>(event?.until ?? '')
  const [title, setTitle] = useState(event?.title ?? start?.title ?? '')
  const [note, setNote] = useState(event?.note ?? '')
  const [annotationIds, setAnnotationIds] = useState(event?.annotationIds ?? start?.annotationIds ?? [])
  const [purchaseId, setPurchaseId] = useState(event?.purchaseId ?? start?.purchaseId ?? null)
  const [choosing, setChoosing] = useState(false)
  const passages = usePassages(annotationIds)
  const [when, end] = [dateIn(date), dateIn(until)]
  const save = async (): Promise<void> => {
    if (when === null || when === undefined || end === undefined) return
    const id = event?.id ?? newId('event')
    if (
      await run(putEvent, {
        id,
        analysisId,
        kind,
        date: when,
        until: end,
        title,
        note,
        annotationIds,
        purchaseId,
        mark: start?.mark ?? null,
      })
    )
      onClose(id)
  }
  return (
    <>
      <Dialog
        open
        wide
        onClose={() => onClose(null)}
        title={event === null ? 'Add an event' : 'Change the event'}
        footer={
          <>
            <Button onClick={() => onClose(null)}>Cancel</Button>
            <Button
              kind="primary"
              type="submit"
              form={form}
              disabled={when === null || when === undefined || end === undefined || title.trim() === ''}
            >
              Save
            </Button>
          </>
        }
      >
        <form
          id={form}
          className={styles.form}
          onSubmit={(submitted) => {
            submitted.preventDefault()
            void save()
          }}
        >
          <TextField label="What happened" value={title} onChange={setTitle} />
          <div className={styles.triple}>
            <SelectField label="Kind" value={kind} options={EVENT_KINDS.map((value) => ({ value, label: value }))} onChange={setKind} />
            <DateField label="Date" value={date} onChange={setDate} />
            <DateField label="Until" value={until} onChange={setUntil} hint="only for what went on" />
          </div>
          {purchases.length === 0 ? null : (
            <ChoosePurchase label="Purchase it belongs to" none="none" purchases={purchases} value={purchaseId} onChange={setPurchaseId} />
          )}
          <TextField label="Note" multiline rows={2} value={note} onChange={setNote} />
        </form>
        <div className={styles.passages}>
          {start?.mark ? <blockquote className={styles.quote}>{start.words}</blockquote> : null}
          <PassageLines
            ids={annotationIds}
            passages={passages}
            onUnlink={(id) => setAnnotationIds(annotationIds.filter((other) => other !== id))}
          />
          {annotationIds.length === 0 ? <p className={styles.bare}>◌ Rests on no passage, and is shown so.</p> : null}
          <p>
            <Button icon={Highlighter} onClick={() => setChoosing(true)}>
              Choose a passage…
            </Button>
          </p>
        </div>
      </Dialog>
      {choosing ? (
        <ChoosePassageDialog
          title="A passage that shows the event"
          chosen={null}
          onChoose={(id) => {
            setAnnotationIds([...annotationIds.filter((other) => other !== id), id])
            setChoosing(false)
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  )
}
