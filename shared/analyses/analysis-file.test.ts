import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../units/ids'
import { timestampOf } from '../units/time'
import { analysisSchema } from './analysis'
import { type AnalysisFile, analysisFileOf, readAnalysisFile, recordsOfAnalysisFile, textOfAnalysisFile } from './analysis-file'
import { claimSchema } from '../claims/claim'
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
    const readings = (number: string) => bundled().claims.find((claim) => claim.number === number)?.readings.map((reading) => reading.label)
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

  const wrong: readonly (readonly [string, string, string])[] = [
    ['is not JSON', '{', 'analysis-file-not-json'],
    ['is some other JSON', '{"format":"other"}', 'analysis-file-foreign'],
    ['is newer than the program', '{"format":"vouch-analysis","version":2}', 'analysis-file-newer'],
    ['lacks its fields', '{"format":"vouch-analysis","version":1}', 'analysis-file-wrong'],
    ['gives a number twice', JSON.stringify({ ...JSON.parse(text), claims: [...JSON.parse(text).claims, JSON.parse(text).claims[0]] }), 'analysis-file-wrong'],
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
