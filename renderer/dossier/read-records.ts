import type { AnalysisId } from '@shared/analyses/analysis'
import type { Annotation } from '@shared/annotations/annotation'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import type { DocumentId } from '@shared/documents/document'
import type { DocumentVersion } from '@shared/documents/document-version'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { Audience } from '@shared/dossier/audience'
import type { SnapshotRecords } from '@shared/dossier/snapshot'
import type { WorkingRecords } from '@shared/dossier/working-records'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { OpenedBundle } from '@shared/exchange/opened-bundle'
import { type SetAside, setAsideIn } from '@shared/exchange/set-aside'
import type { RecordOf, RecordTable } from '@shared/storage/records'
import { COMMITTED_TABLES, type Database } from '../storage/database'
import { readReleased, readWorking } from './read-working'

/** The records of an analysis and the custody log, as they stood at one moment. */
export type ReadRecords = {
  readonly records: SnapshotRecords
  /** This library's custody log, whole. */
  readonly custody: readonly CustodyEntry[]
  /** Marks of redactions in the documents that passages are cited from, but for those that are cited themselves. */
  readonly redactions: readonly Annotation[]
  /** Decisions by which words under a failed redaction may be read, on the pages that passages are cited from. */
  readonly released: readonly ProposalDecision[]
  /** What else was made on the documents; nothing of the dossier rests on it. Null where only what is published was asked for. */
  readonly working: WorkingRecords | null
  /** Decisions of opened bundles in whose place others were decided for here. */
  readonly setAside: SetAside
  /** The bundles from which something of the analysis came, the latest last. */
  readonly opened: readonly OpenedBundle[]
  /** Documents that become exhibits if their bytes are whole: cited ones, and those behind a source. */
  readonly exhibits: readonly DocumentId[]
}

