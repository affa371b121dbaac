import type { Segment } from '@shared/annotations/segment'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { put } from '@shared/storage/records'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation, aSegment } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandBench, commandBench } from '../../testing/command-bench'
import { adjustMark } from './adjust-mark'
import { anchorMarksAgain } from './anchor-marks-again'
import { changeMarks } from './change-marks'
import { confirmApproximate } from './confirm-approximate'
import { editAnnotation } from './edit-annotation'
import { linkMarks } from './link-marks'
import { settleApproximate } from './settle-approximate'

const document = aDocument()
const analysis = anAnalysis()
const claim = aClaim(analysis, { number: 'C03' })
const box: Partial<Segment> = { quote: '', ranges: [], textOrigin: 'typed', extractor: null }
let bench: CommandBench
beforeEach(async () => {
  bench = commandBench('many-marks-test')
  await bench.have([put('documents', document), put('claims', claim)])
})
afterEach(() => bench.remove())

const last = async (): Promise<string | undefined> => (await bench.summaries()).at(-1)

describe('changing many marks at once', () => {
  it('tags, takes tags off, and changes kinds, each as one step that can be taken back', async () => {
    const [text, area, note] = [
      anAnnotation(document, { tags: ['old'] }),
      anAnnotation(document, { kind: 'area', segments: [box] }),
      anAnnotation(document, { kind: 'page-note', segments: [{ ...box, quads: [] }] }),
    ]
    await bench.have([text, area, note].map((mark) => put('annotations', mark)))
    const ids = [text.id, area.id, note.id]
    await bench.runBothWays(changeMarks, { ids, addTags: ['new'], removeTags: ['OLD'], kind: null })
    expect((await bench.db.get('annotations', text.id))?.tags).toEqual(['new'])
    expect(await last()).toBe('Tagged 3 marks')
    await bench.runBothWays(changeMarks, { ids, addTags: [], removeTags: [], kind: 'redaction' })
    expect(await last()).toBe('Made 2 marks redactions; 1 mark could not')
    expect(await bench.refusal(changeMarks, { ids: [area.id], addTags: [], removeTags: [], kind: 'underline' })).toBe('nothing-changed')
  })

  it('links all that can be linked and counts the others', async () => {
    const [one, two, wordless] = [anAnnotation(document), anAnnotation(document), anAnnotation(document, { kind: 'area', segments: [box] })]
    await bench.have([...[one, two, wordless].map((mark) => put('annotations', mark)), put('evidenceLinks', aLink(claim, two))])
    const marks = (): { annotationId: typeof one.id; linkId: ReturnType<typeof newId<'evidence'>> }[] =>
      [one, two, wordless].map((mark) => ({ annotationId: mark.id, linkId: newId('evidence') }))
    const link = { analysisId: analysis.id, claimId: claim.id, relation: 'supports' as const, readingIds: [], strength: null, note: '' }
    await bench.runBothWays(linkMarks, { marks: marks(), link })
    expect(await last()).toBe(`Linked 1 passage to C03 (${RELATION_SIGNS.supports.word}); 2 marks could not be`)
    expect(await bench.refusal(linkMarks, { marks: marks(), link })).toBe('linked-already')
  })
})

describe('adjusting a mark', () => {
  it('gives it other words and leaves its links', async () => {
    const mark = anAnnotation(document)
    const link = aLink(claim, mark)
    await bench.have([put('annotations', mark), put('evidenceLinks', link)])
    await bench.runBothWays(adjustMark, {
      id: mark.id,
      segments: [aSegment(document.id, { quote: 'shall not exceed ten', ranges: [{ start: 0, end: 20 }] })],
    })
    expect(await last()).toBe('Adjusted a mark')
    expect(await bench.db.where('evidenceLinks', 'annotationId', mark.id)).toEqual([link])
    await bench.runBothWays(adjustMark, {
      id: mark.id,
      segments: [...((await bench.db.get('annotations', mark.id))?.segments ?? []), aSegment(document.id, { quote: 'elsewhere' })],
    })
    expect(await last()).toBe('Added a passage to a mark')
    expect(await bench.refusal(adjustMark, { id: mark.id, segments: [aSegment(document.id, box)] })).toBe('no-words')
    expect(await bench.refusal(adjustMark, { id: mark.id, segments: [aSegment(aDocument().id)] })).toBe('two-documents')
  })

  it('reorders and takes out passages, and changes kind and tags, in one step', async () => {
    const mark = anAnnotation(document, { segments: [{ quote: 'one' }, { quote: 'two' }, { quote: 'three' }] })
    await bench.have([put('annotations', mark)])
    await bench.runBothWays(editAnnotation, { id: mark.id, order: [2, 0], kind: 'underline', tags: ['a', 'A'] })
    const after = await bench.db.get('annotations', mark.id)
    expect(after?.segments.map((segment) => segment.quote)).toEqual(['three', 'one'])
    expect([after?.kind, after?.tags]).toEqual(['underline', ['a']])
    expect(await bench.refusal(editAnnotation, { id: mark.id, order: [] })).toBe('no-such-passage')
    expect(await bench.refusal(editAnnotation, { id: mark.id, kind: 'page-note' })).toBe('kind-impossible')
  })
})

describe('marks that did not hold', () => {
  const likeness = () => anAnnotation(document, { segments: [{ quote: 'shall not exced', state: 'approximate' }] })

  it('are confirmed together, taken over, or said to be lost, with who and when', async () => {
    const [one, two] = [likeness(), likeness()]
    await bench.have([one, two, anAnnotation(document)].map((mark) => put('annotations', mark)))
    await bench.runBothWays(confirmApproximate, { ids: [one.id, two.id] })
    expect(await last()).toBe('Confirmed 2 approximate matches')
    await bench.runBothWays(settleApproximate, { id: one.id, segments: [aSegment(document.id)] })
    expect((await bench.db.get('annotations', one.id))?.confirmed?.by).toBe('Researcher')
    expect((await bench.db.get('annotations', one.id))?.segments[0]?.quote).toBe('shall not exceed')
    await bench.runBothWays(settleApproximate, { id: two.id, segments: null })
    const lost = await bench.db.get('annotations', two.id)
    expect([lost?.segments[0]?.state, lost?.confirmed]).toEqual(['lost', null])
    expect(await bench.refusal(settleApproximate, { id: two.id, segments: null })).toBe('not-approximate')
    await bench.runBothWays(adjustMark, { id: two.id, segments: [aSegment(document.id)] })
    expect(await last()).toBe('Marked a lost passage again')
  })

  it('get the anchors that were found, and a confirmation ends with the likeness it was about', async () => {
    const mark = { ...likeness(), confirmed: { by: 'R', at: likeness().createdAt } }
    await bench.have([put('annotations', mark)])
    await bench.runBothWays(anchorMarksAgain, { marks: [{ id: mark.id, segments: [aSegment(document.id, { state: 'moved' })] }] })
    expect(await last()).toBe('Anchored marks again: 1 mark changed, now 1 moved')
    expect((await bench.db.get('annotations', mark.id))?.confirmed).toBeNull()
    expect(
      await bench.refusal(anchorMarksAgain, { marks: [{ id: mark.id, segments: [aSegment(document.id), aSegment(document.id)] }] }),
    ).toBe('nothing-changed')
  })
})
