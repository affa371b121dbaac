import type { Annotation } from '@shared/annotations/annotation'
import type { AnchorState } from '@shared/annotations/segment'
import type { AnalysisId } from '@shared/analyses/analysis'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { type Document, type DocumentId, isTable } from '@shared/documents/document'
import type { ReadablePage } from '@shared/documents/page-reading'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { type AnchoredRow, anchorRowInTexts } from '@shared/evidence-table/anchor-row'
import { anchorTableRow } from '@shared/evidence-table/anchor-table-row'
import type { EvidenceRow, EvidenceTable, RefusedRow } from '@shared/evidence-table/evidence-table'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import type { Database } from '../storage/database'
import { readReadablePages } from '../documents/page-readings'
import type { Workbench } from '../workbench/workbench'
import { addEvidence } from './commands/add-evidence'

/** Rows written by one command: few enough that progress moves, many enough that the disk is not flushed for each. */
const BATCH = 100

/** How the rows came out. `rows` names the mark of each row that was taken in. */
export type EvidenceTally = {
  readonly rows: readonly { readonly row: EvidenceRow; readonly annotationId: Annotation['id']; readonly state: AnchorState }[]
  readonly refused: readonly RefusedRow[]
  /** Claims that only the table names; they were added, without a text of their own. */
  readonly addedClaims: readonly string[]
}

/**
 * Anchors the rows of an evidence table in the library's documents and links each to its claim.
 * @param documentsByName names given at import beside those in the library, so that a duplicate's name finds its document too
 */
export async function addEvidenceTable(
  workbench: Workbench,
  analysisId: AnalysisId,
  table: EvidenceTable,
  documentsByName: ReadonlyMap<string, readonly DocumentId[]>,
  progress: (done: number) => void,
): Promise<Outcome<EvidenceTally>> {
  const { db } = workbench
  const claims = new Map((await db.where('claims', 'analysisId', analysisId)).map((claim) => [claim.number, claim]))
  const refused = [...table.refused]
  const taken: EvidenceTally['rows'][number][] = []
  const addedClaims: string[] = []
  const anchored = anchorer(workbench)

  for (let from = 0; from < table.rows.length; from += BATCH) {
    const annotations: Annotation[] = []
    const links: EvidenceLink[] = []
    const newClaims: Claim[] = []
    for (const row of table.rows.slice(from, from + BATCH)) {
      const found = await documentOf(db, row, documentsByName)
      if (!found.ok) {
        refused.push({ row: row.row, reason: found.problem })
        continue
      }
      let claim = claims.get(row.claim)
      if (claim === undefined) {
        claim = claimFromTable(analysisId, row.claim)
        claims.set(row.claim, claim)
        newClaims.push(claim)
        addedClaims.push(row.claim)
      }
      const { state, segments } = await anchored(row, found.value)
      // The author and the moment are set by the command.
      const stamp = { author: '', createdAt: timestampOf(0) }
      const annotation: Annotation = { id: newId('annotation'), documentId: found.value.id, kind: 'highlight', segments, comment: '', tags: [], exemptionCodes: [], confirmed: null, ...stamp }
      annotations.push(annotation)
      links.push({ id: newId('evidence'), analysisId, claimId: claim.id, annotationId: annotation.id, relation: row.relation, readingIds: [], strength: null, note: row.note, ...stamp })
      taken.push({ row, annotationId: annotation.id, state })
    }
    if (annotations.length > 0) {
      const written = await workbench.run(addEvidence, { analysisId, claims: newClaims, annotations, links })
      if (!written.ok) return written
    }
    progress(Math.min(table.rows.length, from + BATCH))
  }
  return ok({ rows: taken, refused: refused.sort((a, b) => a.row - b.row), addedClaims })
}

/** The document that a row names, by file name or SHA-256. */
async function documentOf(db: Database, row: EvidenceRow, byName: ReadonlyMap<string, readonly DocumentId[]>): Promise<Outcome<Document, string>> {
  const named = row.document.replaceAll('\\', '/')
  const hash = named.toLowerCase()
  const ids = /^[0-9a-f]{64}$/.test(hash) ? [hash] : (byName.get(named) ?? byName.get(named.split('/').at(-1) ?? '') ?? [])
  const documents = (await Promise.all([...new Set(ids)].map((id) => db.get('documents', id)))).filter((document) => document !== undefined)
  const [document, ...others] = documents
  if (document === undefined) return trouble(`No document “${row.document}” is in the library.`)
  if (others.length > 0) return trouble(`${documents.length} documents are called “${row.document}”; name the one that is meant by its SHA-256.`)
  if (document.status !== 'ready') return trouble(document.trouble?.what ?? `“${row.document}” can't be read.`)
  if (!isTable(document) && row.page > document.pageCount) return trouble(`“${row.document}” has ${document.pageCount} page${document.pageCount === 1 ? '' : 's'}; the row names page ${row.page}.`)
  return ok(document)
}

/** Anchors rows; holds the pages of the document of the last one, so that rows in order read each document once. */
function anchorer(workbench: Workbench): (row: EvidenceRow, document: Document) => Promise<AnchoredRow> {
  type Pages = ReadonlyMap<number, ReadablePage>
  let held: { readonly id: DocumentId; readonly embedded: Pages; readonly recognised: Pages | null } | null = null
  return async (row, document) => {
    if (held?.id !== document.id) {
      // Words under a failed redaction are known only once the document was looked at.
      await workbench.examination.whenExamined(document.id)
      const isRecognised = (await workbench.db.rows('recognitions').where('documentId').equals(document.id).count()) > 0
      held = { id: document.id, embedded: await readReadablePages(workbench, document.id, 'embedded'), recognised: isRecognised ? await readReadablePages(workbench, document.id, 'ocr') : null }
    }
    const { embedded, recognised } = held
    if (isTable(document)) return anchorTableRow(row, document, embedded)
    return anchorRowInTexts(row, document, (index) => embedded.get(index), recognised && ((index) => recognised.get(index)))
  }
}

/** A claim that the table names and the analysis does not have: visible as undeveloped, so that nothing of the table is lost. */
const claimFromTable = (analysisId: AnalysisId, number: string): Claim => ({
  id: newId('claim'),
  analysisId,
  number,
  sectionId: '',
  order: Number(/\d+$/.exec(number)?.[0] ?? 0),
  kind: 'finding',
  text: `Claim ${number}, named in the evidence table and not described in the analysis`,
  scopeLimit: null,
  readings: [],
  citedSources: [],
  citationScope: null,
  dependsOn: [],
  notes: '',
  tests: { wouldSupport: [], wouldContradict: [], wouldQualify: [] },
})
