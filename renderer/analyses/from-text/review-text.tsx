import { analysisOfReview } from '@shared/analyses/from-text/analysis-of-review'
import { balanceOf, type Candidate, type Review } from '@shared/analyses/from-text/review'
import { newId } from '@shared/units/ids'
import { partialDateSchema, timestampOf } from '@shared/units/time'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { routes } from '../../app/routes'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { Segmented } from '../../ui/segmented'
import { importAnalysis } from '../commands/import-analysis'
import { useAct } from '../editing/use-act'
import { CandidateList } from './candidate-list'
import { draft as kept, type Draft } from './draft'
import styles from './from-text.module.css'
import { TextBeside } from './text-beside'

type Shown = 'all' | 'claims' | 'left-out'
const SHOWN: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'claims', label: 'Claims' },
  { value: 'left-out', label: 'Left out' },
]
const fits = (candidate: Candidate, shown: Shown): boolean => shown === 'all' || candidate.kept === (shown === 'claims')

/** The proposal beside its text: each candidate is kept, reworded, joined, split or left out, and the counts add up all the while. */
export function ReviewText({ draft, onChange }: { readonly draft: Draft; readonly onChange: (draft: Draft | null) => void }) {
  const act = useAct()
  const [, navigate] = useLocation()
  const [shown, setShown] = useState<Shown>('all')
  const [selected, setSelected] = useState<number | null>(draft.review.candidates[0]?.id ?? null)
  const { review } = draft
  const candidates = review.candidates.filter((candidate) => fits(candidate, shown) || candidate.id === selected)
  const current = review.candidates.find((candidate) => candidate.id === selected) ?? null
  const balance = balanceOf(review)
  const unlisted = review.proposal.sources.length - balance.sources
  const asOf = draft.asOf.trim() === '' ? null : partialDateSchema.safeParse(draft.asOf.trim())
  const whole = draft.title.trim() !== '' && asOf?.success !== false && balance.claims > 0

  const set = (next: Review): void => onChange({ ...draft, review: next })
  const make = async (): Promise<void> => {
    if (!whole) return
    const records = analysisOfReview(
      review,
      { title: draft.title.trim(), question: draft.question.trim(), asOf: asOf?.data ?? null, name: draft.name },
      { newId, at: timestampOf(Date.now()) },
    )
    if (
      !(await act(
        importAnalysis,
        records,
        `An analysis with ${records.claims.length} claims and ${records.sources.length} sources was made.`,
      ))
    )
      return
    kept.set(null)
    navigate(routes.analysis(records.analysis.id))
  }

  return (
    <div className={styles.review}>
      <header className={styles.head}>
        <div className={styles.headRow}>
          <h1 className={styles.title}>From “{draft.name}”</h1>
          <div className={styles.buttons}>
            <Button kind="quiet" onClick={() => onChange(null)}>
              Another text
            </Button>
            <Button kind="primary" disabled={!whole} onClick={() => void make()}>
              Make the analysis
            </Button>
          </div>
        </div>
        <div className={styles.frame}>
          <TextField
            label="Short name"
            value={draft.title}
            {...(draft.title.trim() === '' ? { hint: 'Needed before the analysis can be made.' } : {})}
            onChange={(title) => onChange({ ...draft, title })}
          />
          <TextField label="Question" value={draft.question} onChange={(question) => onChange({ ...draft, question })} />
          <TextField
            label="As of"
            value={draft.asOf}
            onChange={(asOfText) => onChange({ ...draft, asOf: asOfText })}
            placeholder="2026-02-01"
            error={asOf?.success === false ? 'Write 2026, 2026-02 or 2026-02-01.' : null}
          />
        </div>
        <output className={styles.balance}>
          <b>{balance.pieces}</b> pieces of the text = <b>{balance.inClaims}</b> {balance.inClaims === 1 ? 'sentence' : 'sentences'} in{' '}
          {balance.claims} {balance.claims === 1 ? 'claim' : 'claims'} + <b>{balance.leftOut}</b> left out + <b>{balance.headings}</b>{' '}
          {balance.headings === 1 ? 'heading' : 'headings'} + <b>{balance.sources}</b> listed {balance.sources === 1 ? 'source' : 'sources'}
          {unlisted === 0 ? null : `; ${unlisted === 1 ? 'one more source is' : `${unlisted} more sources are`} cited but not listed`}
        </output>
      </header>
      <TextBeside source={draft.source} review={review} selected={current} onSelect={setSelected} />
      <section className={styles.list} aria-label="Proposed claims">
        <div className={styles.listHead}>
          <Segmented label="Show" value={shown} options={SHOWN} onChange={setShown} />
          <span className={styles.third}>↑ ↓ walk · Enter edits · X keeps or leaves out · M joins with the next</span>
        </div>
        <CandidateList review={review} candidates={candidates} selected={current} onSelect={setSelected} onReview={set} />
      </section>
    </div>
  )
}
