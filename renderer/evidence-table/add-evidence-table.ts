import type { Annotation } from '@shared/annotations/annotation'
import { foldText } from '@shared/anchoring/fold'
import type { AnchorState, Segment } from '@shared/annotations/segment'
import type { AnalysisId } from '@shared/analyses/analysis'
import type { Claim } from '@shared/claims/claim'
import type { EvidenceLink } from '@shared/claims/evidence-link'
import { type Document, type DocumentId, isTable } from '@shared/documents/document'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { AnchoredQuotation } from '@shared/anchoring/anchor-quotation'
import type { EvidenceRow, EvidenceTable, RefusedRow } from '@shared/evidence-table/evidence-table'
import { groupedBy } from '@shared/units/grouped-by'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import type { Database } from '../storage/database'
import { throughTexts } from '../whole-texts/through-texts'
import type { Workbench } from '../workbench/workbench'
import { anchorer } from './anchor-rows'
import { addEvidence } from './commands/add-evidence'

/** Rows written by one command where many are expected: few enough that progress moves, many enough that the disk is not flushed for each. */
const BATCH = 100

/** Why a row is refused that no dossier could be written with: the mark would repeat the words, wherever they were found or not. */
const HELD_BACK =
  'Words of the quotation lie under a redaction that did not remove them, and are held back. Decide about them in the Redactions panel of the document, and import the row again.'

/** What became of a row that was taken in. `already`: the same words of the same place were linked to the same claim in the same way before. */
export type TakenRow = {
  readonly row: EvidenceRow
  readonly annotationId: Annotation['id']
  readonly state: AnchorState
  readonly already: boolean
}

/** How the rows came out. `rows` names the mark of each row that was taken in or that was there. */
export type EvidenceTally = {
  readonly rows: readonly TakenRow[]
  readonly refused: readonly RefusedRow[]
  /** Claims that only the table names; they were added, without a text of their own. */
  readonly addedClaims: readonly string[]
}

export type TakingIn = {
  /** Rows that one command writes, and one undo takes back. */
  readonly batch?: number
  /** Ends the looking; what is written then is written whole. */
  readonly signal?: AbortSignal
  /** Somebody works in the window: texts are gone through in a worker, and documents examined whole, as they are in any case. */
  readonly beside?: boolean
}

/**
 * Anchors the rows of an evidence table in the library's documents and links each to its claim.
 * @param documentsByName names given at import beside those in the library, so that a duplicate's name finds its document too
 * @param progress is told how many rows were looked for
 * @param options how it goes about it
 * Problems: `cancelled`, and those of the command.
 */
export async function addEvidenceTable(
  workbench: Workbench,
  analysisId: AnalysisId,
  table: EvidenceTable,
  documentsByName: ReadonlyMap<string, readonly DocumentId[]>,
  progress: (done: number) => void,
  { batch = BATCH, signal, beside = false }: TakingIn = {},
): Promise<Outcome<EvidenceTally>> {
  const { db } = workbench
  const claims = new Map((await db.where('claims', 'analysisId', analysisId)).map((claim) => [claim.number, claim]))
  const known = await knownEvidence(db, analysisId)
  const refused = [...table.refused]
  const taken: TakenRow[] = []
  const addedClaims: string[] = []
  const passages = passagesOf(table.rows)
  const named = new Map<EvidenceRow, Outcome<Document, string>>()
  for (const row of table.rows) named.set(row, await documentOf(db, row, documentsByName))
  const places = await placesOf(workbench, named, progress, signal, beside)
  if (places === null) return trouble(problem('cancelled', 'Reading the evidence table was cancelled.', 'Nothing of it was taken in.'))

  for (let from = 0; from < passages.length; from += batch) {
    const annotations: Annotation[] = []
    const links: EvidenceLink[] = []
    const newClaims: Claim[] = []
    for (const rows of passages.slice(from, from + batch)) {
      const segments: Segment[] = []
      const found: { readonly row: EvidenceRow; readonly state: AnchorState }[] = []
      let document: Document | null = null
      for (const row of rows) {
        const names = named.get(row)
        if (names?.ok !== true) {
          if (names !== undefined) refused.push({ row: row.row, reason: names.problem })
          continue
        }
        document = names.value
        const place = places.get(row) ?? null
        if (place === null) {
          refused.push({ row: row.row, reason: HELD_BACK })
          continue
        }
        segments.push(...place.segments)
        found.push({ row, state: place.state })
      }
      const [first] = found
      if (document === null || first === undefined) continue
      const { claim: number, relation, note } = first.row
      let claim = claims.get(number)
      if (claim === undefined) {
        claim = claimFromTable(analysisId, number)
        claims.set(number, claim)
        newClaims.push(claim)
        addedClaims.push(number)
      }
      const key = evidenceKey(claim.id, relation, segments)
      const there = known.get(key)
      // The author and the moment are set by the command.
      const stamp = { author: '', createdAt: timestampOf(0) }
      const annotationId = there ?? newId('annotation')
      if (there === undefined) {
        known.set(key, annotationId)
        annotations.push({
          id: annotationId,
          documentId: document.id,
          kind: 'highlight',
          segments,
          comment: '',
          tags: [],
          exemptionCodes: [],
          confirmed: null,
          ...stamp,
        })
        links.push({
          id: newId('evidence'),
          analysisId,
          claimId: claim.id,
          annotationId,
          relation,
          readingIds: [],
          strength: null,
          note,
          ...stamp,
        })
      }
      taken.push(...found.map(({ row, state }) => ({ row, annotationId, state, already: there !== undefined })))
    }
    if (annotations.length > 0) {
      const written = await workbench.run(addEvidence, { analysisId, claims: newClaims, annotations, links })
      if (!written.ok) return written
    }
  }
  return ok({ rows: taken, refused: refused.sort((a, b) => a.row - b.row), addedClaims })
}

