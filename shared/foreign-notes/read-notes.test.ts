import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from './plain-text'
import { readNotes } from './read-notes'

const read = (value: unknown, file = 'notes.json') => {
  const notes = readNotes(typeof value === 'string' ? value : JSON.stringify(value), file)
  if (!notes.ok) throw new Error(notes.problem.what)
  return notes.value
}
const HASH = 'a'.repeat(64)

describe('Hypothesis', () => {
  const note = {
    id: 'AbC',
    uri: 'https://agency.example/list.pdf',
    user: 'acct:ann@hypothes.is',
    created: '2026-01-02T03:04:05+00:00',
    updated: '2026-01-03T03:04:05+00:00',
    text: 'Who *signed* it?',
    tags: ['date', ' date ', 'who'],
    document: { title: ['The list'] },
    target: [
      {
        source: 'https://agency.example/list.pdf',
        selector: [
          { type: 'TextPositionSelector', start: 9, end: 20 },
          { type: 'TextQuoteSelector', exact: 'was signed', prefix: 'it ', suffix: ' in' },
          { type: 'PageSelector', index: 2, label: '3' },
          { type: 'RangeSelector' },
        ],
      },
    ],
  }
  test('brings the quotation, its page, who wrote it and when; its replies stand in its comment', () => {
    const notes = read({
      total: 2,
      rows: [note, { ...note, id: 'r', text: 'Smith.', user: 'acct:bob@hypothes.is', references: ['AbC'], target: [{ source: note.uri }] }],
    })
    expect(notes).toMatchObject({ format: 'hypothesis', replies: 1, refused: [] })
    expect(notes.notes).toMatchObject([
      {
        reference: 'hypothesis:AbC',
        kind: 'highlight',
        author: 'ann@hypothes.is',
        date: '2026-01-03T03:04:05+00:00',
        comment: 'Who *signed* it?\n\nbob@hypothes.is: Smith.',
        tags: ['date', 'who'],
        document: { sha256: null, name: 'The list' },
        targets: [{ page: 2, quote: { exact: 'was signed', prefix: 'it ', suffix: ' in' }, ranges: [] }],
      },
    ])
  })
  test('of the client’s own export is read too, and a note on the whole document is one', () => {
    const notes = read({ export_date: '2026', client_version: '1', annotations: [{ ...note, target: [{ source: note.uri }] }] })
    expect(notes.notes).toMatchObject([{ kind: 'page-note', targets: [{ page: null, quote: null }] }])
  })
})

describe('DocumentCloud', () => {
  const note = {
    id: 549,
    user: { id: 1, name: 'Ann' },
    page_number: 0,
    access: 'private',
    title: 'A <b>title</b>',
    content: 'See <a href="https://a.example/x">this</a>.<script>alert(1)</script><p>And &amp; that</p>',
    x1: 0.2,
    x2: 0.4,
    y1: 0.1,
    y2: 1.2,
    updated_at: '2020-09-25T13:59:36Z',
    created_at: '2010-05-12T16:27:47Z',
  }
  test('brings a rectangle in shares of the page, and its HTML as words', () => {
    expect(read({ next: null, results: [note] }).notes).toMatchObject([
      {
        reference: 'documentcloud:549',
        kind: 'area',
        subtype: 'note (private)',
        author: 'Ann',
        date: '2020-09-25T13:59:36Z',
        comment: 'A title\n\nSee this (https://a.example/x).And & that',
        targets: [{ page: 0, place: { in: 'shares', left: 0.2, top: 0.1, right: 0.4, bottom: 1 } }],
      },
    ])
  })
  test('without a rectangle is a note on its page, and a user known by number only is named so', () => {
    expect(read([{ ...note, user: 7, x1: null, x2: null, y1: null, y2: null }]).notes).toMatchObject([
      { kind: 'page-note', author: 'DocumentCloud user 7', targets: [{ place: null }] },
    ])
  })
})

