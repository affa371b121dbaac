import { fingerprintOf, passageRead } from '@shared/claims/check-fingerprint'
import { readingSchema } from '@shared/claims/reading'
import { put } from '@shared/storage/records'
import { aCheck, aClaim, aDocument, aLink, anAnalysis, anAnnotation, anAssessment, aSearchNote, aTension } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { deleteAnnotations } from '../../annotations/commands/delete-annotations'
import { editEvidenceLink } from '../../annotations/commands/edit-evidence-link'
import { unlinkEvidence } from '../../annotations/commands/unlink-evidence'
import { readClaimDetail } from '../claim-detail'
import { assessClaim } from './assess-claim'
import { deleteClaim } from './delete-claim'
import { editClaim } from './edit-claim'
import { mergeClaims } from './merge-claims'
import { moveClaim } from './move-claim'
import { partClaim } from './part-claim'
import { placeClaim } from './place-claim'
import { putCheck } from './put-check'
import { putTension } from './put-tension'
import { removeTension } from './remove-tension'
import { splitClaim } from './split-claim'

const uses = readingSchema.parse({ id: 'reading_uses', label: 'any list of uses', description: '' })
const alsoUses = readingSchema.parse({ id: 'reading_also', label: 'any list of uses', description: 'Said otherwise.' })
const buys = readingSchema.parse({ id: 'reading_buys', label: 'a list of purchases', description: '' })
const analysis = anAnalysis({
  sections: [
    { id: 's1', number: 1, label: 'Findings' },
    { id: 's2', number: 2, label: 'Limits' },
  ],
})
const document = aDocument()
const [markA, markB, markC] = [anAnnotation(document), anAnnotation(document), anAnnotation(document)]
const first = aClaim(analysis, {
  number: 'C01',
  order: 1,
  readings: [uses],
  citedSources: [1],
  citationScope: 'sole',
  wouldChange: 'A list.',
})
const second = aClaim(analysis, { number: 'C02', order: 2, readings: [alsoUses, buys], citedSources: [2], dependsOn: ['C01'] })
const third = aClaim(analysis, { number: 'C03', order: 3, dependsOn: ['C02', 'C01'] })
const linkA = aLink(first, markA, { readingIds: [uses.id] })
const linkB = aLink(first, markB)
const linkC = aLink(first, markC, { relation: 'qualifies' })
const linkD = aLink(second, markA, { readingIds: [alsoUses.id, buys.id], relation: 'contradicts' })
const note = aSearchNote(analysis, [first])
const otherNote = aSearchNote(analysis, [second])
const tension = aTension([first, second])
const check = aCheck(first, { linkId: linkB.id, fingerprint: fingerprintOf(first, { link: linkB, passage: passageRead(markB) }) })

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`split-${newId('test')}`)
  await bench.have([
    put('analyses', analysis),
    put('documents', document),
    ...[first, second, third].map((claim) => put('claims', claim)),
    ...[linkA, linkB, linkC, linkD].map((link) => put('evidenceLinks', link)),
    ...[markA, markB, markC].map((mark) => put('annotations', mark)),
    put('searchNotes', note),
    put('searchNotes', otherNote),
    put('tensions', tension),
    put('checks', check),
    put('assessments', anAssessment(first)),
  ])
})
afterEach(() => bench.remove())

const numbersIn = async (sectionId: string): Promise<readonly string[]> =>
  (await bench.db.where('claims', 'analysisId', analysis.id))
    .filter((claim) => claim.sectionId === sectionId)
    .sort((a, b) => a.order - b.order)
    .map((claim) => claim.number)
const linksOf = async (claimId: string) =>
  (await bench.db.where('evidenceLinks', 'claimId', claimId)).map((link) => link.annotationId).sort()

