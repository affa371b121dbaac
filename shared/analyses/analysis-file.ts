import { z } from 'zod'
import { type Assessment, assessmentSchema } from '../claims/assessment'
import { type Check, checkSchema } from '../claims/check'
import { type Claim, claimSchema } from '../claims/claim'
import { readingSchema } from '../claims/reading'
import { type Tension, tensionSchema } from '../claims/tension'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { type SearchNote, searchNoteSchema } from '../searches/search-note'
import { type Source, sourceSchema } from '../sources/source'
import { derivedId } from '../units/derived-id'
import type { Id, newId } from '../units/ids'
import { readJson } from '../units/read-json'
import { list, record } from '../units/strict-schema'
import { type Timestamp, timestampSchema } from '../units/time'
import { type Analysis, analysisSchema } from './analysis'

/** The form in which an analysis is exchanged: all of it but what needs its documents, without identifiers of any library. */
const FORMAT = 'vouch-analysis'
const VERSION = 2

const readingInFile = readingSchema.unwrap().omit({ id: true }).readonly()
const claimInFile = claimSchema
  .unwrap()
  .omit({ id: true, analysisId: true, readings: true })
  .extend({ readings: list(readingInFile) })
  .readonly()
const sourceInFile = sourceSchema.unwrap().omit({ id: true, analysisId: true }).readonly()
/** Claims are named by number, a reading by its place among those of its claim, from 0. */
const number = z.string()
const assessmentInFile = record({
  claim: number,
  reading: z.int().min(0).nullable(),
  ...assessmentSchema.unwrap().pick({ status: true, confidence: true, reasoning: true, author: true, at: true }).shape,
})
/** Who noted a tension and when is left out where an earlier file did not say. */
const tensionInFile = record({
  claims: list(number),
  ...tensionSchema.unwrap().pick({ kind: true, text: true, settled: true }).shape,
  author: z.string().exactOptional(),
  createdAt: timestampSchema.exactOptional(),
})
const searchNoteInFile = searchNoteSchema
  .unwrap()
  .omit({ id: true, analysisId: true, claimIds: true, annotationId: true })
  .extend({ claims: list(number) })
  .readonly()
/** Checks of the claims' own text; those of passages travel with their documents. */
const checkInFile = record({
  claim: number,
  ...checkSchema.unwrap().pick({ verdict: true, note: true, by: true, at: true, fingerprint: true }).shape,
})

const frame = analysisSchema
  .unwrap()
  .omit({ id: true, origin: true, createdAt: true, deletedAt: true, tensions: true, timeStamps: true }).shape
const shared = { ...frame, claims: list(claimInFile), sources: list(sourceInFile) }
const analysisFileSchema = record({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  ...shared,
  assessments: list(assessmentInFile),
  tensions: list(tensionInFile),
  searchNotes: list(searchNoteInFile),
  checks: list(checkInFile),
}).superRefine((file, context) => {
  const refuse = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message })
  const sections = new Set(file.sections.map((section) => section.id))
  const readings = new Map<string, number>()
  file.claims.forEach((claim, at) => {
    if (readings.has(claim.number)) refuse(['claims', at, 'number'], `the number ${claim.number} is given twice`)
    if (!sections.has(claim.sectionId)) refuse(['claims', at, 'sectionId'], `there is no section ${claim.sectionId}`)
    readings.set(claim.number, claim.readings.length)
  })
  const named = (path: (string | number)[], numbers: readonly (string | undefined)[]): void => {
    const unknown = numbers.find((one) => one !== undefined && !readings.has(one))
    if (unknown !== undefined) refuse(path, `there is no claim ${unknown}`)
  }
  file.claims.forEach((claim, at) => {
    named(['claims', at, 'dependsOn'], claim.dependsOn)
    named(['claims', at, 'mergedInto'], [claim.mergedInto])
  })
  file.assessments.forEach((one, at) => {
    named(['assessments', at, 'claim'], [one.claim])
    if (one.reading !== null && one.reading >= (readings.get(one.claim) ?? 0))
      refuse(['assessments', at, 'reading'], `${one.claim} has no reading ${one.reading}`)
  })
  file.tensions.forEach((one, at) => named(['tensions', at, 'claims'], one.claims))
  file.searchNotes.forEach((one, at) => named(['searchNotes', at, 'claims'], one.claims))
  file.checks.forEach((one, at) => named(['checks', at, 'claim'], [one.claim]))
  const sources = file.sources.map((source) => source.number)
  if (new Set(sources).size !== sources.length) refuse(['sources'], 'a source number is given twice')
})