/** Reads all that a dossier needs from the record tables, in one transaction, so that records and log agree. */
export function readRecords(db: Database, analysisId: AnalysisId, audience: Audience = 'publication'): Promise<Outcome<ReadRecords>> {
  return db.transaction('r', [...COMMITTED_TABLES], async (): Promise<Outcome<ReadRecords>> => {
    const analysis = await db.get('analyses', analysisId)
    if (analysis === undefined)
      return trouble(problem('no-analysis', 'This analysis is not in the library.', 'Choose another in the list of analyses.'))
    const ofAnalysis = <Table extends RecordTable>(table: Table): Promise<readonly RecordOf<Table>[]> =>
      db.where(table, 'analysisId', analysisId)
    const claims = await ofAnalysis('claims')
    const claimIds = new Set<string>(claims.map((claim) => claim.id))
    const sources = await ofAnalysis('sources')
    const searchNotes = await ofAnalysis('searchNotes')
    const [tensions, parityMatrices, parityCells, purchases, chronologyEvents] = await Promise.all([
      ofAnalysis('tensions'),
      ofAnalysis('parityMatrices'),
      ofAnalysis('parityCells'),
      ofAnalysis('purchases'),
      ofAnalysis('chronologyEvents'),
    ])
    const evidenceLinks = (await ofAnalysis('evidenceLinks')).filter((link) => claimIds.has(link.claimId))
    const annotations = await present(db, 'annotations', [
      ...evidenceLinks.map((link) => link.annotationId),
      ...searchNotes.flatMap(({ annotationId }) => annotationId ?? []),
      ...purchases.flatMap((purchase) => [
        ...purchase.annotationIds,
        ...purchase.figures.flatMap(({ annotationId }) => (annotationId === null ? [] : [annotationId])),
      ]),
      ...[...chronologyEvents, ...parityCells].flatMap(({ annotationIds }) => annotationIds),
    ])
    const citedMarks = new Set(annotations.map(({ id }) => id))
    const redactions = (
      await Promise.all(unique(annotations.map(({ documentId }) => documentId)).map((id) => db.where('annotations', 'documentId', id)))
    )
      .flat()
      .filter(({ id, kind }) => kind === 'redaction' && !citedMarks.has(id))
    const exhibits = unique([
      ...annotations.flatMap((annotation) => annotation.segments.map((segment) => segment.documentId)),
      ...sources.flatMap((source) => source.documentIds),
      ...parityCells.flatMap(({ counts }) => (counts === null ? [] : [counts.documentId])),
    ])
    const documentVersions = await versionsOf(db, exhibits)
    const documents = await present(db, 'documents', [
      ...exhibits,
      ...searchNotes.flatMap((note) => note.documentIds),
      ...documentVersions.flatMap(({ earlierId, laterId }) => [earlierId, laterId]),
    ])
    const disclosureEvents = (
      await Promise.all(documents.map((document) => db.where('disclosureEvents', 'documentId', document.id)))
    ).flat()
    const custody = (await db.custody.orderBy('seq').toArray()).map((row) => row.entry)
    const opened = (await ofAnalysis('openedBundles')).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    const assessments = (await ofAnalysis('assessments')).filter((assessment) => claimIds.has(assessment.claimId))
    const checks = (await ofAnalysis('checks')).filter((check) => claimIds.has(check.claimId))
    const known = new Set<string>(documents.map((document) => document.id))
    const cited = new Set(
      annotations.flatMap((annotation) =>
        annotation.segments.map((segment) => `${segment.documentId}:${segment.pageIndex}:${segment.textOrigin}`),
      ),
    )
    const ofExhibits = async <Table extends 'recognitions' | 'textCorrections'>(table: Table): Promise<readonly RecordOf<Table>[]> =>
      (await Promise.all(exhibits.map((id) => db.where(table, 'documentId', id)))).flat()
    const recognitions = (await ofExhibits('recognitions')).filter((page) => cited.has(`${page.documentId}:${page.pageIndex}:ocr`))
    const textCorrections = (await ofExhibits('textCorrections')).filter((correction) =>
      cited.has(`${correction.documentId}:${correction.pageIndex}:${correction.origin}`),
    )
    const records: SnapshotRecords = {
      analyses: [analysis],
      claims,
      assessments,
      sources,
      documents,
      disclosureEvents,
      annotations,
      evidenceLinks,
      searchNotes,
      recognitions,
      textCorrections,
      documentVersions,
      tensions,
      checks,
      parityMatrices,
      parityCells,
      purchases,
      chronologyEvents,
    }
    const candidates = setAsideIn(opened, () => false)
    const there = await Promise.all(candidates.map(({ table, id }) => db.get(table as RecordTable, id)))
    const setAside = candidates.filter((_, at) => there[at] === undefined)
    const released = await readReleased(db, records)
    const working = audience === 'publication' ? null : await readWorking(db, records, [...redactions, ...released])
    return ok({ records, custody, setAside, opened, redactions, released, working, exhibits: exhibits.filter((id) => known.has(id)) })
  })
}

/** What was said of versions of these documents, and of the versions of those: whoever cites one has to know that another exists. */
async function versionsOf(db: Database, documents: readonly DocumentId[]): Promise<readonly DocumentVersion[]> {
  const found = new Map<string, DocumentVersion>()
  const seen = new Set<DocumentId>()
  for (let next = documents; next.length > 0;) {
    for (const id of next) seen.add(id)
    const ties = (
      await Promise.all(next.flatMap((id) => [db.where('documentVersions', 'laterId', id), db.where('documentVersions', 'earlierId', id)]))
    ).flat()
    for (const tie of ties) found.set(tie.id, tie)
    next = unique(ties.flatMap(({ earlierId, laterId }) => [earlierId, laterId])).filter((id) => !seen.has(id))
  }
  return [...found.values()]
}

const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)]

/** The records of these ids that are there. */
async function present<Table extends RecordTable>(db: Database, table: Table, ids: readonly string[]): Promise<readonly RecordOf<Table>[]> {
  const found = await Promise.all(unique(ids).map((id) => db.get(table, id)))
  return found.flatMap((record) => (record === undefined ? [] : [record]))
}
