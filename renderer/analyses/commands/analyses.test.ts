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
import { fileNameOf } from '../analysis-exchange'
import { createAnalysis } from './create-analysis'
import { deleteAnalysis } from './delete-analysis'
import { duplicateAnalysis } from './duplicate-analysis'
import { editAnalysis } from './edit-analysis'
import { importAnalysis } from './import-analysis'
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
    put('analyses', analysis), put('claims', claim), put('sources', aSource(analysis)), put('evidenceLinks', link),
    put('assessments', anAssessment(claim, { readingId: reading.id })), put('searchNotes', aSearchNote(analysis, [claim])),
  ])
})
afterEach(() => bench.remove())

describe('an analysis', () => {
  it('begins with a name, a question and sections to fill', async () => {
    const id = newId('analysis')
    await bench.runBothWays(createAnalysis, { id, title: ' Cameras ', question: 'Who may see the footage?', asOf: null })
    expect(await bench.db.get('analyses', id)).toMatchObject({ title: 'Cameras', origin: 'new', deletedAt: null, sections: [{ number: 0 }, { number: 1 }, { number: 2 }] })
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
    expect(copiedLink).toMatchObject({ claimId: copy?.id, annotationId: annotation.id, readingIds: [copy?.readings[0]?.id], note: 'why', createdAt: link.createdAt })
    expect(copiedAssessment).toMatchObject({ claimId: copy?.id, readingId: copy?.readings[0]?.id })
    expect(copiedNote?.claimIds).toEqual([copy?.id])
    expect(await bench.db.where('sources', 'analysisId', copyId)).toHaveLength(1)
    expect(await bench.db.get('claims', claim.id)).toEqual(claim)
  })

  it('goes out as a file and comes in the same', async () => {
    const bundled = readAnalysisFile(readFileSync(resolve(import.meta.dirname, '../../../resources/analyses/ice-ai-disclosure.json'), 'utf8'))
    if (!bundled.ok) throw new Error(bundled.problem.what)
    const records = recordsOfAnalysisFile(bundled.value, { newId, at: timestampOf(0) })
    await bench.runBothWays(importAnalysis, records)
    const id = records.analysis.id
    const stored = { analysis: await bench.db.get('analyses', id), claims: await bench.db.where('claims', 'analysisId', id), sources: await bench.db.where('sources', 'analysisId', id) }
    if (stored.analysis === undefined) throw new Error('not imported')
    expect(textOfAnalysisFile(analysisFileOf({ ...stored, analysis: stored.analysis }))).toBe(textOfAnalysisFile(bundled.value))
    expect(await bench.refusal(importAnalysis, records)).toBe('analysis-there')
  })

  it('gets a file name of plain letters from any title', () => {
    expect([fileNameOf({ title: 'ICE & the “public” record: Ä/..' }), fileNameOf({ title: '???' })]).toEqual(['ice-the-public-record-a.vouch-analysis.json', 'analysis.vouch-analysis.json'])
  })
})