/** Version 1 held tensions without kind or history, and nothing of what was judged, searched or checked. */
const firstVersionSchema = record({
  format: z.literal(FORMAT),
  version: z.literal(1),
  ...shared,
  tensions: list(record({ id: z.string(), claimNumbers: list(number), text: z.string() })),
}).transform((file) => {
  const known = new Set(file.claims.map((claim) => claim.number))
  const tensions = file.tensions.map(({ claimNumbers, text }) => ({
    claims: claimNumbers.filter((one) => known.has(one)),
    kind: 'other',
    text,
    settled: '',
  }))
  return { ...file, version: VERSION, assessments: [], tensions, searchNotes: [], checks: [] }
})

export type AnalysisFile = z.infer<typeof analysisFileSchema>
/** An analysis with its records, as a file of it is read or written: without documents, marks and links. */
export type AnalysisRecords = {
  readonly analysis: Analysis
  readonly claims: readonly Claim[]
  readonly sources: readonly Source[]
  readonly assessments: readonly Assessment[]
  readonly tensions: readonly Tension[]
  readonly searchNotes: readonly SearchNote[]
  readonly checks: readonly Check[]
}

const REMEDY = 'Choose an analysis that Vouch exported, or compare the file with the format described in docs/formats.md.'

/**
 * Reads the text of an analysis file.
 * @param name the file's name, for the sentence that says what is wrong
 */
