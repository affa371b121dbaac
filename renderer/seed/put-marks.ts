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
import { sampleMarkId } from './samples'
import { claimNumbered, enter, failed, type Seeding } from './seeding'

type Sample = SampleFile['documents'][number]
/** Marks the passages of a sample document, each linked to its claim, and says how the document came out. */
export async function putMarks(seeding: Seeding, sample: Sample): Promise<Outcome<null>> {
  const { workbench } = seeding
  const document = await workbench.db.get('documents', sample.sha256)
  if (document === undefined) return trouble(failed(`${sample.name} is not in the library.`))
  const anchor = await anchorIn(seeding, document)
  for (const [at, mark] of sample.marks.entries()) {
    if ((await workbench.db.get('annotations', sampleMarkId(sample.file, at))) !== undefined) continue
    const claim = claimNumbered(seeding, mark.claim)
    if (!claim.ok) return claim
    const segment = await anchor(mark)
    if (!segment.ok) return segment
    const readingIds = claim.value.readings.filter((reading) => mark.readings.includes(reading.label)).map((reading) => reading.id)
    const { kind, comment, exemptionCodes, relation, strength, note } = mark
    const link = { id: derivedId('evidence', 'bundled', sample.file, String(at)), analysisId: claim.value.analysisId, claimId: claim.value.id, relation, readingIds, strength, note }
    const done = await enter(seeding, markPassage, { id: sampleMarkId(sample.file, at), documentId: document.id, kind, segments: [segment.value], comment, exemptionCodes, link })
    if (!done.ok) return done
  }
  return putDisclosure(seeding, sample)
}

async function putDisclosure(seeding: Seeding, { file, sha256, disclosure }: Sample): Promise<Outcome<null>> {
  const id = derivedId('disclosure', 'bundled', file)
  if (disclosure === undefined || (await seeding.workbench.db.get('disclosureEvents', id)) !== undefined) return ok(null)
  return enter(seeding, putDisclosureEvent, { ...disclosure, id, documentId: sha256 })
}

/** What makes the segments of marks in a document; a table is read for it once. */
async function anchorIn({ workbench }: Seeding, document: Document): Promise<(mark: SampleMark) => Promise<Outcome<Segment>>> {
  const [sheet] = (await readStoredTable(workbench, document.id))?.sheets ?? []
  const [pages] = sheetsOfDocument(document)
  return async (mark) => {
    if ('page' in mark) return onPage(workbench.db, document, mark)
    const row = sheet?.places.findIndex((place) => place.row === mark.row) ?? -1
    if (sheet === undefined || pages === undefined || row === -1) return trouble(failed(`A sample mark names row ${mark.row}, which ${document.name} does not have.`))
    const segment = segmentOfPlace(document, { ...sheet, pages }, { row, column: mark.column - 1 })
    return segment.quote === mark.quote ? ok(segment) : trouble(failed(`A sample mark was not found in row ${mark.row} of ${document.name}.`))
  }
}

async function onPage(db: Database, document: Document, mark: Extract<SampleMark, { readonly page: unknown }>): Promise<Outcome<Segment>> {
  const index = pageIndexOf(mark.page)
  const [page, text] = await Promise.all([db.pages.get([document.id, index]), db.pageTexts.get([document.id, index])])
  if (page === undefined || text === undefined) return trouble(failed(`A sample mark names page ${mark.page}, which ${document.name} does not have.`))
  const found = findQuotation(text, { quote: mark.quote })
  if (found.how !== 'exact' && found.how !== 'moved') return trouble(failed(`A sample mark was not found on page ${mark.page} of ${document.name}.`))
  return ok(makeSegment({ documentId: document.id, page, text, ranges: found.ranges, extractor: document.extractor, state: found.how, searched: mark.quote }))
}
