import type { AnnotationId } from '@shared/annotations/annotation'
import type { AnalysisId } from '@shared/analyses/analysis'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { createPortal } from 'react-dom'
import type { MarkList } from '../annotations/marks'
import { MarksPanel } from '../annotations/marks-panel'
import { ClaimList } from '../claims/claim-list'
import { usePreference, writePreference } from '../preferences/preferences'
import type { Frame } from '../reader/frame'
import type { useMarkActions } from '../reader/use-mark-actions'
import { EmptyState } from '../ui/empty-state'
import { useWorkbench } from '../workbench/workbench'

type TableSidesProps = {
  readonly frame: Frame
  readonly analysisId: AnalysisId | null
  readonly marks: MarkList | undefined
  /** The page of the row that is chosen. */
  readonly page: number
  readonly selected: AnnotationId | null
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly actions: ReturnType<typeof useMarkActions>
}

/** Beside an active table: the claims at the left, the marks at the right. */
export function TableSides({ frame, analysisId, marks, page, selected, claims, actions }: TableSidesProps) {
  const { db } = useWorkbench()
  const [lastClaim] = usePreference('lastClaim')
  if (!frame.active) return null
  const { left, right } = frame.hosts
  return (
    <>
      {left === null
        ? null
        : createPortal(
            analysisId === null ? (
              <EmptyState title="No analysis yet">
                <p>With an analysis, its claims stand here, and cells can be linked to them.</p>
              </EmptyState>
            ) : (
              <ClaimList
                analysisId={analysisId}
                selected={lastClaim}
                onSelect={(claimId) => void writePreference(db, 'lastClaim', claimId)}
              />
            ),
            left,
          )}
      {right === null
        ? null
        : createPortal(<MarksPanel marks={marks} page={page} unit="row" selected={selected} claims={claims} actions={actions} />, right)}
    </>
  )
}