export function readAnalysisFile(text: string, name = 'The analysis file'): Outcome<AnalysisFile> {
  const json = readJson(text)
  if (!json.ok) return trouble(problem('analysis-file-not-json', `${name} is not JSON: ${json.problem}.`, REMEDY))
  const { value } = json
  const version = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(value)
  if (!version.success)
    return trouble(
      problem(
        'analysis-file-foreign',
        `${name} is not an analysis of Vouch: it does not say "format": "${FORMAT}" with a version.`,
        REMEDY,
      ),
    )
  if (version.data.version > VERSION) {
    return trouble(
      problem(
        'analysis-file-newer',
        `${name} has version ${version.data.version} of the format, and this Vouch reads up to ${VERSION}.`,
        'Open it with a newer Vouch.',
      ),
    )
  }
  const first = version.data.version === 1 ? firstVersionSchema.safeParse(value) : null
  const parsed = first?.success === false ? first : analysisFileSchema.safeParse(first?.data ?? value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  return trouble(
    problem('analysis-file-wrong', `${name} can't be read${where}: ${issue?.message ?? 'it does not fit the format'}.`, REMEDY),
  )
}

/** The records of an analysis file, with new identifiers. */
export function recordsOfAnalysisFile(
  file: AnalysisFile,
  making: { readonly newId: typeof newId; readonly at: Timestamp; readonly origin?: Analysis['origin'] },
): AnalysisRecords {
  const { format: _format, version: _version, claims: claimsInFile, sources, assessments, tensions, searchNotes, checks, ...fields } = file
  const analysisId: Id<'analysis'> = making.newId('analysis')
  const claims = claimsInFile.map((claim) => ({
    ...claim,
    id: making.newId('claim'),
    analysisId,
    readings: claim.readings.map((reading) => ({ ...reading, id: making.newId('reading') })),
  }))
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  const named = (numbers: readonly string[]): Claim[] => numbers.flatMap((one) => byNumber.get(one) ?? [])
  return {
    analysis: { ...fields, id: analysisId, origin: making.origin ?? 'imported', createdAt: making.at, deletedAt: null },
    claims,
    sources: sources.map((source) => ({ ...source, id: making.newId('source'), analysisId })),
    assessments: assessments.flatMap(({ claim, reading, ...judgement }) =>
      named([claim]).map((on) => ({
        ...judgement,
        id: making.newId('assessment'),
        analysisId,
        claimId: on.id,
        readingId: reading === null ? null : (on.readings[reading]?.id ?? null),
      })),
    ),
    tensions: tensions.map(({ claims: numbers, author, createdAt, ...tension }) => ({
      ...tension,
      id: making.newId('tension'),
      analysisId,
      claimIds: named(numbers).map((claim) => claim.id),
      author: author ?? '',
      createdAt: createdAt ?? making.at,
    })),
    searchNotes: searchNotes.map(({ claims: numbers, ...note }) => ({
      ...note,
      id: making.newId('search'),
      analysisId,
      claimIds: named(numbers).map((claim) => claim.id),
    })),
    // As `put-check` names them, so that a reader's next check takes the place of this one.
    checks: checks.flatMap(({ claim, ...check }) =>
      named([claim]).map((on) => ({
        ...check,
        id: derivedId('check', on.id, 'claim', check.by),
        analysisId,
        claimId: on.id,
        linkId: null,
      })),
    ),
  }
}

const byNumber = (a: { readonly number: string }, b: { readonly number: string }): number =>
  a.number.localeCompare(b.number, 'en', { numeric: true })
/** Sorts by a text that each item is given, so that one state is always written as the same text. */
const byText = <Item>(items: readonly Item[], text: (item: Item) => string): readonly Item[] =>
  items.toSorted((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0))

/** The exchange form of an analysis. Claims and sources stand by number, so that one state is always written as the same text. */
export function analysisFileOf({ analysis, claims, sources, assessments, tensions, searchNotes, checks }: AnalysisRecords): AnalysisFile {
  const { id: _id, origin: _origin, createdAt: _createdAt, deletedAt: _deletedAt, tensions: _moved, ...fields } = analysis
  const inOrder = claims.toSorted(byNumber)
  const places = new Map(inOrder.map((claim, at) => [claim.id, { claim, at: String(at).padStart(6, '0') }]))
  const numbers = (ids: readonly Claim['id'][]): readonly string[] =>
    inOrder.filter((claim) => ids.includes(claim.id)).map((claim) => claim.number)
  const readingPlace = (claim: Claim, readingId: string): number => claim.readings.findIndex((reading) => reading.id === readingId)
  return {
    format: FORMAT,
    version: VERSION,
    ...fields,
    claims: inOrder.map(({ id: _claim, analysisId: _analysis, readings, ...claim }) => ({
      ...claim,
      readings: readings.map(({ id: _reading, ...reading }) => reading),
    })),
    sources: sources.toSorted((a, b) => a.number - b.number).map(({ id: _source, analysisId: _analysis, ...source }) => source),
    assessments: byText(
      assessments.flatMap(({ id: _assessment, analysisId: _analysis, claimId, readingId, ...judgement }) => {
        const claim = places.get(claimId)?.claim
        const reading = claim === undefined || readingId === null ? null : readingPlace(claim, readingId)
        return claim === undefined || reading === -1
          ? []
          : [{ claim: claim.number, reading, ...judgement, place: `${places.get(claimId)?.at} ${reading ?? ''}` }]
      }),
      ({ place }) => place,
    ).map(({ place: _place, ...assessment }) => assessment),
    tensions: byText(tensions, ({ createdAt, text }) => `${createdAt} ${text}`).map(
      ({ id: _tension, analysisId: _analysis, claimIds, author, ...tension }) => ({
        claims: numbers(claimIds),
        ...tension,
        ...(author === '' ? {} : { author }),
      }),
    ),
    searchNotes: byText(searchNotes, ({ createdAt, where, words }) => `${createdAt} ${where} ${words}`).map(
      ({ id: _note, analysisId: _analysis, annotationId: _mark, claimIds, ...note }) => ({ ...note, claims: numbers(claimIds) }),
    ),
    checks: byText(
      checks.flatMap(({ id: _check, analysisId: _analysis, claimId, linkId, ...check }) => {
        const claim = places.get(claimId)
        return claim === undefined || linkId !== null
          ? []
          : [{ claim: claim.claim.number, ...check, place: `${claim.at} ${check.at} ${check.by}` }]
      }),
      ({ place }) => place,
    ).map(({ place: _place, ...check }) => check),
  }
}

/** The text of an analysis file: JSON with its fields in the order of the format, indented, ending in a line break. */
export const textOfAnalysisFile = (file: AnalysisFile): string => `${JSON.stringify(analysisFileSchema.parse(file), null, 2)}\n`