describe('W3C Web Annotations', () => {
  test('of a bundle name their document by its bytes and bring tags, codes and place; claims are left to merging', () => {
    const item = {
      id: 'urn:vouch:annotation_abc',
      type: 'Annotation',
      motivation: 'highlighting',
      creator: { type: 'Person', name: 'Mara' },
      created: '2026-01-01T00:00:00.000Z',
      generator: { name: 'Vouch' },
      'vouch:kind': 'redaction',
      body: [
        { type: 'TextualBody', purpose: 'commenting', value: 'Why?' },
        { type: 'TextualBody', purpose: 'tagging', value: 'who' },
        { type: 'TextualBody', purpose: 'classifying', value: '(b)(4)' },
        { type: 'TextualBody', purpose: 'linking', value: 'supports C01' },
      ],
      target: [
        {
          source: 'exhibits/EX-001.pdf',
          'vouch:sha256': HASH,
          'vouch:quads': [[1, 2, 3, 2, 1, 1, 3, 1]],
          selector: {
            type: 'FragmentSelector',
            value: 'page=4&viewrect=1,2,3,4',
            refinedBy: [
              { type: 'TextQuoteSelector', exact: 'words', prefix: 'a', suffix: 'b' },
              { type: 'TextPositionSelector', start: 3, end: 8 },
            ],
          },
        },
      ],
    }
    expect(read({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items: [item] }).notes).toMatchObject([
      {
        reference: 'urn:vouch:annotation_abc',
        own: true,
        kind: 'redaction',
        author: 'Mara',
        comment: 'Why?',
        tags: ['who'],
        exemptionCodes: ['(b)(4)'],
        document: { sha256: HASH, name: 'exhibits/EX-001.pdf' },
        targets: [{ page: 3, quote: { exact: 'words' }, ranges: [{ start: 3, end: 8 }], place: { in: 'quads' } }],
      },
    ])
  })
  test('of others: targets as plain addresses, bodies as plain words, one selector or several, offsets of another text not believed', () => {
    const notes = read([
      {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'http://a.example/1',
        type: 'Annotation',
        body: 'Look',
        target: 'http://a.example/x.pdf#page=2',
      },
      {
        type: ['Annotation'],
        creator: 'http://a.example/ann',
        bodyValue: '',
        body: { type: 'TextualBody', value: '<p>One<br>two</p>', format: 'text/html' },
        target: {
          source: { id: 'http://a.example/x.pdf' },
          selector: [
            { type: 'TextQuoteSelector', exact: 'was' },
            { type: 'TextPositionSelector', start: 1, end: 4 },
          ],
        },
      },
      {
        type: 'Annotation',
        target: { source: 'http://a.example/x.pdf', selector: { type: 'FragmentSelector', value: 'page=1&viewrect=10,20,30,40' } },
      },
      { type: 'Annotation', target: 'http://a.example/x.pdf#page=0' },
      { type: 'Annotation' },
    ])
    expect(notes.notes).toMatchObject([
      { comment: 'Look', kind: 'page-note', document: { name: 'http://a.example/x.pdf' }, targets: [{ page: 1 }] },
      {
        comment: 'One\ntwo',
        author: 'http://a.example/ann',
        kind: 'highlight',
        targets: [{ page: null, quote: { exact: 'was' }, ranges: [] }],
      },
      { kind: 'area', targets: [{ page: 0, place: { in: 'points', left: 10, top: 20, right: 40, bottom: 60 } }] },
      // Pages are counted from 1: there is no page 0.
      { targets: [{ page: null }] },
    ])
    expect(notes.notes[1]?.reference).toMatch(/^content:/)
    expect(notes.refused).toEqual([{ where: 'annotation 5', why: expect.stringContaining('no target') }])
  })
})