describe('splitting a claim', () => {
  const split = (over: object = {}) => ({
    id: first.id,
    text: 'It was bought.',
    newId: newId('claim'),
    newText: 'It was used.',
    links: [],
    searches: [],
    numbersGiven: ['C07'],
    ...over,
  })

  it('gives the next number to the second half, right after the first, and says where it came from', async () => {
    const input = split()
    await bench.runBothWays(splitClaim, input)
    expect(await bench.db.get('claims', first.id)).toEqual({ ...first, text: 'It was bought.' })
    const fresh = await bench.db.get('claims', input.newId)
    expect(fresh).toMatchObject({
      number: 'C08',
      text: 'It was used.',
      splitFrom: 'C01',
      citedSources: [1],
      readings: [{ label: uses.label }],
    })
    expect(fresh).not.toHaveProperty('wouldChange')
    expect(await numbersIn('s1')).toEqual(['C01', 'C08', 'C02', 'C03'])
    expect(await bench.db.where('assessments', 'claimId', input.newId)).toEqual([])
    expect(await linksOf(first.id)).toEqual([markA.id, markB.id, markC.id].sort())
  })

  it('lets links stay, go or bear on both, with the readings of the new claim, and drops checks of what went', async () => {
    const input = split({
      links: [
        { id: linkA.id, choice: 'both' },
        { id: linkB.id, choice: 'go' },
      ],
      searches: [note.id],
    })
    await bench.runBothWays(splitClaim, input)
    expect([await linksOf(first.id), await linksOf(input.newId)]).toEqual([[markA.id, markC.id].sort(), [markA.id, markB.id].sort()])
    const fresh = await bench.db.get('claims', input.newId)
    const copied = (await bench.db.where('evidenceLinks', 'claimId', input.newId)).find((link) => link.annotationId === markA.id)
    expect(copied?.readingIds).toEqual([fresh?.readings[0]?.id])
    expect((await bench.db.get('evidenceLinks', linkA.id))?.readingIds).toEqual([uses.id])
    expect((await bench.db.get('searchNotes', note.id))?.claimIds).toEqual([first.id, input.newId])
    expect(await bench.db.all('checks')).toEqual([])
    expect((await bench.summaries()).at(-1)).toBe('Split C01: C08 is new, with 2 links to evidence')
  })

  it('refuses an empty half and a claim that was merged', async () => {
    expect(await bench.refusal(splitClaim, split({ newText: ' ' }))).toBe('invalid-input')
    await bench.run(mergeClaims, { id: first.id, into: second.id, links: 'move' })
    expect(await bench.refusal(splitClaim, split())).toBe('claim-merged')
  })
})

describe('merging claims', () => {
  it('keeps the number visible, moves evidence, searches and tensions, and lets what rested on it rest on the other', async () => {
    await bench.runBothWays(mergeClaims, { id: second.id, into: first.id, links: 'move' })
    expect(await bench.db.get('claims', second.id)).toEqual({ ...second, mergedInto: 'C01' })
    const into = await bench.db.get('claims', first.id)
    expect(into).toMatchObject({ number: 'C01', text: first.text, citedSources: [1, 2], citationScope: null })
    expect(into?.readings.map((reading) => reading.label)).toEqual(['any list of uses', 'a list of purchases'])
    expect(await bench.db.get('evidenceLinks', linkD.id)).toMatchObject({ claimId: first.id, readingIds: [uses.id, into?.readings[1]?.id] })
    expect((await bench.db.get('claims', third.id))?.dependsOn).toEqual(['C01'])
    expect((await bench.db.get('searchNotes', otherNote.id))?.claimIds).toEqual([first.id])
    expect((await bench.db.get('tensions', tension.id))?.claimIds).toEqual([first.id])
  })

  it('can copy the links instead, and part the two again', async () => {
    await bench.runBothWays(mergeClaims, { id: second.id, into: first.id, links: 'copy' })
    expect([await linksOf(second.id), (await linksOf(first.id)).length]).toEqual([[markA.id], 4])
    await bench.runBothWays(partClaim, { id: second.id })
    expect(await bench.db.get('claims', second.id)).toEqual(second)
    expect(await bench.refusal(partClaim, { id: second.id })).toBe('claim-not-merged')
  })

  it('does not rest on itself afterwards, and leads on what was merged before', async () => {
    await bench.run(mergeClaims, { id: first.id, into: second.id, links: 'move' })
    expect((await bench.db.get('claims', second.id))?.dependsOn).toEqual([])
    await bench.run(mergeClaims, { id: second.id, into: third.id, links: 'move' })
    expect((await bench.db.get('claims', first.id))?.mergedInto).toBe('C03')
    expect(await bench.refusal(mergeClaims, { id: first.id, into: third.id, links: 'move' })).toBe('claim-merged')
    expect(await bench.refusal(mergeClaims, { id: third.id, into: third.id, links: 'move' })).toBe('merge-with-itself')
  })

  it('stands on its own again when the other is deleted, and nothing names the deleted number', async () => {
    const newClaim = newId('claim')
    await bench.run(splitClaim, {
      id: first.id,
      text: first.text,
      newId: newClaim,
      newText: 'It was used.',
      links: [],
      searches: [],
      numbersGiven: [],
    })
    await bench.run(mergeClaims, { id: second.id, into: first.id, links: 'move' })
    await bench.runBothWays(deleteClaim, { id: first.id })
    expect(await bench.db.get('claims', second.id)).not.toHaveProperty('mergedInto')
    expect(await bench.db.get('claims', newClaim)).not.toHaveProperty('splitFrom')
    expect([await bench.db.all('checks'), await bench.db.all('tensions')]).toEqual([[], []])
  })
})

