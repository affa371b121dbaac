import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aCheck, aClaim, aDocument, anAnalysis, anAnnotation, anAssessment, aSearchNote, aSource, aTension } from '../testing/builders'
import { newId } from '../units/ids'
import { partialDateSchema, timestampOf } from '../units/time'
import { analysisSchema } from './analysis'
import { type AnalysisFile, analysisFileOf, readAnalysisFile, recordsOfAnalysisFile, textOfAnalysisFile } from './analysis-file'
import { fingerprintOf } from '../claims/check-fingerprint'
import { claimSchema } from '../claims/claim'
import { readingSchema } from '../claims/reading'
import { sourceSchema } from '../sources/source'

const text = readFileSync(join(import.meta.dirname, '../../resources/analyses/ice-ai-disclosure.json'), 'utf8')
const making = { newId, at: timestampOf(0) }

function bundled(): AnalysisFile {
  const read = readAnalysisFile(text)
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}

describe('the bundled analysis', () => {
  test('has its question, 24 claims in nine sections, and eight sources', () => {
    const file = bundled()
    expect(file.claims).toHaveLength(24)
    expect(file.sections).toHaveLength(9)
    expect(file.sources.map((source) => source.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(file.asOf).toBe('2026-02-01')
  })
  test('leaves what is unknown of its sources open', () => {
    for (const source of bundled().sources) expect([source.title, source.publisher, source.date]).toEqual([null, null, null])
  })
  test('parts the readings on which its bottom line turns', () => {
    const readings = (number: string) =>
      bundled()
        .claims.find((claim) => claim.number === number)
        ?.readings.map((reading) => reading.label)
    expect(readings('C20')).toEqual(['any list of AI uses', 'a list of AI purchases'])
    expect(readings('C23')).toHaveLength(4)
  })
  test('makes records that fit their schemas', () => {
    const { analysis, claims, sources } = recordsOfAnalysisFile(bundled(), { ...making, origin: 'bundled' })
    expect(analysisSchema.parse(analysis)).toEqual(analysis)
    expect(claims.map((claim) => claimSchema.parse(claim))).toEqual(claims)
    expect(sources.map((source) => sourceSchema.parse(source))).toEqual(sources)
    expect(new Set([...claims, ...sources].map((made) => made.analysisId))).toEqual(new Set([analysis.id]))
  })
})

describe('an analysis file', () => {
  test('comes back the same after it became records and a file again', () => {
    const again = analysisFileOf(recordsOfAnalysisFile(bundled(), making))
    expect(again).toEqual(bundled())
    expect(JSON.parse(textOfAnalysisFile(again))).toEqual(JSON.parse(text))
  })

  test('holds all of an analysis that needs no document: judgements, tensions, searches, checks, where claims came from', () => {
    const analysis = anAnalysis()
    const uses = readingSchema.parse({ id: 'reading_uses', label: 'any list of uses', description: '' })
    const first = aClaim(analysis, { number: 'C01', readings: [uses], wouldChange: 'A list of purchases.' })
    const second = aClaim(analysis, { number: 'C02', splitFrom: 'C01' })
    const third = aClaim(analysis, { number: 'C10', mergedInto: 'C02' })
    const text = textOfAnalysisFile(
      analysisFileOf({
        analysis,
        claims: [third, second, first],
        sources: [aSource(analysis)],
        assessments: [anAssessment(first, { readingId: uses.id }), anAssessment(first)],
        tensions: [aTension([second, first], { settled: 'Meant as uses.' })],
        searchNotes: [
          aSearchNote(analysis, [second], {
            couldHaveHeld: 'yes',
            expires: partialDateSchema.parse('2027'),
            annotationId: anAnnotation(aDocument()).id,
          }),
        ],
        checks: [aCheck(first, { fingerprint: fingerprintOf(first, null) })],
      }),
    )
    const read = readAnalysisFile(text)
    if (!read.ok) throw new Error(read.problem.what)
    const records = recordsOfAnalysisFile(read.value, making)
    expect(textOfAnalysisFile(analysisFileOf(records))).toBe(text)
    expect(records.searchNotes).toMatchObject([{ couldHaveHeld: 'yes', expires: '2027' }])
    expect(records.searchNotes[0]).not.toHaveProperty('annotationId')
    expect(records.assessments.map((one) => one.readingId === null)).toEqual([true, false])
    expect(records.checks[0]?.fingerprint).toBe(records.claims[0] && fingerprintOf(records.claims[0], null))
    expect(records.claims.map(({ wouldChange, splitFrom, mergedInto }) => [wouldChange, splitFrom, mergedInto])).toEqual([
      ['A list of purchases.', undefined, undefined],
      [undefined, 'C01', undefined],
      [undefined, undefined, 'C02'],
    ])
  })

  test('of version 1 is read, with its tensions', () => {
    const { assessments: _a, searchNotes: _s, checks: _c, ...older } = JSON.parse(text)
    const read = readAnalysisFile(
      JSON.stringify({ ...older, version: 1, tensions: [{ id: 'T1', claimNumbers: ['C03', 'C99'], text: 'Two measures.' }] }),
    )
    if (!read.ok) throw new Error(read.problem.what)
    expect(read.value).toMatchObject({
      version: 2,
      assessments: [],
      tensions: [{ claims: ['C03'], kind: 'other', text: 'Two measures.', settled: '' }],
    })
    const [tension] = recordsOfAnalysisFile(read.value, making).tensions
    expect(tension).toMatchObject({ author: '', createdAt: making.at })
  })

  const wrong: readonly (readonly [string, string, string])[] = [
    ['is not JSON', '{', 'analysis-file-not-json'],
    ['is some other JSON', '{"format":"other"}', 'analysis-file-foreign'],
    ['is newer than the program', '{"format":"vouch-analysis","version":3}', 'analysis-file-newer'],
    ['lacks its fields', '{"format":"vouch-analysis","version":1}', 'analysis-file-wrong'],
    [
      'gives a number twice',
      JSON.stringify({ ...JSON.parse(text), claims: [...JSON.parse(text).claims, JSON.parse(text).claims[0]] }),
      'analysis-file-wrong',
    ],
    [
      'speaks of a claim that is not there',
      JSON.stringify({ ...JSON.parse(text), tensions: [{ claims: ['C99'], kind: 'word', text: 'x', settled: '' }] }),
      'analysis-file-wrong',
    ],
    ['names a section that is not there', JSON.stringify({ ...JSON.parse(text), sections: [] }), 'analysis-file-wrong'],
  ]
  test.each(wrong)('that %s is refused with a sentence that names it', (_, content, kind) => {
    const read = readAnalysisFile(content, 'mine.json')
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.problem.kind).toBe(kind)
    expect(read.problem.what).toContain('mine.json')
  })
})
