import type { Annotation } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { recognitionId } from '@shared/documents/recognition'
import type { SnapshotRecords } from '@shared/dossier/snapshot'
import type { WorkingRecords } from '@shared/dossier/working-records'
import type { RecordOf } from '@shared/storage/records'
import type { PageIndex } from '@shared/units/pages'
import type { Database } from '../storage/database'

type OfDocument = 'annotations' | 'textCorrections' | 'textChoices' | 'stampRules' | 'proposalDecisions'

const onDocuments = async <Table extends OfDocument>(
  db: Database,
  table: Table,
  ids: readonly DocumentId[],
): Promise<readonly RecordOf<Table>[]> => (await Promise.all(ids.map((id) => db.where(table, 'documentId', id)))).flat()

/** The decisions by which words under a failed redaction may be read, on the pages that passages are cited from. */
export async function readReleased(
  db: Database,
  { annotations }: Pick<SnapshotRecords, 'annotations'>,
): Promise<readonly ProposalDecision[]> {
  const cited = new Set(annotations.flatMap(({ segments }) => segments.map(({ documentId, pageIndex }) => `${documentId}:${pageIndex}`)))
  const decisions = await onDocuments(db, 'proposalDecisions', [...new Set(annotations.map(({ documentId }) => documentId))])
  return decisions.filter(
    ({ kind, verdict, documentId, pageIndex }) =>
      kind === 'failed-redaction' && (verdict === 'released' || verdict === 'dismissed') && cited.has(`${documentId}:${pageIndex}`),
  )
}

/**
 * What was made on the documents of an analysis beyond what its dossier holds already. Called within the transaction that reads the dossier's records.
 * @param beside marks and decisions that go out beside the dossier's records
 */
export async function readWorking(
  db: Database,
  records: SnapshotRecords,
  beside: readonly (Annotation | ProposalDecision)[],
): Promise<WorkingRecords> {
  const held = new Set<string>(
    [...records.annotations, ...records.recognitions, ...records.textCorrections, ...records.documentVersions, ...beside].map(
      ({ id }) => id,
    ),
  )
  const isLeft = ({ id }: { readonly id: string }): boolean => !held.has(id)
  const ids = records.documents.map(({ id }) => id)
  const made = async <Table extends OfDocument>(table: Table): Promise<readonly RecordOf<Table>[]> =>
    (await onDocuments(db, table, ids)).filter(isLeft)
  const [annotations, textCorrections, textChoices, stampRules, proposalDecisions] = await Promise.all([
    made('annotations'),
    made('textCorrections'),
    made('textChoices'),
    made('stampRules'),
    made('proposalDecisions'),
  ])
  const named = new Set<string>(ids)
  const ties = (await Promise.all(ids.map((id) => db.where('documentVersions', 'laterId', id)))).flat()
  const pages = new Map<string, { readonly documentId: DocumentId; readonly pageIndex: PageIndex }>()
  for (const place of [
    ...annotations.flatMap(({ segments }) => segments.filter(({ textOrigin }) => textOrigin === 'ocr')),
    ...textCorrections.filter(({ origin }) => origin === 'ocr'),
  ])
    pages.set(recognitionId(place.documentId, place.pageIndex), place)
  const recognitions = await Promise.all([...pages.keys()].map((id) => db.get('recognitions', id)))
  return {
    annotations,
    recognitions: recognitions.flatMap((page) => (page === undefined || held.has(page.id) ? [] : [page])),
    textCorrections,
    textChoices,
    stampRules,
    documentVersions: ties.filter((tie) => named.has(tie.earlierId) && isLeft(tie)),
    proposalDecisions,
  }
}