describe('reordering claims', () => {
  it('moves by steps over the ends of sections, and numbers stay', async () => {
    await bench.runBothWays(moveClaim, { id: third.id, by: -1 })
    expect(await numbersIn('s1')).toEqual(['C01', 'C03', 'C02'])
    await bench.run(moveClaim, { id: second.id, by: 1 })
    expect([await numbersIn('s1'), await numbersIn('s2')]).toEqual([['C01', 'C03'], ['C02']])
    expect(await bench.refusal(moveClaim, { id: second.id, by: 1 })).toBe('at-the-end')
    await bench.run(moveClaim, { id: second.id, by: -1 })
    expect(await numbersIn('s1')).toEqual(['C01', 'C03', 'C02'])
  })

  it('puts a claim before another or at the end of a section, writing that claim alone', async () => {
    await bench.runBothWays(placeClaim, { id: third.id, sectionId: 's1', before: second.id })
    expect(await numbersIn('s1')).toEqual(['C01', 'C03', 'C02'])
    expect((await bench.db.custody.orderBy('seq').last())?.rows).toHaveLength(1)
    await bench.run(placeClaim, { id: first.id, sectionId: 's2', before: null })
    expect([await numbersIn('s1'), await numbersIn('s2')]).toEqual([['C03', 'C02'], ['C01']])
    expect(await bench.refusal(placeClaim, { id: first.id, sectionId: 's9', before: null })).toBe('section-gone')
    expect(await bench.refusal(placeClaim, { id: first.id, sectionId: 's2', before: second.id })).toBe('place-gone')
  })

  it('finds room again after many moves into the same gap', async () => {
    for (let round = 0; round < 60; round += 1) {
      const [a, b] = round % 2 === 0 ? [third, second] : [second, third]
      await bench.run(placeClaim, { id: a.id, sectionId: 's1', before: b.id })
    }
    expect(await numbersIn('s1')).toEqual(['C01', 'C02', 'C03'])
  })
})

describe('tensions', () => {
  it('are noted, settled, opened again and removed', async () => {
    const input = {
      id: newId('tension'),
      analysisId: analysis.id,
      kind: 'units' as const,
      claimIds: [first.id, third.id],
      text: 'Contracts beside dollars.',
      settled: '',
    }
    await bench.runBothWays(putTension, input)
    expect(await bench.db.get('tensions', input.id)).toMatchObject({ ...input, author: 'Researcher' })
    await bench.runBothWays(putTension, { ...input, settled: 'Both are told as contracts.' })
    expect((await bench.summaries()).at(-1)).toBe('Settled a tension: C01, C03')
    expect((await readClaimDetail(bench.db, analysis.id, third.id))?.tensions.map(({ text }) => text)).toEqual([
      'Contracts beside dollars.',
    ])
    await bench.runBothWays(removeTension, { id: input.id })
    expect(await bench.refusal(removeTension, { id: input.id })).toBe('tension-gone')
    expect(await bench.refusal(putTension, { ...input, claimIds: [] })).toBe('invalid-input')
    expect(await bench.refusal(putTension, { ...input, claimIds: [newId('claim')] })).toBe('claim-gone')
  })

  it('are told without a claim that is deleted', async () => {
    await bench.runBothWays(deleteClaim, { id: second.id })
    expect((await bench.db.get('tensions', tension.id))?.claimIds).toEqual([first.id])
  })
})

