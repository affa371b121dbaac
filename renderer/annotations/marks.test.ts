import { type Annotation, annotationSchema } from '@shared/annotations/annotation'
import { type EvidenceLink, evidenceLinkSchema, type Relation } from '@shared/claims/evidence-link'
import { aClaim, anAnalysis } from '@shared/testing/builders'
import { pdfRect, quadOfRect } from '@shared/units/geometry'
import { resting } from '@shared/units/resting'
import { describe, expect, it } from 'vitest'
import { drawMarks, markAt } from './mark-shapes'
import { listMarks, type MarkList, neighbour } from './marks'
import { marksMatching } from './marks-matching'

const documentId = 'a'.repeat(64)
const listed = (annotations: readonly Annotation[], links: readonly EvidenceLink[], before: MarkList | null = null): Promise<MarkList> =>
  listMarks(annotations, links, before, resting())
const shape = { box: [0, 0, 600, 800] as const, rotation: 0 as const, userUnit: 1 }

function annotation(name: string, page: number, top: number, start: number): Annotation {
  const segment = {
    documentId,
    pageIndex: page,
    label: null,
    stamp: null,
    pageBox: [0, 0, 600, 800],
    rotation: 0,
    quads: [quadOfRect(pdfRect(100, top - 10, 300, top))],
    ranges: [{ start, end: start + 5 }],
    quote: name,
    prefix: '',
    suffix: '',
    textOrigin: 'embedded',
    extractor: { name: 'pdf.js', version: '6' },
    state: 'exact',
  }
  return annotationSchema.parse({
    id: `annotation_${name}`,
    documentId,
    kind: 'highlight',
    segments: [segment],
    comment: '',
    tags: [],
    exemptionCodes: [],
    author: 'A',
    createdAt: '2026-01-01T00:00:00.000Z',
    confirmed: null,
  })
}

const link = (name: string, to: string, relation: Relation): EvidenceLink =>
  evidenceLinkSchema.parse({
    id: `evidence_${name}`,
    analysisId: 'analysis_a',
    claimId: 'claim_a',
    annotationId: `annotation_${to}`,
    relation,
    readingIds: [],
    strength: null,
    note: '',
    author: 'A',
    createdAt: '2026-01-01T00:00:00.000Z',
  })

const marks = [annotation('third', 2, 300, 10), annotation('first', 0, 300, 40), annotation('second', 0, 200, 90)]

describe('the marks of a document', () => {
  it('stand in reading order, each with its links', async () => {
    const list = await listed(marks, [link('a', 'second', 'context'), link('b', 'second', 'supports')])
    expect(list.all.map((mark) => mark.annotation.id)).toEqual(['annotation_first', 'annotation_second', 'annotation_third'])
    expect(list.all[1]?.links.map((one) => one.relation)).toEqual(['supports', 'context'])
    expect([...list.byPage.keys()]).toEqual([0, 2])
  })

  it('are narrowed by words of the quotation, the comment, the tags, the codes, and of what they bear on', async () => {
    const analysis = anAnalysis()
    const claim = aClaim(analysis, { number: 'C16' })
    const tagged = { ...annotation('fourth', 3, 300, 10), tags: ['Money'], comment: 'Ask the vendor', exemptionCodes: ['(b)(4)'] }
    const { all } = await listed(
      [...marks, tagged],
      [{ ...link('a', 'second', 'contradicts'), claimId: claim.id, note: 'By its own words' }],
    )
    const found = (typed: string): readonly string[] =>
      marksMatching(all, typed, new Map([[claim.id, claim]])).map((mark) => mark.annotation.id.replace('annotation_', ''))
    expect(found(' ')).toEqual(['first', 'second', 'third', 'fourth'])
    expect([
      found('FIRST'),
      found('money vendor'),
      found('(b)(4)'),
      found('contradicts c16'),
      found('own words'),
      found('money c16'),
    ]).toEqual([['first'], ['fourth'], ['fourth'], ['second'], ['second'], []])
  })

  it('keep the lists of pages on which nothing changed', async () => {
    const before = await listed(marks, [])
    const after = await listed(structuredClone(marks), [link('a', 'third', 'supports')], before)
    expect(after.byPage.get(0)).toBe(before.byPage.get(0))
    expect(after.byPage.get(2)).not.toBe(before.byPage.get(2))
  })

  it('are walked one by one, from the page shown where none is chosen', async () => {
    const list = await listed(marks, [])
    const [first, , third] = list.all
    expect(neighbour(list, null, 1, 1)).toBe(third)
    expect(neighbour(list, first?.annotation.id ?? null, 0, -1)).toBeUndefined()
    expect(neighbour(list, third?.annotation.id ?? null, 0, -1)?.annotation.id).toBe('annotation_second')
  })
})

describe('the marks drawn on a page', () => {
  it('are one outline for each relation, however many there are', async () => {
    const many = Array.from({ length: 50 }, (_, at) => annotation(`m${at}`, 0, 790 - at * 15, at * 10))
    const list = await listed(
      many,
      many.map((one, at) => link(`l${at}`, one.id.slice('annotation_'.length), at % 2 === 0 ? 'supports' : 'qualifies')),
    )
    const drawn = drawMarks(list.byPage.get(0) ?? [], 0, shape, 100)
    expect(drawn.paths.map((path) => path.tone)).toEqual(['supports', 'qualifies'])
    expect(drawn.signs).toHaveLength(50)
  })

  it('are found again by a point on the passage or on the sign beside it', async () => {
    const drawn = drawMarks((await listed(marks, [])).byPage.get(0) ?? [], 0, shape, 100)
    expect(markAt(drawn, { x: 150, y: 505 })).toBe('annotation_first')
    expect(markAt(drawn, { x: 82, y: 605 })).toBe('annotation_second')
    expect(markAt(drawn, { x: 500, y: 505 })).toBeNull()
  })

  it('puts signs of one line beside each other', async () => {
    const list = await listed([annotation('one', 0, 300, 0)], [link('a', 'one', 'supports'), link('b', 'one', 'context')])
    const xs = drawMarks(list.byPage.get(0) ?? [], 0, shape, 100).signs.map((sign) => sign.x)
    expect(new Set(xs).size).toBe(2)
  })
})