/** The rows by the passage that they are part of, in their order: a row alone, or those that name the same passage. */
function passagesOf(rows: readonly EvidenceRow[]): readonly (readonly EvidenceRow[])[] {
  return [
    ...groupedBy(rows, (row) =>
      row.passage === '' ? `row ${row.row}` : `passage ${[row.passage, row.claim, row.relation, row.sha256 ?? row.document].join('\n')}`,
    ).values(),
  ]
}

/** What is linked in the analysis: its marks, by what makes two rows the same. */
async function knownEvidence(db: Database, analysisId: AnalysisId): Promise<Map<string, Annotation['id']>> {
  const known = new Map<string, Annotation['id']>()
  for (const { claimId, relation, annotationId } of await db.where('evidenceLinks', 'analysisId', analysisId)) {
    const mark = await db.get('annotations', annotationId)
    if (mark !== undefined) known.set(evidenceKey(claimId, relation, mark.segments), mark.id)
  }
  return known
}

const evidenceKey = (claimId: string, relation: string, segments: readonly Segment[]): string =>
  [claimId, relation, ...segments.map(({ documentId, pageIndex, quote }) => `${documentId} ${pageIndex} ${wordsKey(quote)}`)].join('\n')

function wordsKey(quote: string): string {
  const { folded, signs } = foldText(quote)
  return [folded, ...signs.values()].join(' ')
}

/** The document that a row names, by file name or SHA-256. */
async function documentOf(
  db: Database,
  row: EvidenceRow,
  byName: ReadonlyMap<string, readonly DocumentId[]>,
): Promise<Outcome<Document, string>> {
  const named = row.document.replaceAll('\\', '/')
  const hash = named.toLowerCase()
  const ids =
    row.sha256 !== null
      ? [row.sha256]
      : /^[0-9a-f]{64}$/.test(hash)
        ? [hash]
        : (byName.get(named) ?? byName.get(named.split('/').at(-1) ?? '') ?? [])
  const documents = (await Promise.all([...new Set(ids)].map((id) => db.get('documents', id)))).filter((document) => document !== undefined)
  const [document, ...others] = documents
  if (document === undefined) return trouble(`No document “${row.document}” is in the library.`)
  if (others.length > 0)
    return trouble(`${documents.length} documents are called “${row.document}”; name the one that is meant by its SHA-256.`)
  if (document.status !== 'ready') return trouble(document.trouble?.what ?? `“${row.document}” can't be read.`)
  if (!isTable(document) && row.page > document.pageCount)
    return trouble(
      `“${row.document}” has ${document.pageCount} page${document.pageCount === 1 ? '' : 's'}; the row names page ${row.page}.`,
    )
  return ok(document)
}

/** The document that each row names, or why there is none. */
type Named = ReadonlyMap<EvidenceRow, Outcome<Document, string>>

/** Where each row stands in its document; null for those whose mark would repeat words that are held back. Null altogether when it was cancelled. */
async function placesOf(
  workbench: Workbench,
  named: Named,
  progress: (done: number) => void,
  signal: AbortSignal | undefined,
  beside: boolean,
): Promise<ReadonlyMap<EvidenceRow, AnchoredQuotation | null> | null> {
  const found = [...named].flatMap(([row, document]) => (document.ok ? [{ row, document: document.value }] : []))
  const places = new Map<EvidenceRow, AnchoredQuotation | null>()
  const refused = named.size - found.length
  const inOrder = anchorer(workbench, (id, indexes) => workbench.examination.examinePages(id, indexes))
  for (const of of groupedBy(found, ({ document }) => document.id).values()) {
    const [first] = of
    if (first === undefined) continue
    if (!beside) {
      for (const { row, document } of of) {
        places.set(row, await inOrder(row, document))
        progress(refused + places.size)
      }
      continue
    }
    // Words under a failed redaction are known only once the document was looked at.
    await workbench.examination.whenExamined(first.document.id)
    const before = refused + places.size
    const anchored = await throughTexts(
      workbench,
      'evidence',
      first.document,
      of.map(({ row }) => row),
      { progress: (done) => progress(before + done), ...(signal === undefined ? {} : { signal }) },
    )
    if (anchored === null) return null
    for (const [at, { row }] of of.entries()) places.set(row, anchored[at] ?? null)
  }
  progress(named.size)
  return places
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