describe('checking', () => {
  const read = {
    claimId: first.id,
    linkId: linkA.id,
    verdict: 'right' as const,
    note: '',
    by: 'Second reader',
    fingerprint: fingerprintOf(first, { link: linkA, passage: passageRead(markA) }),
  }
  const state = async (): Promise<string | undefined> =>
    (await readClaimDetail(bench.db, analysis.id, first.id))?.standings.links.get(linkA.id)?.state

  it('keeps one finding of each reader, and the gravest counts', async () => {
    await bench.runBothWays(putCheck, read)
    await bench.run(putCheck, { ...read, verdict: 'unfair', note: ' Half a sentence. ' })
    const checks = (await bench.db.all('checks')).filter((one) => one.linkId === linkA.id)
    expect(checks).toMatchObject([{ verdict: 'unfair', note: 'Half a sentence.', by: 'Second reader' }])
    await bench.run(putCheck, { ...read, by: 'Third reader' })
    expect(await state()).toBe('unfair')
  })

  it('falls back to unchecked when the claim, the link or the passage changes, and holds again when that is taken back', async () => {
    await bench.run(putCheck, read)
    await bench.run(editEvidenceLink, { id: linkA.id, note: 'It says so.' })
    expect(await state()).toBe('changed')
    await bench.run(editEvidenceLink, { id: linkA.id, note: linkA.note })
    expect(await state()).toBe('right')
    await bench.run(editClaim, { id: first.id, fields: { text: 'It was leased.' } })
    expect(await state()).toBe('changed')
  })

  it('refuses what has changed while it was read, what is not linked, and nobody', async () => {
    expect(await bench.refusal(putCheck, { ...read, linkId: null })).toBe('changed-while-read')
    expect(await bench.refusal(putCheck, { ...read, linkId: linkD.id })).toBe('link-missing')
    expect(await bench.refusal(putCheck, { ...read, by: ' ' })).toBe('invalid-input')
  })

  it('goes with its link, with the mark, and when the link is moved to another claim', async () => {
    await bench.run(putCheck, read)
    await bench.runBothWays(unlinkEvidence, { id: linkA.id })
    await bench.runBothWays(deleteAnnotations, { ids: [markB.id] })
    expect(await bench.db.all('checks')).toEqual([])
    await bench.run(putCheck, {
      ...read,
      linkId: linkC.id,
      fingerprint: fingerprintOf(first, { link: linkC, passage: passageRead(markC) }),
    })
    await bench.runBothWays(editEvidenceLink, { id: linkC.id, claimId: third.id })
    expect(await bench.db.all('checks')).toEqual([])
  })
})

describe('a claim of absence', () => {
  const absence = aClaim(analysis, { number: 'C05', kind: 'absence' })
  const supported = { claimId: absence.id, readingId: null, status: 'supported' as const, confidence: null, reasoning: '' }
  beforeEach(() => bench.have([put('claims', absence), put('evidenceLinks', aLink(absence, markB))]))

  it('is not assessed as supported before somebody looked', async () => {
    expect(await bench.refusal(assessClaim, supported)).toBe('absence-unsearched')
    await bench.runBothWays(assessClaim, { ...supported, status: 'mixed' })
    await bench.have([put('searchNotes', { ...note, claimIds: [absence.id] })])
    await bench.runBothWays(assessClaim, supported)
  })

  it('is with a no-records letter', async () => {
    await bench.have([put('annotations', { ...markB, tags: ['No records'] })])
    await bench.runBothWays(assessClaim, supported)
    expect((await bench.db.where('assessments', 'claimId', absence.id)).map((one) => one.status)).toEqual(['supported'])
  })
})
