import { ClaimList } from '../../claims/claim-list'
import { usePreference, writePreference } from '../../preferences/preferences'
import { EmptyState } from '../../ui/empty-state'
import { useWorkbench } from '../../workbench/workbench'
import { useReading } from '../reading'

/** The claims of the analysis at hand; the chosen one is what the next passage is linked to first. */
export function ClaimsPanel() {
  const { db } = useWorkbench()
  const { analysis } = useReading()
  const [lastClaim] = usePreference('lastClaim')
  if (analysis === null) {
    return (
      <EmptyState title="No analysis yet">
        <p>With an analysis, its claims stand here, and passages can be linked to them.</p>
      </EmptyState>
    )
  }
  return <ClaimList analysisId={analysis.id} selected={lastClaim} onSelect={(claimId) => void writePreference(db, 'lastClaim', claimId)} />
}
