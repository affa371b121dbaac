import { expect, test } from 'vitest'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '../testing/builders'
import { pageIndex } from '../units/pages'
import { readNotes } from './read-notes'
import { marksAsW3c, marksAsXfdf } from './write-marks'

const analysis = anAnalysis()
const claim = aClaim(analysis)
const document = aDocument({ name: 'a & "b".pdf' })
const mark = anAnnotation(document, {
  comment: 'Is <this> it?\u0001',
  tags: ['who'],
  segments: [{ pageIndex: pageIndex(1), prefix: 'the sum ', suffix: ' in all' }],
})
const split = anAnnotation(document, {
  segments: [
    {
      ranges: [
        { start: 3, end: 9 },
        { start: 20, end: 30 },
      ],
    },
  ],
})
const box = anAnnotation(document, { kind: 'area', segments: [{ quote: '', ranges: [] }] })
const written = [mark, split, box].map((annotation) => ({ annotation, document, links: [{ link: aLink(claim, annotation), claim }] }))
const read = (text: string) => {
  const notes = readNotes(text, 'marks')
  if (!notes.ok) throw new Error(notes.problem.what)
  return notes.value.notes
}

test('marks written as W3C Web Annotations are read back with their words, place, author, comment and document', () => {
  expect(read(marksAsW3c(written, '0.1.0'))).toMatchObject([
    {
      reference: `urn:vouch:${mark.id}`,
      own: true,
      kind: 'highlight',
      author: mark.author,
      comment: mark.comment,
      tags: ['who'],
      document: { sha256: document.id },
      targets: [{ page: 1, quote: { exact: 'shall not exceed', prefix: 'the sum ', suffix: ' in all' }, ranges: mark.segments[0]?.ranges }],
    },
    {
      kind: 'highlight',
      targets: [
        {
          ranges: [
            { start: 3, end: 9 },
            { start: 20, end: 30 },
          ],
        },
      ],
    },
    { kind: 'area', targets: [{ quote: null, place: { in: 'quads', quads: box.segments[0]?.quads } }] },
  ])
  expect(JSON.parse(marksAsW3c(written, '0.1.0')).items[0]['vouch:open']).toBe(`vouch://passage/${mark.id}`)
})

test('marks written as XFDF are read back where they lie, and no sign of a comment breaks the file', () => {
  const page = { index: pageIndex(0), label: null, box: [0, 0, 612, 792], rotation: 0, userUnit: 1, content: 'text' } as const
  expect(read(marksAsXfdf(document, written, () => page))).toMatchObject([
    {
      reference: mark.id,
      kind: 'highlight',
      author: mark.author,
      comment: expect.stringContaining('Is <this> it?'),
      document: { name: document.name },
      targets: [{ page: 1, place: { quads: mark.segments[0]?.quads } }],
    },
    { reference: split.id },
    { reference: box.id, kind: 'area', targets: [{ page: 0, place: { quads: box.segments[0]?.quads } }] },
  ])
})
