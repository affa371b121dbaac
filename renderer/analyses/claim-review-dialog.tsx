import type { Analysis } from '@shared/analyses/analysis'
import { CLAIM_REVIEW_LOSES, claimReviewOf } from '@shared/analyses/claim-review'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './analysis-screen.module.css'
import { plainName } from './plain-name'
import { saveFile } from '../desktop/save-file'
import { readAnalysisRecords } from './read-analysis-records'

/** Says what an export as ClaimReview loses, before it is made. */
export function ClaimReviewDialog({ analysis, onClose }: { readonly analysis: Analysis; readonly onClose: () => void }) {
  const { db, desktop } = useWorkbench()
  const toast = useToast()
  const save = async (): Promise<void> => {
    const [records, links] = await Promise.all([readAnalysisRecords(db, analysis.id), db.where('evidenceLinks', 'analysisId', analysis.id)])
    if (records === null) return onClose()
    const put = await saveFile(desktop, `${plainName(analysis.title)}.claim-review.json`, claimReviewOf({ ...records, links }))
    if (!put.ok) toast.show({ text: put.problem.what, problem: put.problem })
    else if (put.value !== null) toast.show({ text: `Exported to ${put.value}. The file says what it left out.` })
    if (put.ok && put.value !== null) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Export as ClaimReview: lossy"
      description="ClaimReview is a form of schema.org for programs that collect fact checks. It holds much less than an analysis; to hand the analysis on, export it as JSON or its dossier as a bundle."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void save()}>
            Export all the same…
          </Button>
        </>
      }
    >
      <p>What is lost:</p>
      <ul className={styles.lines}>
        {CLAIM_REVIEW_LOSES.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </Dialog>
  )
}