describe('XFDF', () => {
  const xfdf = (marks: string): string =>
    `<?xml version="1.0"?><xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve"><annots>${marks}</annots><f href="the%20list.pdf"/></xfdf>`
  test('brings marks with their quads put in order, notes, rectangles, answers, and the address of their PDF', () => {
    const notes = read(
      xfdf(
        '<highlight page="0" name="h" title="Ann" date="D:20120413145428+01\'00\'" color="#FFFF00" coords="72,698,190,698,190,709,72,709" rect="72,698,190,709"><contents>Look &amp; see</contents><popup page="0" rect="0,0,1,1"/></highlight>' +
          '<text page="1" inreplyto="h" name="a" title="Bob"><contents-richtext><body xmlns="http://www.w3.org/1999/xhtml"><p>It <b>is</b>.</p></body></contents-richtext></text>' +
          '<text page="1" inreplyto="h" statemodel="Review" state="Accepted" name="s" title="Bob"/>' +
          '<strikeout page="2" name="k" coords="1,2,3,2,1,1,3,1" rect="1,1,3,2"/><square page="1" name="q" rect="10,10,50,40"/><text page="1" name="n" rect="1,1,2,2"><contents>A note</contents></text><highlight page="x" name="bad" rect="1,1,2,2"/>',
      ),
      'notes.xfdf',
    )
    expect(notes).toMatchObject({ format: 'xfdf', replies: 1, refused: [{ why: 'it names no page' }] })
    expect(notes.notes).toMatchObject([
      {
        reference: 'h',
        kind: 'highlight',
        subtype: 'Highlight',
        author: 'Ann',
        comment: 'Look & see\n\nBob: It is.',
        document: { name: 'the%20list.pdf' },
        targets: [{ page: 0, place: { quads: [[72, 709, 190, 709, 72, 698, 190, 698]] } }],
      },
      { reference: 'k', kind: 'underline', subtype: 'StrikeOut' },
      { reference: 'q', kind: 'area', targets: [{ place: { quads: [[10, 40, 50, 40, 10, 10, 50, 10]] } }] },
      { reference: 'n', kind: 'page-note', comment: 'A note', targets: [{ place: null }] },
    ])
  })
  test.each(['<xfdf><annots>', '<!DOCTYPE x [<!ENTITY a "b">]><xfdf></xfdf>', '<xfdf><annots><highlight page="0"'])(
    'that is damaged, or declares entities, is refused by name: %s',
    (text) => {
      expect(readNotes(text, 'x.xfdf')).toMatchObject({ ok: false, problem: { what: expect.stringContaining('“x.xfdf”') } })
    },
  )
})

test.each([['{}'], ['[]'], ['"words"'], ['{"items":5}'], ['<html></html>'], ['%PDF-1.4'], [''], ['[{"type":"Annotation"']])(
  '%s is no file of notes, and says what would be',
  (text) => {
    expect(readNotes(text, 'x')).toMatchObject({
      ok: false,
      problem: { what: expect.stringContaining('“x”'), remedy: expect.stringMatching(/Choose|Export/) },
    })
  },
)

test('the same note twice in a file is one, and without an id it is known by all that it says', () => {
  const note = { type: 'Annotation', body: 'x', target: 'http://a.example/x.pdf' }
  expect(read([note, note, { ...note, body: 'y' }])).toMatchObject({
    notes: [{ comment: 'x' }, { comment: 'y' }],
    refused: [{ where: 'annotation 2', why: 'it is the same as annotation 1' }],
  })
})

test('whatever JSON or XML is given, each thing in it is a note or refused, and nothing is thrown', () => {
  const seeds = fc.constantFrom({ type: 'Annotation', target: {} }, { uri: 'x', target: [] }, { page_number: 1, content: '' })
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          seeds,
          fc.dictionary(
            fc.constantFrom(
              'target',
              'body',
              'id',
              'user',
              'tags',
              'selector',
              'content',
              'x1',
              'references',
              'document',
              'creator',
              'page_number',
              'motivation',
            ),
            fc.jsonValue({ maxDepth: 4 }),
          ),
        ),
      ),
      (items) => {
        const made = items.map(([seed, over]) => ({ ...seed, ...over }))
        const notes = readNotes(JSON.stringify(made), 'x')
        expect(notes.ok ? notes.value.notes.length + notes.value.refused.length + notes.value.replies : made.length).toBe(made.length)
      },
    ),
  )
  fc.assert(fc.property(fc.string(), (rest) => void readNotes(`<xfdf ${rest}`, 'x')))
  expect(readNotes(`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'x').ok).toBe(false)
})

test.each([
  ['a < b and c > d', 'a < b and c > d'],
  ['<img src=x onerror=alert(1)>after', 'after'],
  ['one<br/>two<p>three</p>', 'one\ntwothree'],
  ['&lt;script&gt;', '<script>'],
  ['<!-- c -->x<', 'x<'],
  ['<a href="javascript:alert(1)">y</a>', 'y'],
])('HTML %s is read as words', (html, words) => expect(plainText(html)).toEqual(words))
