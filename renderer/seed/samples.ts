import bundledAnalysis from '../../resources/analyses/ice-ai-disclosure.json?raw'
import inventoryAddress from '../../resources/samples/federal-ai-inventory-2025-excerpt.xlsx?url&no-inline'
import contractAddress from '../../resources/samples/sample-contract-excerpt.pdf?url&no-inline'
import letterAddress from '../../resources/samples/sample-foia-letter.pdf?url&no-inline'
import sampleList from '../../resources/samples/samples.json'
import type { AnalysisId } from '@shared/analyses/analysis'
import { type AnalysisRecords, readAnalysisFile, recordsOfAnalysisFile } from '@shared/analyses/analysis-file'
import { readSampleFile, type SampleFile } from '@shared/analyses/sample-file'
import type { AnnotationId } from '@shared/annotations/annotation'
import type { ClaimId } from '@shared/claims/claim'
import type { DocumentId } from '@shared/documents/document'
import { type Outcome, ok } from '@shared/errors/outcome'
import { derivedId } from '@shared/units/derived-id'
import type { Id } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'

/** Where the build puts the sample documents. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'federal-ai-inventory-2025-excerpt.xlsx': inventoryAddress,
  'sample-contract-excerpt.pdf': contractAddress,
  'sample-foia-letter.pdf': letterAddress,
}
export const addressOfSample = (file: string): string | undefined => ADDRESSES[file]

let read: Outcome<SampleFile> | null = null
/** What a first start puts in beside the bundled analysis; read once, as the file is part of the build. */
export const readSamples = (): Outcome<SampleFile> => (read ??= readSampleFile(sampleList))

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

/** The mark that stands at a place in the list of a sample document's marks. */
export const sampleMarkId = (file: string, at: number): AnnotationId => derivedId('annotation', 'bundled', file, String(at))

/** The marks that other samples rest on, by their names. */
export function sampleMarksByName({ documents }: SampleFile): ReadonlyMap<string, AnnotationId> {
  return new Map(
    documents.flatMap(({ file, marks }) =>
      marks.flatMap(({ name }, at) => (name === undefined ? [] : [[name, sampleMarkId(file, at)] as const])),
    ),
  )
}

/** Where a first reading leads: a claim, the cell of a table that speaks against it, and from there to what all of it comes to. */
export type FirstReadingPlace = {
  readonly analysisId: AnalysisId
  readonly claimId: ClaimId
  readonly documentId: DocumentId
  readonly markId: AnnotationId
}

let place: FirstReadingPlace | null = null
/** The places that a first reading leads to, by identifiers that follow from the files; null where the samples can't be read. */
export function placeOfFirstReading(): FirstReadingPlace | null {
  if (place !== null) return place
  const [records, samples] = [bundledRecords(), readSamples()]
  if (!records.ok || !samples.ok) return null
  const { claim: number, mark } = samples.value.firstReading
  const claim = records.value.claims.find((one) => one.number === number)
  const markId = sampleMarksByName(samples.value).get(mark)
  const document = samples.value.documents.find(({ marks }) => marks.some(({ name }) => name === mark))
  if (claim === undefined || markId === undefined || document === undefined) return null
  place = { analysisId: records.value.analysis.id, claimId: claim.id, documentId: document.sha256, markId }
  return place
}
