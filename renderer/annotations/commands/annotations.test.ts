import 'fake-indexeddb/auto'
import type { Annotation } from '@shared/annotations/annotation'
import type { Command } from '@shared/storage/command'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commit } from '../../storage/commit'
import { Database, rowOfRecord } from '../../storage/database'
import { confirmApproximate } from './confirm-approximate'
import { deleteAnnotations } from './delete-annotations'
import { editAnnotation } from './edit-annotation'
import { editEvidenceLink } from './edit-evidence-link'
import { linkEvidence } from './link-evidence'
import { markPassage } from './mark-passage'
import { unlinkEvidence } from './unlink-evidence'

const NAME = 'annotation-commands-test'
let db: Database
let summary = ''
beforeEach(() => {
  db = new Database(NAME)
})
afterEach(async () => {
  db.close()
  await Dexie.delete(NAME)
})

const run = async <Input>(command: Command<Input>, input: Input): Promise<string> => {
  const done = await commit(db, command, input, { actor: 'Researcher', now: () => Date.UTC(2026, 10, 22) })
  summary = done.ok ? done.value.line.entry.summary : done.problem.what
  return done.ok ? 'done' : done.problem.kind
}

const document = aDocument()
const analysis = anAnalysis()
const claim = aClaim(analysis, { number: 'C03', readings: [{ id: newId('reading'), label: 'broad', description: '' }] })
const other = aClaim(analysis, { number: 'C07' })

async function stored(mark: Annotation | null): Promise<void> {
  await db.rows('documents').put(document)
  await db.rows('claims').bulkPut([claim, other])
  if (mark !== null) await db.rows('annotations').put(rowOfRecord('annotations', mark))
}

const wish = (mark: Annotation) => {
  const { id, documentId, kind, segments, comment, exemptionCodes } = mark
  return { id, documentId, kind, segments, comment, exemptionCodes }
}
const link = (over: object = {}) => ({
  id: newId('evidence'),
  analysisId: analysis.id,
  claimId: claim.id,
  relation: 'qualifies' as const,
  readingIds: [],
  strength: null,
  note: '',
  ...over,
})

describe('marking a passage', () => {
  it('writes the mark and its link as one change, with who and when', async () => {
    await stored(null)
    const mark = anAnnotation(document, { segments: [{}, { pageIndex: pageIndex(1) }] })
    expect(await run(markPassage, { ...wish(mark), link: link() })).toBe('done')
    expect(summary).toBe('Marked a passage on pages 1 and 2 and linked it to C03 (qualifies)')
    expect((await db.get('annotations', mark.id))?.author).toBe('Researcher')
    expect((await db.where('evidenceLinks', 'annotationId', mark.id))[0]?.createdAt).toBe('2026-11-22T00:00:00.000Z')
    expect(await db.custody.count()).toBe(1)
  })

  it('says nothing of the words in the custody log', async () => {
    await stored(null)
    await run(markPassage, { ...wish(anAnnotation(document, { segments: [{ quote: 'a secret matter' }] })), link: null })
    expect(summary).not.toContain('secret')
  })

  it('links no box without words, and marks it all the same without the link', async () => {
    await stored(null)
    const box = anAnnotation(document, { kind: 'area', segments: [{ quote: '', ranges: [], textOrigin: 'typed', extractor: null }] })
    expect(await run(markPassage, { ...wish(box), link: link() })).toBe('no-words')
    expect(await db.get('annotations', box.id)).toBeUndefined()
    expect(await run(markPassage, { ...wish(box), link: null })).toBe('done')
  })

  it('refuses a document that was removed, a passage over two documents, and a claim of another analysis', async () => {
    const mark = anAnnotation(document)
    expect(await run(markPassage, { ...wish(mark), link: null })).toBe('document-missing')
    await stored(null)
    const [segment] = anAnnotation(aDocument()).segments
    expect(
      await run(markPassage, { ...wish(mark), segments: [...mark.segments, ...(segment === undefined ? [] : [segment])], link: null }),
    ).toBe('two-documents')
    expect(await run(markPassage, { ...wish(mark), link: link({ analysisId: anAnalysis().id }) })).toBe('claim-missing')
    expect(await db.all('annotations')).toEqual([])
  })
})

