import type { Analysis } from '@shared/analyses/analysis'
import { newId } from '@shared/units/ids'
import { BookOpenCheck, Copy, Ellipsis, FileOutput, Scale, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import { Pill } from '../ui/pill'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import type { AnalysisSummary } from './analyses-screen'
import styles from './analyses-screen.module.css'
import { exportAnalysisFile } from './analysis-exchange'
import { ClaimReviewDialog } from './claim-review-dialog'
import { deleteAnalysis } from './commands/delete-analysis'
import { duplicateAnalysis } from './commands/duplicate-analysis'
import { dayWords, partialDateWords } from './editing/date-words'
import type { Act } from './editing/use-act'

const ORIGIN_WORDS: Readonly<Record<Analysis['origin'], string>> = {
  bundled: 'came with Vouch',
  new: 'begun here',
  imported: 'imported',
  duplicate: 'a duplicate',
}

/** One analysis in the list: its question, how far it has come, and what can be done with it. */
export function AnalysisCard({ summary, act }: { readonly summary: AnalysisSummary; readonly act: Act }) {
  const { analysis, claims, undeveloped, passages } = summary
  const workbench = useWorkbench()
  const toast = useToast()
  const [, navigate] = useLocation()
  const [reviewing, setReviewing] = useState(false)
  const exportIt = async (): Promise<void> => {
    const put = await exportAnalysisFile(workbench, analysis.id)
    if (!put.ok) toast.show({ text: put.problem.what, problem: put.problem })
    else if (put.value !== null) toast.show({ text: `Exported to ${put.value}. Evidence travels in the dossier's bundle.` })
  }
  const duplicate = (): Promise<boolean> =>
    act(
      duplicateAnalysis,
      { id: analysis.id, copyId: newId('analysis'), title: `${analysis.title} (copy)` },
      `“${analysis.title}” duplicated.`,
    )
  return (
    <article className={styles.card} aria-label={analysis.title}>
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link href={routes.analysis(analysis.id)}>{analysis.title}</Link>
        </h2>
        {analysis.question === '' ? null : <p className={styles.question}>{analysis.question}</p>}
        <p className={styles.facts}>
          <span>
            {claims} {claims === 1 ? 'claim' : 'claims'}
          </span>
          {undeveloped === 0 ? null : <Pill tone="absent">{undeveloped} undeveloped</Pill>}
          <span>
            {passages} linked {passages === 1 ? 'passage' : 'passages'}
          </span>
          {analysis.asOf === null ? null : <span>as of {partialDateWords(analysis.asOf)}</span>}
          <span className={styles.third}>
            {ORIGIN_WORDS[analysis.origin]}, {dayWords(analysis.createdAt)}
          </span>
        </p>
      </div>
      <Menu
        align="end"
        trigger={<IconButton label={`What to do with ${analysis.title}`} icon={Ellipsis} />}
        items={[
          { label: 'Ledger', icon: Scale, onSelect: () => navigate(routes.ledger(analysis.id)) },
          { label: 'Dossier', icon: BookOpenCheck, onSelect: () => navigate(routes.dossier(analysis.id)) },
          { label: 'Duplicate', icon: Copy, onSelect: () => void duplicate() },
          { label: 'Export as JSON…', icon: FileOutput, onSelect: () => void exportIt() },
          { label: 'Export as ClaimReview (lossy)…', icon: FileOutput, onSelect: () => setReviewing(true) },
          'separator',
          {
            label: 'Delete',
            icon: Trash2,
            danger: true,
            onSelect: () => void act(deleteAnalysis, { id: analysis.id }, `“${analysis.title}” deleted. It can be undeleted below.`),
          },
        ]}
      />
      {reviewing ? <ClaimReviewDialog analysis={analysis} onClose={() => setReviewing(false)} /> : null}
    </article>
  )
}
