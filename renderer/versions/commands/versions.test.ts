import { documentVersionIdSchema } from '@shared/documents/document-version'
import { put } from '@shared/storage/records'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation, aSegment } from '@shared/testing/builders'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandBench, commandBench } from '../../testing/command-bench'
import { carryOverMarks } from './carry-over-marks'
import { putDocumentVersion } from './put-document-version'
import { removeDocumentVersion } from './remove-document-version'

const [earlier, later, third] = [aDocument(), aDocument(), aDocument()]
const analysis = anAnalysis()
const claim = aClaim(analysis)
const mark = anAnnotation(earlier, { comment: 'See also p. 4', tags: ['ceiling'] })
const link = aLink(claim, mark, { note: 'The ceiling.' })
const versionId = documentVersionIdSchema.parse('version_one')
const version = {
  id: versionId,
  earlierId: earlier.id,
  laterId: later.id,
  pages: [
    { earlier: 0, later: 0 },
    { earlier: null, later: 1 },
  ].map((pair) => ({ earlier: pair.earlier as never, later: pair.later as never })),
  note: '',
}

let bench: CommandBench
beforeAll(async () => {
  bench = commandBench('versions-commands-test')
  await bench.have([
    put('documents', earlier),
    put('documents', later),
    put('documents', third),
    put('analyses', analysis),
    put('claims', claim),
    put('annotations', mark),
    put('evidenceLinks', link),
  ])
})
afterAll(() => bench.remove())

describe('a later version of a document', () => {
  it('is named, with the pages that answer to each other, and taken back', async () => {
    await bench.runBothWays(putDocumentVersion, version)
    expect(await bench.db.get('documentVersions', versionId)).toMatchObject({ author: 'Researcher', pages: version.pages })
    await bench.runBothWays(putDocumentVersion, { ...version, pages: [] })
    await bench.runBothWays(removeDocumentVersion, { id: versionId })
    expect(await bench.refusal(removeDocumentVersion, { id: versionId })).toBe('version-missing')
  })
  it('is never the document itself, nor said twice, nor the other way round', async () => {
    expect(await bench.refusal(putDocumentVersion, { ...version, laterId: earlier.id })).toBe('same-document')
    expect(await bench.refusal(putDocumentVersion, { ...version, laterId: aDocument().id })).toBe('document-missing')
    await bench.run(putDocumentVersion, version)
    const other = documentVersionIdSchema.parse('version_two')
    expect(await bench.refusal(putDocumentVersion, { ...version, id: other })).toBe('version-known')
    expect(await bench.refusal(putDocumentVersion, { ...version, id: other, earlierId: later.id, laterId: earlier.id })).toBe(
      'versions-turn',
    )
  })
})

describe('marks carried over', () => {
  const segments = [aSegment(later.id, { state: 'moved' })]
  const input = { earlierId: earlier.id, laterId: later.id, marks: [{ from: mark.id, segments, compared: false }], links: 'copy' as const }
  const made = async () => (await bench.db.where('annotations', 'documentId', later.id))[0]

  it('keep what was written at them, say where they come from, and leave the earlier mark', async () => {
    await bench.runBothWays(carryOverMarks, input)
    expect(await made()).toMatchObject({
      comment: 'See also p. 4',
      tags: ['ceiling'],
      carriedFrom: { annotationId: mark.id, documentId: earlier.id },
      confirmed: null,
    })
    expect(await bench.db.get('annotations', mark.id)).toEqual(mark)
    expect(await bench.db.where('evidenceLinks', 'claimId', claim.id)).toHaveLength(2)
    expect(await bench.refusal(carryOverMarks, input)).toBe('carried-already')
  })
  it('take the links with them where that was chosen', async () => {
    await bench.have([put('annotations', { ...mark, id: anAnnotation(earlier).id })])
    const other = anAnnotation(earlier)
    await bench.have([put('annotations', other), put('evidenceLinks', aLink(claim, other, { note: 'moved' }))])
    await bench.runBothWays(carryOverMarks, { ...input, marks: [{ from: other.id, segments, compared: true }], links: 'move' })
    expect(await bench.db.where('evidenceLinks', 'annotationId', other.id)).toEqual([])
    const marks = await bench.db.where('annotations', 'documentId', later.id)
    expect(marks.find((one) => one.carriedFrom?.annotationId === other.id)?.confirmed).toMatchObject({ by: 'Researcher' })
  })
  it('are refused where they do not fit', async () => {
    expect(await bench.refusal(carryOverMarks, { ...input, marks: [] })).toBe('nothing-chosen')
    expect(
      await bench.refusal(carryOverMarks, { ...input, marks: [{ from: mark.id, segments: [aSegment(third.id)], compared: false }] }),
    ).toBe('two-documents')
    expect(await bench.refusal(carryOverMarks, { ...input, earlierId: third.id })).toBe('mark-missing')
  })
})
