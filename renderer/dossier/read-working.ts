import type { Annotation } from '@shared/annotations/annotation'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { SnapshotRecords } from '@shared/dossier/snapshot'
import type { WorkingRecords } from '@shared/dossier/working-records'
import type { RecordOf } from '@shared/storage/records'
import type { Database } from '../storage/database'

type Made = { readonly working: WorkingRecords; readonly released: readonly ProposalDecision[] }
type OfDocument = 'annotations' | 'recognitions' | 'textCorrections' | 'textChoices' | 'stampRules' | 'proposalDecisions'

/**
 * What was made on the documents of an analysis beyond what its dossier holds already, and the decisions by which words under a failed redaction may be
 * read on the pages that it cites. Called within the transaction that reads the dossier's records.
 * @param redactions marks that stand beside the dossier's records
 */
export async function readWorking(db: Database, records: SnapshotRecords, redactions: readonly Annotation[]): Promise<Made> {
  const held = new Set<string>([...records.annotations, ...redactions, ...records.recognitions, ...records.textCorrections, ...records.documentVersions].map(({ id }) => id))
  const ids = records.documents.map(({ id }) => id)
  const made = async <Table extends OfDocument>(table: Table): Promise<readonly RecordOf<Table>[]> => (await Promise.all(ids.map((id) => db.where(table, 'documentId', id)))).flat().filter(({ id }) => !held.has(id))
  const [annotations, recognised, textCorrections, textChoices, stampRules, decisions] = await Promise.all([made('annotations'), made('recognitions'), made('textCorrections'), made('textChoices'), made('stampRules'), made('proposalDecisions')])
  const named = new Set<string>(ids)
  const documentVersions = (await Promise.all(ids.map((id) => db.where('documentVersions', 'laterId', id)))).flat().filter(({ id, earlierId }) => named.has(earlierId) && !held.has(id))
  const cited = new Set(records.annotations.flatMap(({ segments }) => segments.map(({ documentId, pageIndex }) => `${documentId}:${pageIndex}`)))
  const isReleased = ({ kind, verdict, documentId, pageIndex }: ProposalDecision): boolean => kind === 'failed-redaction' && (verdict === 'released' || verdict === 'dismissed') && cited.has(`${documentId}:${pageIndex}`)
  const pagesOfOcr = new Set([
    ...annotations.flatMap(({ segments }) => segments.flatMap(({ documentId, pageIndex, textOrigin }) => (textOrigin === 'ocr' ? [`${documentId}:${pageIndex}`] : []))),
    ...textCorrections.flatMap(({ documentId, pageIndex, origin }) => (origin === 'ocr' ? [`${documentId}:${pageIndex}`] : [])),
  ])
  return {
    released: decisions.filter(isReleased),
    working: {
      annotations,
      recognitions: recognised.filter(({ documentId, pageIndex }) => pagesOfOcr.has(`${documentId}:${pageIndex}`)),
      textCorrections,
      textChoices,
      stampRules,
      documentVersions,
      proposalDecisions: decisions.filter((decision) => !isReleased(decision)),
    },
  }
}
