import type { DocumentId } from '@shared/documents/document'
import { type PageEdges, pagesReading } from '@shared/stamps/propose-stamps'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import { useMemo, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { putStampRules } from './commands/put-stamp-rules'
import styles from './numbers-panel.module.css'
import { stampInSeries } from './stamp-words'

/** A series in the making; `id` is null for one that is not confirmed yet. */
export type RuleDraft = Omit<StampRule, 'id' | 'documentId' | 'author' | 'at'> & { readonly id: StampRule['id'] | null }

type RuleDialogProps = {
  readonly draft: RuleDraft
  readonly pageCount: number
  readonly edges: readonly PageEdges[]
  readonly documentId: DocumentId
  readonly act: Act
  readonly onClose: () => void
}

/** Edits a series of page numbers, with what it gives shown as it is typed. */
export function RuleDialog({ draft, pageCount, edges, documentId, act, onClose }: RuleDialogProps) {
  const [before, setBefore] = useState(draft.before)
  const [first, setFirst] = useState(String(draft.first).padStart(draft.digits, '0'))
  const [after, setAfter] = useState(draft.after)
  const [step, setStep] = useState(String(draft.step))
  const [from, setFrom] = useState(String(pageNumberOf(draft.from)))
  const [to, setTo] = useState(String(pageNumberOf(draft.to)))
  const errors = {
    first: /^\d{1,12}$/.test(first) ? null : 'A whole number, as it is printed on the first page.',
    step: /^-?[1-9]\d{0,3}$/.test(step) ? null : 'A whole number; 1 almost always.',
    from: pageIn(from, pageCount) ? null : `A file page from 1 to ${pageCount}.`,
    to: !pageIn(to, pageCount) ? `A file page from 1 to ${pageCount}.` : Number(to) < Number(from) ? 'Not before the first page.' : null,
  }
  const whole = Object.values(errors).every((error) => error === null)
  const series = useMemo(
    () =>
      whole
        ? {
            from: pageIndex(Number(from) - 1),
            to: pageIndex(Number(to) - 1),
            before,
            after,
            first: Number(first),
            step: Number(step),
            digits: /^0\d/.test(first) ? first.length : 0,
            exceptions: draft.exceptions.filter(({ page }) => page >= Number(from) - 1 && page <= Number(to) - 1),
          }
        : null,
    [whole, from, to, before, after, first, step, draft],
  )
  const save = async (): Promise<void> => {
    if (series === null) return
    if (
      await act(
        putStampRules,
        { documentId, rules: [{ ...series, id: draft.id ?? newId('stamprule') }] },
        draft.id === null ? 'Page numbers confirmed.' : 'Page numbers changed.',
      )
    )
      onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={draft.id === null ? 'Page numbers of a range' : 'Change page numbers'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={!whole} onClick={() => void save()}>
            {draft.id === null ? 'Confirm' : 'Change'}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField label="Printed before the number" value={before} onChange={setBefore} placeholder="JA " />
        <div className={styles.three}>
          <TextField label="First number" value={first} onChange={setFirst} error={errors.first} hint="With its zeros: 042" />
          <TextField label="Printed after it" value={after} onChange={setAfter} placeholder=" of 24" />
          <TextField label="Grows by" value={step} onChange={setStep} error={errors.step} />
        </div>
        <div className={styles.three}>
          <TextField label="From file page" value={from} onChange={setFrom} error={errors.from} />
          <TextField label="To file page" value={to} onChange={setTo} error={errors.to} />
        </div>
        {series === null ? null : <Preview series={series} edges={edges} />}
      </div>
    </Dialog>
  )
}

const pageIn = (typed: string, pageCount: number): boolean => /^\d{1,6}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= pageCount

function Preview({ series, edges }: { readonly series: Omit<RuleDraft, 'id'>; readonly edges: readonly PageEdges[] }) {
  const stampAt = (page: number): string | null => stampInSeries(series, page)
  const read = pagesReading(edges, stampAt).length
  const shown = [...new Set([series.from, series.from + 1, series.from + 2, series.to])].filter((page) => page <= series.to)
  return (
    <output className={styles.preview} aria-label="What the pages are called">
      {shown.map((page) => (
        <span key={page}>
          page {page + 1}: <b>{stampAt(page) ?? 'none'}</b>
        </span>
      ))}
      <span className={styles.remark}>
        {edges.length === 0
          ? 'The edges of the pages are still being read.'
          : `Just this is read at the edge of ${read} of these ${series.to - series.from + 1} pages.`}
      </span>
    </output>
  )
}
