import type { Purchase } from '@shared/purchases/purchase'
import { STAGE_WORDS, STAGES, type Stage } from '@shared/purchases/purchase'
import { numberWords } from '@shared/purchases/purchase-number'
import { DateField, dateIn } from '../ui/date-field'
import { SelectField, TextField } from '../ui/field'
import type { PurchaseFields } from './commands/purchase-of'
import styles from './purchases.module.css'

/** A purchase as it is being written. */
export type PurchaseDraft = {
  readonly vendor: string
  readonly product: string
  readonly identifier: string
  readonly agency: string
  readonly stage: Stage
  readonly date: string
  readonly from: string
  readonly until: string
  readonly note: string
}

export const draftOf = (purchase: Purchase | null): PurchaseDraft => ({
  vendor: purchase?.vendor ?? '',
  product: purchase?.product ?? '',
  identifier: purchase?.identifier ?? '',
  agency: purchase?.agency ?? '',
  stage: purchase?.stage ?? 'award',
  date: purchase?.date ?? '',
  from: purchase?.from ?? '',
  until: purchase?.until ?? '',
  note: purchase?.note ?? '',
})

/** What a draft says; null where a date in it is none. */
export function fieldsIn(draft: PurchaseDraft): PurchaseFields | null {
  const [date, from, until] = [dateIn(draft.date), dateIn(draft.from), dateIn(draft.until)]
  return date === undefined || from === undefined || until === undefined ? null : { ...draft, date, from, until }
}

/** The fields of a purchase. */
export function PurchaseForm({ draft, onDraft }: { readonly draft: PurchaseDraft; readonly onDraft: (draft: PurchaseDraft) => void }) {
  const set = (change: Partial<PurchaseDraft>): void => onDraft({ ...draft, ...change })
  const parse = numberWords(draft.identifier)
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <TextField label="Vendor" value={draft.vendor} onChange={(vendor) => set({ vendor })} />
        <TextField label="Product" value={draft.product} onChange={(product) => set({ product })} />
      </div>
      <TextField
        label="Number"
        value={draft.identifier}
        onChange={(identifier) => set({ identifier })}
        hint={parse === '' ? 'Contract, order, solicitation or notice, as it is printed.' : parse}
      />
      <div className={styles.pair}>
        <TextField label="Agency" value={draft.agency} onChange={(agency) => set({ agency })} />
        <SelectField
          label="Stage"
          value={draft.stage}
          options={STAGES.map((value) => ({ value, label: STAGE_WORDS[value] }))}
          onChange={(stage) => set({ stage })}
        />
      </div>
      <div className={styles.triple}>
        <DateField label="Awarded or published" value={draft.date} onChange={(date) => set({ date })} />
        <DateField label="Performance from" value={draft.from} onChange={(from) => set({ from })} hint="as far as it is known" />
        <DateField label="until" value={draft.until} onChange={(until) => set({ until })} hint="as far as it is known" />
      </div>
      <TextField label="Note" multiline rows={2} value={draft.note} onChange={(note) => set({ note })} />
    </div>
  )
}
