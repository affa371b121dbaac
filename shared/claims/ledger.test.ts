import { describe, expect, test } from 'vitest'
import { aCheck, aClaim, aDocument, aLink, anAnalysis, anAnnotation, anAssessment, aTension } from '../testing/builders'
import { fingerprintOf, passageRead } from './check-fingerprint'
import { countPoints, hasPoint, passesLedger, WHOLE_LEDGER } from './filter-ledger'
import { type LedgerInput, ledgerOf, type PassageFacts, progressOf } from './ledger'
import { readingSchema } from './reading'

const analysis = anAnalysis()
const uses = readingSchema.parse({ id: 'reading_uses', label: 'any list of uses', description: '' })
const buys = readingSchema.parse({ id: 'reading_buys', label: 'a list of purchases', description: '' })
const base = aClaim(analysis, { number: 'C01', readings: [uses, buys], text: 'There is an inventory.' })
const resting = aClaim(analysis, { number: 'C02', dependsOn: ['C03'] })
const merged = aClaim(analysis, { number: 'C03', mergedInto: 'C01' })
const annotation = anAnnotation(aDocument())
const link = aLink(base, annotation, { relation: 'contradicts', readingIds: [uses.id] })
const facts: PassageFacts = {
  documentId: annotation.documentId,
  state: 'exact',
  confirmed: false,
  origin: 'embedded',
  channels: [],
  noRecords: false,
  read: passageRead(annotation),
}
const input = (over: Partial<LedgerInput> = {}): LedgerInput => ({
  claims: [base, resting, merged],
  assessments: [anAssessment(base), anAssessment(resting)],
  links: [link],
  passages: new Map([[annotation.id, facts]]),
  searches: [],
  tensions: [],
  checks: [],
  ...over,
})
const [first, second, third] = ledgerOf(input())

describe('the ledger', () => {
  test('puts the evidence beside the judgement, for the claim and each reading', () => {
    expect(first?.whole).toMatchObject({ reading: null, status: 'supported', evidence: { contradicts: 1, supports: 0 } })
    expect(first?.whole.remarks[0]?.words).toBe('Assessed as supported, but one passage contradicts it on the reading “any list of uses”.')
    expect(first?.readings.map(({ reading, status, evidence }) => [reading?.label, status, evidence.contradicts])).toEqual([
      ['any list of uses', 'undeveloped', 1],
      ['a list of purchases', 'undeveloped', 0],
    ])
  })

  test('reads a claim that was merged where it went, and remarks nothing of it', () => {
    expect(second?.whole.remarks.map((remark) => remark.point)).not.toContain('rests-on')
    const undeveloped = ledgerOf(input({ assessments: [anAssessment(resting)] }))[1]
    expect(undeveloped?.whole.remarks.find((remark) => remark.point === 'rests-on')?.words).toBe('It rests on C03 (undeveloped).')
    expect(third).toMatchObject({ whole: { remarks: [] }, progress: { of: 0 } })
  })

  test('counts the claim and each passage as things to check', () => {
    const checks = [
      aCheck(base, { fingerprint: fingerprintOf(base, null) }),
      aCheck(base, { linkId: link.id, verdict: 'unfair', fingerprint: fingerprintOf(base, { link, passage: facts.read }) }),
    ]
    const lines = ledgerOf(input({ checks }))
    expect(lines[0]?.progress).toEqual({ of: 2, checked: 2, disputed: 1, changed: 0 })
    expect(progressOf(lines)).toEqual({ of: 3, checked: 2, disputed: 1, changed: 0 })
    const reworded = ledgerOf(input({ checks, claims: [{ ...base, text: 'There is a list.' }] }))
    expect(reworded[0]?.progress).toEqual({ of: 2, checked: 0, disputed: 0, changed: 2 })
    const withAnotherNote = ledgerOf(input({ checks, links: [{ ...link, note: 'more' }] }))
    expect([withAnotherNote[0]?.text.state, withAnotherNote[0]?.links.get(link.id)?.state]).toEqual(['right', 'changed'])
  })

  test('is narrowed to what is to notice', () => {
    const lines = ledgerOf(input({ tensions: [aTension([base, resting]), aTension([resting], { settled: 'Meant as uses.' })] }))
    expect(countPoints(lines)).toMatchObject({ parted: 2, unchecked: 2, tension: 2, merged: 1, disputed: 0 })
    const shown = (over: Partial<typeof WHOLE_LEDGER>) =>
      lines.filter((line) => passesLedger(line, { ...WHOLE_LEDGER, ...over })).map((line) => line.claim.number)
    expect(shown({})).toEqual(['C01', 'C02', 'C03'])
    expect(shown({ point: 'merged' })).toEqual(['C03'])
    expect(shown({ words: 'inventory', point: 'parted' })).toEqual(['C01'])
    expect(shown({ sectionId: 's9' })).toEqual([])
    expect(lines.filter((line) => hasPoint(line, 'unjudged')).map((line) => line.claim.number)).toEqual(['C01'])
  })
})
