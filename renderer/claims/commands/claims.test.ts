import { readingSchema } from '@shared/claims/reading'
import { put } from '@shared/storage/records'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation, anAssessment, aSearchNote } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { claimNumbersGiven } from '../claim-numbers'
import { readClaimDetail } from '../claim-detail'
import { readLedger } from '../../testing/read-ledger'
import { readClaimHistory } from '../read-claim-history'
import { addClaim } from './add-claim'
import { assessClaim } from './assess-claim'
import { deleteClaim } from './delete-claim'
import { editClaim } from './edit-claim'
import { moveClaim } from './move-claim'
import { removeReading } from './remove-reading'

const uses = readingSchema.parse({ id: 'reading_uses', label: 'any list of uses', description: '' })
const buys = readingSchema.parse({ id: 'reading_buys', label: 'a list of purchases', description: '' })
const analysis = anAnalysis({
  sections: [
    { id: 's1', number: 1, label: 'Findings' },
    { id: 's0', number: 0, label: 'Answer' },
  ],
})
const document = aDocument()
const annotation = anAnnotation(document)
const other = anAnnotation(document)
const first = aClaim(analysis, { number: 'C01', order: 1, readings: [uses, buys] })
const second = aClaim(analysis, { number: 'C02', order: 2, dependsOn: ['C01'] })
const third = aClaim(analysis, { number: 'C10', order: 1, sectionId: 's0' })
const onUses = aLink(first, annotation, { readingIds: [uses.id] })
const onBoth = aLink(first, other, { readingIds: [uses.id, buys.id], relation: 'contradicts' })
const judgement = anAssessment(first, { readingId: uses.id })
const note = aSearchNote(analysis, [first, second])

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`claims-${newId('test')}`)
  await bench.have([
    put('analyses', analysis),
    put('documents', document),
    put('claims', first),
    put('claims', second),
    put('claims', third),
    put('evidenceLinks', onUses),
    put('evidenceLinks', onBoth),
    put('assessments', judgement),
    put('searchNotes', note),
    put('annotations', annotation),
    put('annotations', other),
  ])
})
afterEach(() => bench.remove())

const blank = (text: string) => ({
  id: newId('claim'),
  analysisId: analysis.id,
  sectionId: 's1',
  kind: 'finding' as const,
  text,
  numbersGiven: [] as readonly string[],
})

describe('adding a claim', () => {
  it('gives the next number and the last place of its section', async () => {
    const input = blank('  It was bought.  ')
    await bench.runBothWays(addClaim, input)
    expect(await bench.db.get('claims', input.id)).toMatchObject({ number: 'C11', order: 3, text: 'It was bought.' })
  })

  it('never gives a number again that a deleted claim had', async () => {
    const input = blank('It was bought.')
    await bench.run(addClaim, input)
    await bench.run(deleteClaim, { id: input.id })
    const numbersGiven = await claimNumbersGiven(bench.db, analysis.id)
    expect(numbersGiven).toContain('C11')
    const again = { ...blank('It was leased.'), numbersGiven }
    await bench.run(addClaim, again)
    expect((await bench.db.get('claims', again.id))?.number).toBe('C12')
  })

  it('refuses an empty text, an unknown section and an unknown analysis', async () => {
    expect(await bench.refusal(addClaim, blank('   '))).toBe('invalid-input')
    expect(await bench.refusal(addClaim, { ...blank('x'), sectionId: 's9' })).toBe('section-gone')
    expect(await bench.refusal(addClaim, { ...blank('x'), analysisId: newId('analysis') })).toBe('analysis-gone')
  })
})

describe('editing a claim', () => {
  it('changes what is given, keeps the number and everything else', async () => {
    await bench.runBothWays(editClaim, { id: first.id, fields: { text: 'It was leased.', scopeLimit: 'the releases read' } })
    expect(await bench.db.get('claims', first.id)).toEqual({ ...first, text: 'It was leased.', scopeLimit: 'the releases read' })
  })

  it('puts a claim that changes its section at the end of the other', async () => {
    await bench.run(editClaim, { id: first.id, fields: { sectionId: 's0' } })
    expect(await bench.db.get('claims', first.id)).toMatchObject({ sectionId: 's0', order: 2 })
  })

  it('refuses to lose a reading in passing, and a claim that rests on itself', async () => {
    expect(await bench.refusal(editClaim, { id: first.id, fields: { readings: [buys] } })).toBe('reading-would-go')
    expect(await bench.refusal(editClaim, { id: first.id, fields: { dependsOn: ['C01'] } })).toBe('rests-on-itself')
  })

  it('moves a claim within its section and stops at the ends of the analysis', async () => {
    await bench.runBothWays(moveClaim, { id: second.id, by: -1 })
    const ledger = await readLedger(bench.db, analysis.id)
    expect(ledger?.lines.map((line) => line.claim.number)).toEqual(['C10', 'C02', 'C01'])
    expect(await bench.refusal(moveClaim, { id: third.id, by: -1 })).toBe('at-the-end')
  })
})

