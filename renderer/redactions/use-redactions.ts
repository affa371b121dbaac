import type { Annotation } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { FailedRedaction } from '@shared/redactions/failed-redactions'
import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { useLiveQuery } from 'dexie-react-hooks'
import { READ_THROUGH } from '../documents/read-through'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import { readFindings } from './page-findings'
import { readProposals } from './page-proposals'

/** Words that were left under a redaction, and what the researcher decided; null while nothing was. */
export type HeldFinding = FailedRedaction & { readonly pageIndex: number; readonly decision: ProposalDecision | null }

export type Redactions = {
  /** What nobody has decided about, in reading order. */
  readonly open: readonly RedactionProposal[]
  readonly dismissed: number
  readonly held: readonly HeldFinding[]
  /** Redactions that are marked: confirmed proposals and boxes drawn by hand. */
  readonly marks: readonly Annotation[]
  /** Pages that could not be looked at, by index. */
  readonly unseen: readonly number[]
}

/** The redactions of a document, proposed and marked; null while it was not wholly looked at and its text read through. */
async function readRedactions(stores: Pick<Workbench, 'db' | 'derived'>, documentId: DocumentId): Promise<Redactions | null> {
  if ((await stores.derived.steps.get([documentId, READ_THROUGH])) === undefined) return null
  const [rows, proposed, decisions, marks] = await Promise.all([
    readFindings(stores.derived, documentId),
    readProposals(stores.derived, documentId),
    stores.db.where('proposalDecisions', 'documentId', documentId),
    stores.db.where('annotations', 'documentId', documentId),
  ])
  const decided = new Map(decisions.map((decision) => [`${decision.kind} ${decision.pageIndex} ${decision.key}`, decision]))
  const proposals = proposed.flatMap((row) => row.proposals)
  const verdictOf = ({ pageIndex, key }: RedactionProposal) => decided.get(`redaction ${pageIndex} ${key}`)?.verdict
  return {
    open: proposals.filter((proposal) => verdictOf(proposal) === undefined),
    dismissed: proposals.filter((proposal) => verdictOf(proposal) === 'dismissed').length,
    held: rows.flatMap(({ index, failed }) =>
      failed.map((one) => ({ ...one, pageIndex: index, decision: decided.get(`failed-redaction ${index} ${one.key}`) ?? null })),
    ),
    marks: marks.filter(({ kind }) => kind === 'redaction'),
    unseen: rows.filter((row) => row.failedToLook).map(({ index }) => index),
  }
}

/** The redactions of a document, kept up to date; null while it is looked at, undefined while they are read. */
export function useRedactions(documentId: DocumentId): Redactions | null | undefined {
  const { db, derived } = useWorkbench()
  return useLiveQuery(() => readRedactions({ db, derived }, documentId), [db, derived, documentId])
}
