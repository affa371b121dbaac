import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { analysisFileOf, readAnalysisFile, recordsOfAnalysisFile, textOfAnalysisFile } from '@shared/analyses/analysis-file'
import { readingSchema } from '@shared/claims/reading'
import { put } from '@shared/storage/records'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation, anAssessment, aSearchNote, aSource } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandBench, type CommandBench } from '../../testing/command-bench'
import { readAnalysisRecords } from '../read-analysis-records'
import { fileNameOf } from '../analysis-exchange'
import { createAnalysis } from './create-analysis'
import { deleteAnalysis } from './delete-analysis'
import { duplicateAnalysis } from './duplicate-analysis'
import { editAnalysis } from './edit-analysis'
import { importAnalysis } from './import-analysis'
import { moveTensions } from './move-tensions'
import { undeleteAnalysis } from './undelete-analysis'

const reading = readingSchema.parse({ id: 'reading_a', label: 'any list', description: '' })
const analysis = anAnalysis()
const claim = aClaim(analysis, { number: 'C07', readings: [reading] })
const annotation = anAnnotation(aDocument())
const link = aLink(claim, annotation, { readingIds: [reading.id], note: 'why' })

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench(`analyses-${newId('test')}`)
  await bench.have([
    put('analyses', analysis),
    put('claims', claim),
    put('sources', aSource(analysis)),
    put('evidenceLinks', link),
    put('assessments', anAssessment(claim, { readingId: reading.id })),
    put('searchNotes', aSearchNote(analysis, [claim])),
  ])
})
afterEach(() => bench.remove())

describe('an analysis', () => {
  it('begins with a name, a question and sections to fill', async () => {
    const id = newId('analysis')
    await bench.runBothWays(createAnalysis, { id, title: ' Cameras ', question: 'Who may see the footage?', asOf: null })
    expect(await bench.db.get('analyses', id)).toMatchObject({
      title: 'Cameras',
      origin: 'new',
      deletedAt: null,
      sections: [{ number: 0 }, { number: 1 }, { number: 2 }],
    })
    expect(await bench.refusal(createAnalysis, { id: newId('analysis'), title: ' ', question: '', asOf: null })).toBe('invalid-input')
  })

  it('changes what is given and nothing else', async () => {
    await bench.runBothWays(editAnalysis, { id: analysis.id, fields: { answer: 'In three places.', limits: [] } })
    expect(await bench.db.get('analyses', analysis.id)).toEqual({ ...analysis, answer: 'In three places.', limits: [] })
  })

  it('keeps a section in which claims stand', async () => {
    expect(await bench.refusal(editAnalysis, { id: analysis.id, fields: { sections: [] } })).toBe('section-in-use')
  })

  it('is deleted without losing anything, and undeleted as it was', async () => {
    await bench.runBothWays(deleteAnalysis, { id: analysis.id })
    expect((await bench.db.get('analyses', analysis.id))?.deletedAt).not.toBeNull()
    expect(await bench.db.all('evidenceLinks')).toEqual([link])
    await bench.runBothWays(undeleteAnalysis, { id: analysis.id })
    expect(await bench.db.get('analyses', analysis.id)).toEqual(analysis)
  })

  it('is duplicated with all that belongs to it, on the same passages, and the original stays as it was', async () => {
    const copyId = newId('analysis')
    await bench.runBothWays(duplicateAnalysis, { id: analysis.id, copyId, title: 'A copy' })
    const [copy] = await bench.db.where('claims', 'analysisId', copyId)
    const [copiedLink] = await bench.db.where('evidenceLinks', 'analysisId', copyId)
    const [copiedAssessment] = await bench.db.where('assessments', 'analysisId', copyId)
    const [copiedNote] = await bench.db.where('searchNotes', 'analysisId', copyId)
    expect(copy).toMatchObject({ number: 'C07', text: claim.text })
    expect(copy?.readings[0]?.id).not.toBe(reading.id)
    expect(copiedLink).toMatchObject({
      claimId: copy?.id,
      annotationId: annotation.id,
      readingIds: [copy?.readings[0]?.id],
      note: 'why',
      createdAt: link.createdAt,
    })
    expect(copiedAssessment).toMatchObject({ claimId: copy?.id, readingId: copy?.readings[0]?.id })
    expect(copiedNote?.claimIds).toEqual([copy?.id])
    expect(await bench.db.where('sources', 'analysisId', copyId)).toHaveLength(1)
    expect(await bench.db.get('claims', claim.id)).toEqual(claim)
  })

  it('goes out as a file and comes in the same', async () => {
    const bundled = readAnalysisFile(
      readFileSync(resolve(import.meta.dirname, '../../../resources/analyses/ice-ai-disclosure.json'), 'utf8'),
    )
    if (!bundled.ok) throw new Error(bundled.problem.what)
    const records = recordsOfAnalysisFile(bundled.value, { newId, at: timestampOf(0) })
    await bench.runBothWays(importAnalysis, records)
    const id = records.analysis.id
    const stored = await readAnalysisRecords(bench.db, id)
    if (stored === null) throw new Error('not imported')
    expect(textOfAnalysisFile(analysisFileOf(stored))).toBe(textOfAnalysisFile(bundled.value))
    expect(await bench.refusal(importAnalysis, records)).toBe('analysis-there')
  })

  it('of an earlier library has its tensions moved to records, once', async () => {
    const older = anAnalysis({
      tensions: [
        { id: 'T1', claimNumbers: ['C07', 'C99'], text: 'Two measures.' },
        { id: 'T2', claimNumbers: ['C99'], text: 'A word.' },
      ],
    })
    const there = aClaim(older, { number: 'C07' })
    await bench.have([put('analyses', older), put('claims', there)])
    await bench.runBothWays(moveTensions, { id: older.id })
    const moved = await bench.db.where('tensions', 'analysisId', older.id)
    expect(moved.map(({ kind, claimIds, text }) => [kind, claimIds, text]).sort()).toEqual([
      ['other', [], 'A word.'],
      ['other', [there.id], 'Two measures.'],
    ])
    expect(await bench.db.get('analyses', older.id)).not.toHaveProperty('tensions')
    expect((await bench.summaries()).at(-1)).toBe('Moved 2 tensions of an analysis to records of their own')
  })

  it('gets a file name of plain letters from any title', () => {
    expect([fileNameOf({ title: 'ICE & the “public” record: Ä/..' }), fileNameOf({ title: '???' })]).toEqual([
      'ice-the-public-record-a.vouch-analysis.json',
      'analysis.vouch-analysis.json',
    ])
  })
})