describe('deleting a claim', () => {
  it('takes judgements and links with it, keeps the passages and the search, and lets other claims stand alone', async () => {
    await bench.runBothWays(deleteClaim, { id: first.id })
    expect([await bench.db.all('evidenceLinks'), await bench.db.all('assessments')]).toEqual([[], []])
    expect(await bench.db.all('annotations')).toHaveLength(2)
    expect((await bench.db.get('searchNotes', note.id))?.claimIds).toEqual([second.id])
    expect((await bench.db.get('claims', second.id))?.dependsOn).toEqual([])
    expect((await bench.summaries()).at(-1)).toBe('Deleted C01 with 2 links to evidence')
  })
})

describe('assessing a claim', () => {
  it('keeps one judgement of the whole and one of each reading, and the earlier ones in the log', async () => {
    await bench.runBothWays(assessClaim, {
      claimId: first.id,
      readingId: null,
      status: 'depends-on-reading',
      confidence: 'low',
      reasoning: 'It turns on a word.',
    })
    await bench.run(assessClaim, { claimId: first.id, readingId: uses.id, status: 'contradicted', confidence: 'high', reasoning: '' })
    await bench.run(assessClaim, { claimId: first.id, readingId: null, status: 'mixed', confidence: null, reasoning: '' })
    const detail = await readClaimDetail(bench.db, analysis.id, first.id)
    expect(detail?.assessments.map(({ readingId, status }) => [readingId, status]).sort()).toEqual(
      [
        [null, 'mixed'],
        [uses.id, 'contradicted'],
      ].sort(),
    )
    const history = await readClaimHistory(bench.db, first.id)
    expect(history[0]).toMatchObject({
      entry: { summary: 'Assessed C01 as mixed', actor: 'Researcher' },
      changes: [
        { field: 'status', before: 'depends on reading', after: 'mixed' },
        { field: 'confidence', before: 'low', after: null },
        { field: 'reasoning', before: 'It turns on a word.', after: null },
      ],
    })
  })

  it('refuses a reading that the claim does not have', async () => {
    expect(
      await bench.refusal(assessClaim, { claimId: second.id, readingId: uses.id, status: 'supported', confidence: null, reasoning: '' }),
    ).toBe('reading-gone')
  })
})

describe('removing a reading', () => {
  it('unlinks what bears on it alone when told to, and narrows the rest', async () => {
    await bench.runBothWays(removeReading, { claimId: first.id, readingId: uses.id, links: 'unlink' })
    expect((await bench.db.get('claims', first.id))?.readings).toEqual([buys])
    expect((await bench.db.all('evidenceLinks')).map((link) => [link.id, link.readingIds])).toEqual([[onBoth.id, [buys.id]]])
    expect(await bench.db.all('assessments')).toEqual([])
  })

  it('lets it bear on the whole claim otherwise', async () => {
    await bench.run(removeReading, { claimId: first.id, readingId: uses.id, links: 'whole-claim' })
    expect((await bench.db.get('evidenceLinks', onUses.id))?.readingIds).toEqual([])
  })
})

describe('reading a claim', () => {
  it('counts evidence by relation and searches, in reading order', async () => {
    const ledger = await readLedger(bench.db, analysis.id)
    expect(
      ledger?.lines.map(({ claim, whole: { status, evidence }, searches }) => [
        claim.number,
        status,
        evidence.supports,
        evidence.contradicts,
        searches,
      ]),
    ).toEqual([
      ['C10', 'undeveloped', 0, 0, 0],
      ['C01', 'undeveloped', 1, 1, 1],
      ['C02', 'undeveloped', 0, 0, 1],
    ])
  })

  it('is not found under another analysis', async () => {
    expect(await readClaimDetail(bench.db, newId('analysis'), first.id)).toBeNull()
  })

  it('keeps links that were taken away in its history', async () => {
    await bench.run(deleteClaim, { id: first.id })
    expect((await readClaimHistory(bench.db, first.id))[0]?.entry.summary).toBe('Deleted C01 with 2 links to evidence')
  })
})
