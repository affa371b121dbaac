import { z } from 'zod'
import { type Claim, claimSchema } from '../claims/claim'
import { readingSchema } from '../claims/reading'
import { type Outcome, messageOf, ok, problem, trouble } from '../errors/outcome'
import { type Source, sourceSchema } from '../sources/source'
import type { Id, newId } from '../units/ids'
import { list, record } from '../units/strict-schema'
import type { Timestamp } from '../units/time'
import { type Analysis, analysisSchema } from './analysis'

/** The form in which an analysis is exchanged: the analysis, its claims and sources, without identifiers of any library. */
const FORMAT = 'vouch-analysis'
const VERSION = 1

const readingInFile = readingSchema.unwrap().omit({ id: true }).readonly()
const claimInFile = claimSchema.unwrap().omit({ id: true, analysisId: true, readings: true }).extend({ readings: list(readingInFile) }).readonly()
const sourceInFile = sourceSchema.unwrap().omit({ id: true, analysisId: true }).readonly()

const analysisFileSchema = record({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  ...analysisSchema.unwrap().omit({ id: true, origin: true, createdAt: true, deletedAt: true }).shape,
  claims: list(claimInFile),
  sources: list(sourceInFile),
}).superRefine((file, context) => {
  const refuse = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message })
  const sections = new Set(file.sections.map((section) => section.id))
  const numbers = new Set<string>()
  file.claims.forEach((claim, at) => {
    if (numbers.has(claim.number)) refuse(['claims', at, 'number'], `the number ${claim.number} is given twice`)
    if (!sections.has(claim.sectionId)) refuse(['claims', at, 'sectionId'], `there is no section ${claim.sectionId}`)
    numbers.add(claim.number)
  })
  file.claims.forEach((claim, at) => {
    const unknown = claim.dependsOn.find((number) => !numbers.has(number))
    if (unknown !== undefined) refuse(['claims', at, 'dependsOn'], `there is no claim ${unknown}`)
  })
  const sources = file.sources.map((source) => source.number)
  if (new Set(sources).size !== sources.length) refuse(['sources'], 'a source number is given twice')
})
export type AnalysisFile = z.infer<typeof analysisFileSchema>
export type AnalysisRecords = { readonly analysis: Analysis; readonly claims: readonly Claim[]; readonly sources: readonly Source[] }

const REMEDY = 'Choose an analysis that Vouch exported, or compare the file with the format described in docs/formats.md.'

/**
 * Reads the text of an analysis file.
 * @param name the file's name, for the sentence that says what is wrong
 */
export function readAnalysisFile(text: string, name = 'The analysis file'): Outcome<AnalysisFile> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    return trouble(problem('analysis-file-not-json', `${name} is not JSON: ${messageOf(thrown)}.`, REMEDY))
  }
  const version = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(value)
  if (!version.success) return trouble(problem('analysis-file-foreign', `${name} is not an analysis of Vouch: it does not say "format": "${FORMAT}" with a version.`, REMEDY))
  if (version.data.version > VERSION) {
    return trouble(problem('analysis-file-newer', `${name} has version ${version.data.version} of the format, and this Vouch reads up to ${VERSION}.`, 'Open it with a newer Vouch.'))
  }
  const parsed = analysisFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const first = parsed.error.issues[0]
  const where = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.join('.')}`
  return trouble(problem('analysis-file-wrong', `${name} can't be read${where}: ${first?.message ?? 'it does not fit the format'}.`, REMEDY))
}

/** The records of an analysis file, with new identifiers. */
export function recordsOfAnalysisFile(
  file: AnalysisFile,
  making: { readonly newId: typeof newId; readonly at: Timestamp; readonly origin?: Analysis['origin'] },
): AnalysisRecords {
  const { format: _format, version: _version, claims, sources, ...fields } = file
  const analysisId: Id<'analysis'> = making.newId('analysis')
  return {
    analysis: { ...fields, id: analysisId, origin: making.origin ?? 'imported', createdAt: making.at, deletedAt: null },
    claims: claims.map((claim) => ({
      ...claim,
      id: making.newId('claim'),
      analysisId,
      readings: claim.readings.map((reading) => ({ ...reading, id: making.newId('reading') })),
    })),
    sources: sources.map((source) => ({ ...source, id: making.newId('source'), analysisId })),
  }
}

/** The exchange form of an analysis. Claims and sources stand by number, so that one state is always written as the same text. */
export function analysisFileOf({ analysis, claims, sources }: AnalysisRecords): AnalysisFile {
  const { id: _id, origin: _origin, createdAt: _createdAt, deletedAt: _deletedAt, ...fields } = analysis
  return {
    format: FORMAT,
    version: VERSION,
    ...fields,
    claims: claims
      .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
      .map(({ id: _claim, analysisId: _analysis, readings, ...claim }) => ({ ...claim, readings: readings.map(({ id: _reading, ...reading }) => reading) })),
    sources: sources.toSorted((a, b) => a.number - b.number).map(({ id: _source, analysisId: _analysis, ...source }) => source),
  }
}

/** The text of an analysis file: JSON, indented, ending in a line break. */
export const textOfAnalysisFile = (file: AnalysisFile): string => `${JSON.stringify(file, null, 2)}\n`
