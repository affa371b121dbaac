import type { AnnotationId } from '@shared/annotations/annotation'
import { moneyWords, readAmount } from '@shared/purchases/amount'
import { AMOUNT_KINDS, type AmountKind, type Figure } from '@shared/purchases/purchase'
import { DateField, dateIn } from '../ui/date-field'
import { TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import styles from './purchases.module.css'

/** An amount as it is being written. */
export type FigureDraft = { readonly printed: string; readonly kind: AmountKind; readonly date: string; readonly note: string }
export const NO_FIGURE: FigureDraft = { printed: '', kind: 'obligated', date: '', note: '' }

/** The figure that a draft says; null where its amount or its date can't be read. */
export function figureIn(draft: FigureDraft, id: Figure['id'], annotationId: AnnotationId | null): Figure | null {
  const [amount, date] = [readAmount(draft.printed), dateIn(draft.date)]
  return amount === null || date === undefined ? null : { id, kind: draft.kind, ...amount, date, annotationId, note: draft.note.trim() }
}

const MEANINGS: Readonly<Record<AmountKind, string>> = {
  obligated: 'Money that the government has bound itself to pay.',
  current: 'The value of the contract as it stands, options exercised so far.',
  potential: 'Its ceiling, with all options.',
}

/** The fields of an amount. It is written as it is printed; what it comes to is shown. */
export function FigureForm({ draft, onDraft }: { readonly draft: FigureDraft; readonly onDraft: (draft: FigureDraft) => void }) {
  const set = (change: Partial<FigureDraft>): void => onDraft({ ...draft, ...change })
  const read = readAmount(draft.printed)
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <TextField
          label="Amount"
          value={draft.printed}
          onChange={(printed) => set({ printed })}
          hint={read === null ? 'As it is printed: $9.2 million, EUR 1,200.' : `Comes to ${moneyWords(read.cents, read.currency)}.`}
          error={draft.printed.trim() !== '' && read === null ? 'This is not one amount.' : null}
        />
        <DateField label="As of" value={draft.date} onChange={(date) => set({ date })} hint="when it was so, as far as known" />
      </div>
      <div>
        <Segmented
          label="What it is an amount of"
          value={draft.kind}
          options={AMOUNT_KINDS.map((value) => ({ value, label: value }))}
          onChange={(kind) => set({ kind })}
        />
        <p className={styles.hint}>{MEANINGS[draft.kind]}</p>
      </div>
      <TextField label="Note on the amount" value={draft.note} onChange={(note) => set({ note })} />
    </div>
  )
}
