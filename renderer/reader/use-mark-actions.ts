import { quotationOf } from '@shared/annotations/annotation'
import type { AnalysisId } from '@shared/analyses/analysis'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { useMemo } from 'react'
import { deleteAnnotations } from '../annotations/commands/delete-annotations'
import { editEvidenceLink } from '../annotations/commands/edit-evidence-link'
import { unlinkEvidence } from '../annotations/commands/unlink-evidence'
import type { MarkActions } from '../annotations/mark-card'
import type { Mark } from '../annotations/marks'
import { useRun } from '../annotations/use-run'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'

/** What the reader shows next for a mark: at its place, in a dialog, or with the palette. */
type Shows = {
  readonly analysisId: AnalysisId | null
  readonly select: (mark: Mark) => void
  readonly edit: (mark: Mark) => void
  readonly link: (mark: Mark) => void
  readonly toPurchase: (mark: Mark) => void
  readonly toEvent: (mark: Mark) => void
  readonly editLink: (mark: Mark, link: EvidenceLink) => void
  readonly compare: (mark: Mark) => void
  readonly cite: (mark: Mark) => Promise<void>
}

/** All that can be done with a mark, each a command that can be undone. */
export function useMarkActions({ analysisId, select, edit, link, toPurchase, toEvent, editLink, compare, cite }: Shows): MarkActions {
  const { desktop } = useWorkbench()
  const run = useRun()
  const toast = useToast()
  return useMemo(() => {
    const copy = async (mark: Mark): Promise<void> => {
      await desktop.app.copyText(quotationOf(mark.annotation))
      toast.show({ text: 'Copied the quotation.' })
    }
    return {
      select,
      edit,
      link,
      toPurchase,
      toEvent,
      editLink,
      copy: (mark) => void copy(mark),
      compare,
      cite: (mark) => void cite(mark),
      remove: (mark) => void run(deleteAnnotations, { ids: [mark.annotation.id] }),
      unlink: (evidence) => void run(unlinkEvidence, { id: evidence.id }),
      setRelation: (evidence, relation) =>
        relation === evidence.relation ? undefined : void run(editEvidenceLink, { id: evidence.id, relation }),
      openClaim: (claimId) => (analysisId === null ? undefined : navigate(routes.claim(analysisId, claimId))),
    }
  }, [analysisId, select, edit, link, toPurchase, toEvent, editLink, compare, cite, desktop, run, toast])
}