describe('a mark', () => {
  it('gets a comment; its words stay those of the document', async () => {
    const mark = anAnnotation(document)
    await stored(mark)
    expect(await run(editAnnotation, { id: mark.id, comment: 'see also page 4' })).toBe('done')
    expect(await db.get('annotations', mark.id)).toEqual({ ...mark, comment: 'see also page 4' })
    expect(await run(editAnnotation, { id: mark.id, typed: 'other words' })).toBe('words-not-typed')
  })

  it('keeps the transcription of a box that a claim cites', async () => {
    const box = anAnnotation(document, { kind: 'area', segments: [{ quote: 'typed', ranges: [], textOrigin: 'typed', extractor: null }] })
    await stored(box)
    await run(linkEvidence, { annotationId: box.id, link: link() })
    expect(await run(editAnnotation, { id: box.id, typed: ' ' })).toBe('no-words')
    expect(await run(editAnnotation, { id: box.id, typed: 'typed better ' })).toBe('done')
    expect((await db.get('annotations', box.id))?.segments[0]?.quote).toBe('typed better')
  })

  it('is deleted with its links in every analysis', async () => {
    const [mark, kept] = [anAnnotation(document), anAnnotation(document)]
    await stored(mark)
    await db.rows('annotations').put(rowOfRecord('annotations', kept))
    await db.rows('evidenceLinks').bulkPut([aLink(claim, mark), aLink(aClaim(anAnalysis()), mark), aLink(claim, kept)])
    expect(await run(deleteAnnotations, { ids: [mark.id] })).toBe('done')
    expect(summary).toBe('Deleted 1 mark with 2 links')
    expect((await db.all('annotations')).map((one) => one.id)).toEqual([kept.id])
    expect(await db.all('evidenceLinks')).toHaveLength(1)
    expect(await run(deleteAnnotations, { ids: [mark.id] })).toBe('mark-missing')
  })

  it('is confirmed by hand only where the match is approximate', async () => {
    const [exact, approximate] = [anAnnotation(document), anAnnotation(document, { segments: [{ state: 'approximate' }] })]
    await stored(exact)
    await db.rows('annotations').put(rowOfRecord('annotations', approximate))
    expect(await run(confirmApproximate, { ids: [exact.id] })).toBe('not-approximate')
    expect(await run(confirmApproximate, { ids: [approximate.id] })).toBe('done')
    expect((await db.get('annotations', approximate.id))?.confirmed).toEqual({ by: 'Researcher', at: '2026-11-22T00:00:00.000Z' })
  })
})

describe('a link', () => {
  it('is made once for a passage, a claim and a relation', async () => {
    const mark = anAnnotation(document)
    await stored(mark)
    expect(await run(linkEvidence, { annotationId: mark.id, link: link() })).toBe('done')
    expect(await run(linkEvidence, { annotationId: mark.id, link: link() })).toBe('linked-already')
    expect(await run(linkEvidence, { annotationId: mark.id, link: link({ relation: 'context' }) })).toBe('done')
    expect(await run(linkEvidence, { annotationId: mark.id, link: link({ claimId: other.id }) })).toBe('done')
  })

  it('changes its relation, note and readings, and loses the readings with the claim', async () => {
    const mark = anAnnotation(document)
    const made = aLink(claim, mark)
    await stored(mark)
    await db.rows('evidenceLinks').put(made)
    const readingIds = claim.readings.map((reading) => reading.id)
    expect(await run(editEvidenceLink, { id: made.id, relation: 'undercuts', note: 'weak', readingIds })).toBe('done')
    expect(await db.get('evidenceLinks', made.id)).toEqual({ ...made, relation: 'undercuts', note: 'weak', readingIds })
    expect(await run(editEvidenceLink, { id: made.id, claimId: other.id })).toBe('done')
    expect((await db.get('evidenceLinks', made.id))?.readingIds).toEqual([])
    expect(await run(editEvidenceLink, { id: made.id, readingIds })).toBe('reading-missing')
  })

  it('is taken away without the mark', async () => {
    const mark = anAnnotation(document)
    const made = aLink(claim, mark)
    await stored(mark)
    await db.rows('evidenceLinks').put(made)
    expect(await run(unlinkEvidence, { id: made.id })).toBe('done')
    expect(summary).toBe('Unlinked a passage from C03')
    expect(await db.get('annotations', mark.id)).toEqual(mark)
    expect(await run(unlinkEvidence, { id: made.id })).toBe('link-missing')
  })
})
