import type { SampleFile, SampleMark } from '@shared/analyses/sample-file'
import { findQuotation } from '@shared/anchoring/find-quotation'
import { makeSegment } from '@shared/anchoring/make-segment'
import type { Segment } from '@shared/annotations/segment'
import type { Document } from '@shared/documents/document'
import { type Outcome, ok, trouble } from '@shared/errors/outcome'
import { sheetsOfDocument } from '@shared/tables/table-pages'
import { derivedId } from '@shared/units/derived-id'
import { pageIndexOf } from '@shared/units/pages'
import { markPassage } from '../annotations/commands/mark-passage'
import { putDisclosureEvent } from '../documents/commands/put-disclosure-event'
import type { Database } from '../storage/database'
import { readStoredTable } from '../tables/read-table'
import { segmentOfPlace } from '../tables/segment-of-place'
import { type Step, step } from './in-one-step'
import { sampleMarkId } from './samples'
import { claimNumbered, failed, type Seeding } from './seeding'

/** Marks the passages of a sample document, each linked to its claim, and says how the document came out. */
export async function marksIn(
  seeding: Seeding,
  { file, name, sha256, marks, disclosure }: SampleFile['documents'][number],
): Promise<Outcome<readonly Step[]>> {
  const document = await seeding.workbench.db.get('documents', sha256)
  if (document === undefined) return trouble(failed(`${name} is not in the library.`))
  const steps: Step[] = []
  const anchor = await anchorIn(seeding, document)
  for (const [at, mark] of marks.entries()) {
    const claim = claimNumbered(seeding, mark.claim)
    if (!claim.ok) return claim
    const segment = await anchor(mark)
    if (!segment.ok) return segment
    const readingIds = claim.value.readings.filter((reading) => mark.readings.includes(reading.label)).map((reading) => reading.id)
    const { kind, comment, exemptionCodes, relation, strength, note } = mark
    const link = {
      id: derivedId('evidence', 'bundled', file, String(at)),
      analysisId: claim.value.analysisId,
      claimId: claim.value.id,
      relation,
      readingIds,
      strength,
      note,
    }
    steps.push(
      step(markPassage, {
        id: sampleMarkId(file, at),
        documentId: document.id,
        kind,
        segments: [segment.value],
        comment,
        exemptionCodes,
        link,
      }),
    )
  }
  return ok(
    disclosure === undefined
      ? steps
      : [...steps, step(putDisclosureEvent, { ...disclosure, id: derivedId('disclosure', 'bundled', file), documentId: sha256 })],
  )
}

/** What makes the segments of marks in a document; a table is read for it once. */
async function anchorIn({ workbench }: Seeding, document: Document): Promise<(mark: SampleMark) => Promise<Outcome<Segment>>> {
  const [sheet] = (await readStoredTable(workbench, document.id))?.sheets ?? []
  const [pages] = sheetsOfDocument(document)
  return async (mark) => {
    if ('page' in mark) return onPage(workbench.db, document, mark)
    const row = sheet?.places.findIndex((place) => place.row === mark.row) ?? -1
    if (sheet === undefined || pages === undefined || row === -1)
      return trouble(failed(`A sample mark names row ${mark.row}, which ${document.name} does not have.`))
    const segment = segmentOfPlace(document, { ...sheet, pages }, { row, column: mark.column - 1 })
    return segment.quote === mark.quote
      ? ok(segment)
      : trouble(failed(`A sample mark was not found in row ${mark.row} of ${document.name}.`))
  }
}

async function onPage(db: Database, document: Document, mark: Extract<SampleMark, { readonly page: unknown }>): Promise<Outcome<Segment>> {
  const index = pageIndexOf(mark.page)
  const [page, text] = await Promise.all([db.pages.get([document.id, index]), db.pageTexts.get([document.id, index])])
  if (page === undefined || text === undefined)
    return trouble(failed(`A sample mark names page ${mark.page}, which ${document.name} does not have.`))
  const found = findQuotation(text, { quote: mark.quote })
  if (found.how !== 'exact' && found.how !== 'moved')
    return trouble(failed(`A sample mark was not found on page ${mark.page} of ${document.name}.`))
  return ok(
    makeSegment({
      documentId: document.id,
      page,
      text,
      ranges: found.ranges,
      extractor: document.extractor,
      state: found.how,
      searched: mark.quote,
    }),
  )
}
