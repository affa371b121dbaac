import bundledAnalysis from '../../resources/analyses/ice-ai-disclosure.json?raw'
import contractAddress from '../../resources/samples/sample-contract-excerpt.pdf?url&no-inline'
import letterAddress from '../../resources/samples/sample-foia-letter.pdf?url&no-inline'
import sampleList from '../../resources/samples/samples.json'
import { type AnalysisRecords, readAnalysisFile, recordsOfAnalysisFile } from '@shared/analyses/analysis-file'
import { readSampleFile, type SampleFile } from '@shared/analyses/sample-file'
import { findQuotation } from '@shared/anchoring/find-quotation'
import { makeSegment } from '@shared/anchoring/make-segment'
import type { Segment } from '@shared/annotations/segment'
import type { Claim } from '@shared/claims/claim'
import type { DocumentId } from '@shared/documents/document'
import { messageOf, type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import { derivedId } from '@shared/units/derived-id'
import type { Id } from '@shared/units/ids'
import { pageIndexOf } from '@shared/units/pages'
import { timestampOf } from '@shared/units/time'
import { importAnalysis } from '../analyses/commands/import-analysis'
import { markPassage } from '../annotations/commands/mark-passage'
import { readPreference, writePreference } from '../preferences/preferences'
import { putSearchNote } from '../searches/commands/put-search-note'
import type { Workbench } from '../workbench/workbench'

type Sample = SampleFile['documents'][number]
type Mark = Sample['marks'][number]

/** Where the build puts the sample documents. */
const ADDRESSES: Readonly<Record<string, string>> = { 'sample-contract-excerpt.pdf': contractAddress, 'sample-foia-letter.pdf': letterAddress }

const asWorkbench = { by: 'workbench' } as const
const failed = (what: string): Problem => problem('sample-missing', what, 'The workbench works without it; install Vouch again to have it.')

/**
 * Puts the bundled analysis and the two synthetic documents into a new library, with their marks linked. To be called once
 * after every start, with what the StartReport says: it does nothing in a library that is not new, except going on where a
 * first start was interrupted. It runs beside the interface and everything it does stands as "Vouch" in the custody log.
 * @param begin true at the first start, or when the researcher asks for the bundled analysis again
 */
export function seedLibrary(workbench: Workbench, begin: boolean): Promise<Outcome<null>> {
  const work = underWay.get(workbench) ?? seed(workbench, begin).finally(() => underWay.delete(workbench))
  underWay.set(workbench, work)
  return work
}

/** One seeding at a time: asking twice is asking once. */
const underWay = new WeakMap<Workbench, Promise<Outcome<null>>>()

async function seed(workbench: Workbench, begin: boolean): Promise<Outcome<null>> {
  if (!begin && !(await readPreference(workbench.db, 'seeding'))) return ok(null)
  await writePreference(workbench.db, 'seeding', true)
  const samples = readSampleFile(sampleList)
  if (!samples.ok) return samples
  const analysis = await putAnalysis(workbench)
  if (!analysis.ok) return analysis
  const ids = await importSamples(workbench, samples.value.documents)
  if (!ids.ok) return ids
  for (const sample of samples.value.documents) {
    for (const [at, mark] of sample.marks.entries()) {
      const marked = await putMark(workbench, analysis.value, sample, ids.value.get(sample.file), mark, at)
      if (!marked.ok) return marked
    }
  }
  const noted = await putNotes(workbench, analysis.value, samples.value, ids.value)
  if (!noted.ok) return noted
  await writePreference(workbench.db, 'seeding', false)
  return ok(null)
}

/** The records of the bundled analysis. Their identifiers follow from the file, so that an interrupted start finds them again. */
export function bundledRecords(at = Date.now()): Outcome<AnalysisRecords> {
  const file = readAnalysisFile(bundledAnalysis, 'The bundled analysis')
  if (!file.ok) return file
  const given = new Map<string, number>()
  const inOrder = <Kind extends string>(kind: Kind): Id<Kind> => {
    const place = given.get(kind) ?? 0
    given.set(kind, place + 1)
    return derivedId(kind, 'bundled', file.value.title, String(place))
  }
  return ok(recordsOfAnalysisFile(file.value, { newId: inOrder, at: timestampOf(at), origin: 'bundled' }))
}

/** The names of the synthetic documents in the library. */
export function sampleNames(): readonly string[] {
  const samples = readSampleFile(sampleList)
  return samples.ok ? samples.value.documents.map((sample) => sample.name) : []
}

async function putAnalysis({ db, run }: Workbench): Promise<Outcome<readonly Claim[]>> {
  const records = bundledRecords()
  if (!records.ok) return records
  const { analysis, claims } = records.value
  if ((await db.get('analyses', analysis.id)) !== undefined) return ok(claims)
  const done = await run(importAnalysis, records.value, asWorkbench)
  return done.ok ? ok(claims) : done
}

/** Imports the samples as any other PDF is imported, only that it is Vouch who does it. */
async function importSamples({ imports }: Workbench, samples: readonly Sample[]): Promise<Outcome<ReadonlyMap<string, DocumentId>>> {
  const files: { readonly from: 'window'; readonly name: string; readonly blob: Blob }[] = []
  for (const { file, name } of samples) {
    const address = ADDRESSES[file]
    if (address === undefined) return trouble(failed(`The sample document ${file} is not part of this build.`))
    try {
      const answer = await fetch(address)
      if (!answer.ok) return trouble(failed(`The sample document ${file} could not be read (${answer.status}).`))
      files.push({ from: 'window', name, blob: await answer.blob() })
    } catch (thrown) {
      return trouble(failed(`The sample document ${file} could not be read (${messageOf(thrown)}).`))
    }
  }
  // The one queue of the workbench, because it may be going on with these very files after an interrupted start.
  const items = await imports.add(files, asWorkbench)
  const ids = new Map<string, DocumentId>()
  for (const [at, item] of items.entries()) {
    const result = item.result
    if (result === null || result.kind === 'cancelled') return trouble(failed(`${item.name} was not imported.`))
    if (result.kind === 'refused' || result.kind === 'kept') return trouble(result.problem)
    ids.set(samples[at]?.file ?? '', result.documentId)
  }
  return ok(ids)
}

async function putMark({ db, run }: Workbench, claims: readonly Claim[], sample: Sample, documentId: DocumentId | undefined, mark: Mark, at: number): Promise<Outcome<null>> {
  const id = derivedId('annotation', 'bundled', sample.file, String(at))
  if (documentId === undefined || (await db.get('annotations', id)) !== undefined) return ok(null)
  const claim = claims.find((one) => one.number === mark.claim)
  if (claim === undefined) return trouble(failed(`A sample mark names ${mark.claim}, which the bundled analysis does not have.`))
  const segment = await segmentOf(db, documentId, mark)
  if (!segment.ok) return segment
  const readingIds = claim.readings.filter((reading) => mark.readings.includes(reading.label)).map((reading) => reading.id)
  const link = { id: derivedId('evidence', 'bundled', sample.file, String(at)), analysisId: claim.analysisId, claimId: claim.id, relation: mark.relation, readingIds, strength: mark.strength, note: mark.note }
  const { kind, comment, exemptionCodes } = mark
  const done = await run(markPassage, { id, documentId, kind, segments: [segment.value], comment, exemptionCodes, link }, asWorkbench)
  return done.ok ? ok(null) : done
}

async function segmentOf(db: Workbench['db'], documentId: DocumentId, mark: Mark): Promise<Outcome<Segment>> {
  const index = pageIndexOf(mark.page)
  const [page, text, document] = await Promise.all([db.pages.get([documentId, index]), db.pageTexts.get([documentId, index]), db.get('documents', documentId)])
  if (page === undefined || text === undefined) return trouble(failed(`A sample mark names page ${mark.page}, which its document does not have.`))
  const found = findQuotation(text, { quote: mark.quote })
  if (found.how !== 'exact' && found.how !== 'moved') return trouble(failed(`A sample mark was not found on page ${mark.page} of its document.`))
  return ok(makeSegment({ documentId, page, text, ranges: found.ranges, extractor: document?.extractor ?? null, state: found.how, searched: mark.quote }))
}

async function putNotes({ db, run }: Workbench, claims: readonly Claim[], samples: SampleFile, ids: ReadonlyMap<string, DocumentId>): Promise<Outcome<null>> {
  for (const [at, { claims: numbers, files, ...note }] of samples.searchNotes.entries()) {
    const id = derivedId('search', 'bundled', String(at))
    const about = claims.filter((claim) => numbers.includes(claim.number))
    const analysisId = about[0]?.analysisId
    if (analysisId === undefined || (await db.get('searchNotes', id)) !== undefined) continue
    const documentIds = files.flatMap((file) => ids.get(file) ?? [])
    const done = await run(putSearchNote, { ...note, id, analysisId, claimIds: about.map((claim) => claim.id), documentIds, by: samples.author }, asWorkbench)
    if (!done.ok) return done
  }
  return ok(null)
}
