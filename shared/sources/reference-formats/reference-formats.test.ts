import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anAnalysis, aSource } from '../../testing/builders'
import { newId } from '../../units/ids'
import { sourceSchema, type Source } from '../source'
import { readBibtex } from './bibtex'
import { cslJsonOf, cslOfSource, fieldsOfCsl, readCslJson, type ReadReference } from './csl'
import { planImport, type SourceImport } from './plan-import'
import { readRis } from './ris'
import { factsOfItem } from '../source-facts'
import { bibtexOf } from './write-bibtex'
import { risOf } from './write-ris'

const analysis = anAnalysis()
const plan = (read: readonly ReadReference[], there: readonly Source[] = []): SourceImport =>
  planImport(read, there, { id: analysis.id, numbersCited: [] }, { newId })
const csl = (text: string): readonly ReadReference[] => {
  const read = readCslJson(text, 'sources.json')
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}
const items = (read: readonly ReadReference[]) => read.map((each) => ('item' in each ? each.item : each.refused))

describe('CSL-JSON', () => {
  const text =
    '[\n  { "id": "a", "type": "report", "title": "A <i>report</i>", "author": [{ "family": "Doe", "given": "J." }, { "literal": "GAO" }], "issued": { "date-parts": [[2025, 9, 3]] }, "URL": "https://example.org", "custom": { "deep": [1, { "x": "]" }] } },\n\n  7,\n  { "id": "b" }\n]'
  it('is read item by item, with the line of each', () => {
    expect(csl(text).map(({ line }) => line)).toEqual([2, 4, 5])
    expect(csl('{ "title": "One" }').map(({ line }) => line)).toEqual([1])
    expect(readCslJson('{', 'x.json')).toMatchObject({ ok: false, problem: { kind: 'references-not-json' } })
  })
  it('gives the fields of a source, and keeps the whole item', () => {
    const { added, refused } = plan(csl(text))
    expect(added[0]?.source).toMatchObject({
      number: 1,
      title: 'A report',
      author: 'J. Doe; GAO',
      date: '2025-09-03',
      url: 'https://example.org',
      publisher: null,
    })
    expect(sourceSchema.parse(added[0]?.source)).toEqual(added[0]?.source)
    expect(refused).toEqual([
      { line: 4, why: 'it is no object' },
      { line: 5, why: 'it has no title, no author and no address' },
    ])
  })
  it('comes out as it went in', () => {
    const json = fc.jsonValue().filter((value) => value !== null)
    const item = fc.dictionary(fc.stringMatching(/^[a-zA-Z-]{1,12}$/), json, { maxKeys: 6 }).map((members): Record<string, unknown> => ({
      ...members,
      id: 'x',
      type: 'report',
      title: 'A title',
      issued: { 'date-parts': [[2024]] },
      'citation-number': 4,
    }))
    fc.assert(
      fc.property(item, (given) => {
        const [made] = plan(csl(JSON.stringify([given]))).added
        expect(made?.source.number).toBe(4)
        const again = JSON.parse(cslJsonOf(made === undefined ? [] : [made.source])) as unknown
        expect(again).toEqual(JSON.parse(JSON.stringify([given])))
      }),
      { numRuns: 100 },
    )
  })
  it('is the same bytes in whatever order the members came', () => {
    const [one] = plan(csl('[{"title":"T","custom":{"b":1,"a":2},"id":"x"}]')).added
    if (one === undefined) throw new Error('nothing was added')
    const other = { ...one.source, csl: { id: 'x', custom: { a: 2, b: 1 }, title: 'T' } }
    expect(cslJsonOf([other])).toBe(cslJsonOf([one.source]))
  })
  it('says what the researcher changed, and nothing of what is unknown', () => {
    const [made] = plan(csl(text)).added
    if (made === undefined) throw new Error('nothing was added')
    expect(cslOfSource({ ...made.source, title: 'Another title', url: null })).toMatchObject({
      title: 'Another title',
      custom: { deep: [1, { x: ']' }] },
    })
    expect(cslOfSource({ ...made.source, url: null })).not.toHaveProperty('URL')
    expect(cslOfSource(aSource(analysis, { number: 7 }))).toEqual({ id: 'source-7', type: 'document', 'citation-number': 7 })
    const own = aSource(analysis, {
      number: 7,
      title: 'A notice',
      author: 'ICE; DHS',
      date: fieldsOfCsl({ issued: { raw: '2025-09' } }).date,
      url: 'https://example.org',
    })
    expect(plan(csl(cslJsonOf([own]))).added[0]?.source).toMatchObject({
      number: 7,
      title: 'A notice',
      author: 'ICE; DHS',
      date: '2025-09',
      url: 'https://example.org',
    })
  })
})

describe('matching', () => {
  const there = [
    aSource(analysis, { number: 1, title: 'A notice of intent' }),
    aSource(analysis, { number: 2, title: null, url: 'https://www.example.org/order/' }),
    aSource(analysis, { number: 3, csl: { DOI: '10.1000/ABC' } }),
  ]
  it('goes by number, DOI, address or title, and fills in only what is unknown', () => {
    const { matched, added, refused } = plan(
      csl(
        JSON.stringify([
          { title: 'A Notice of  Intent!', author: [{ literal: 'Sam' }] },
          { title: 'An order', URL: 'http://example.org/order' },
          { title: 'A paper', DOI: 'https://doi.org/10.1000/abc' },
          { title: 'Another', 'citation-number': 1 },
          { title: 'An order again', URL: 'https://example.org/order' },
        ]),
      ),
      there,
    )
    expect(matched.map(({ by, filled, source }) => [by, filled, source.number])).toEqual([
      ['title', ['author'], 1],
      ['address', ['title'], 2],
      ['DOI', ['title'], 3],
    ])
    expect(added.map(({ source }) => [source.number, source.title])).toEqual([[4, 'Another']])
    expect(refused).toEqual([{ line: 1, why: 'it is the same as the item of line 1' }])
  })
  it('by number needs the same title, or none', () => {
    expect(
      plan(csl('[{"title":"A notice of intent","citation-number":1},{"title":"An order","citation-number":2}]'), there).matched.map(
        ({ by }) => by,
      ),
    ).toEqual(['number', 'number'])
  })
})

const BIB = String.raw`This is a comment with me@example.org in it.
@string{ dhs = "Department of Homeland Security" }
@comment{ @misc{ x, title = {no} } }
@techreport{inventory,
  title = {{DHS} {AI} Use Case {I}nventory},
  author = {{Office of the CIO} and M{\"u}ller, J{\'e}r\^ome and Jane van Doe},
  institution = dhs # " (DHS)", year = 2026, month = jan, day = 28,
  url = {https://example.org/a_b}, number = {12}, pages = {3--5}, eprint = {x1}
}
@article(bare, title = "A \emph{title} \& more", journal = {Law Review}, number = 2, date = {2024-05})
@misc{broken, title = {An unclosed value
}
@book{empty}`

describe('BibTeX', () => {
  const read = readBibtex(BIB)
  it('is read with strings, accents, names and dates', () => {
    expect(items(read)[0]).toEqual({
      type: 'report',
      id: 'inventory',
      'citation-key': 'inventory',
      title: 'DHS AI Use Case Inventory',
      publisher: 'Department of Homeland Security (DHS)',
      URL: 'https://example.org/a_b',
      number: '12',
      page: '3–5',
      author: [{ literal: 'Office of the CIO' }, { family: 'Müller', given: 'Jérôme' }, { family: 'Doe', given: 'Jane van' }],
      issued: { 'date-parts': [[2026, 1, 28]] },
      custom: { eprint: 'x1' },
    })
    expect(items(read)[1]).toMatchObject({
      type: 'article-journal',
      title: 'A title & more',
      'container-title': 'Law Review',
      issue: '2',
      issued: { 'date-parts': [[2024, 5]] },
    })
  })
  it('names by line what it cannot read', () => {
    expect(read.map(({ line }) => line)).toEqual([4, 10, 11, 13])
    expect(items(read)[2]).toBe('the entry @misc is not closed')
    expect(items(readBibtex('@book{empty}\n@misc{a, b c}\n@misc{d, title={T}}'))).toEqual([
      'the entry @book “empty” has no fields',
      "the entry @misc “a” can't be read at the field b",
      { type: 'document', id: 'd', 'citation-key': 'd', title: 'T' },
    ])
  })
  it('never loses its way', () => {
    const scrap = fc.constantFrom('@misc{', '@', '{', '}', '"', ',', '=', 'title', ' ', '\n', '\\', '#', '(', ')', 'a')
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (parts) => {
        expect(readBibtex(parts.join('')).every(({ line }) => line >= 1)).toBe(true)
      }),
    )
  })
})

describe('RIS', () => {
  const read = readRis(
    'TY  - RPRT\r\nTI  - A report\r\n      that goes on\r\nAU  - Doe, Jane\r\nAU  - GAO\r\nPY  - 2025\r\nDA  - 2025/09/03/\r\nSP  - 1\r\nEP  - 4\r\nC1  - kept\r\nER  - \r\nstray\r\nTY  - WEB\r\nUR  - https://example.org\r\n',
  )
  it('is read entry by entry', () => {
    expect(items(read)).toEqual([
      {
        type: 'report',
        title: 'A report that goes on',
        author: [{ family: 'Doe', given: 'Jane' }, { literal: 'GAO' }],
        issued: { 'date-parts': [[2025, 9, 3]] },
        page: '1–4',
        custom: { C1: 'kept' },
      },
      '“stray” stands outside an entry',
      'the entry does not end with ER',
    ])
    expect(read.map(({ line }) => line)).toEqual([1, 12, 13])
  })
})

describe('BibTeX and RIS out', () => {
  const text = fc
    .string({
      unit: fc.constantFrom(
        'a',
        'B',
        'é',
        '中',
        ' ',
        ' and ',
        '-',
        "'",
        '`',
        '"',
        '{',
        '}',
        '\\',
        '~',
        '^',
        '&',
        '%',
        '$',
        '#',
        '_',
        '@',
        ',',
        ';',
        ':',
        '=',
        'others',
        '\n',
      ),
      minLength: 1,
      maxLength: 14,
    })
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
  // A semicolon parts authors.
  const name = text.map((words) => words.replace(/[;\s]+/g, ' ').trim()).filter((words) => words !== '')
  const person = fc.oneof(fc.record({ literal: name }), fc.record({ family: name, given: name }))
  const item = fc.record(
    {
      type: fc.constantFrom(
        'document',
        'report',
        'dataset',
        'legal_case',
        'article-newspaper',
        'personal_communication',
        'webpage',
        'article-journal',
        'post-weblog',
      ),
      title: text,
      publisher: text,
      genre: text,
      number: text,
      authority: text,
      archive: text,
      archive_collection: text,
      archive_location: text,
      'call-number': text,
      version: text,
      volume: text,
      page: text,
      'container-title': text,
      issue: text,
      author: fc.array(person, { minLength: 1, maxLength: 3 }),
      recipient: fc.array(fc.record({ literal: name }), { minLength: 1, maxLength: 2 }),
      issued: fc.constantFrom({ 'date-parts': [[2024]] }, { 'date-parts': [[2024, 5]] }, { 'date-parts': [[2024, 5, 3]] }),
      'available-date': fc.constant({ 'date-parts': [[2024, 6]] }),
      accessed: fc.constantFrom({ 'date-parts': [[2026, 2]] }, { 'date-parts': [[2026, 2, 1]] }),
      URL: fc.constantFrom('https://example.org/a_b?c=%20&d#e', 'https://example.org/~x'),
      custom: fc.record({ vendor: text, modification: text, 'docket-entry': text }),
    },
    { requiredKeys: ['title'] },
  )
  const cases = [
    ['BibTeX', bibtexOf, readBibtex],
    ['RIS', risOf, readRis],
  ] as const
  it.each(cases)('%s read back gives the fields and facts that were written', (_, write, read) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), (given) => {
        const sources = plan(given.map((each, at) => ({ line: 1, item: { ...each, 'citation-number': at + 1 } as never }))).added.map(
          ({ source }) => source,
        )
        const back = items(read(write(sources)))
        const said = (each: unknown) =>
          typeof each === 'object'
            ? { ...fieldsOfCsl(each as never), ...factsOfItem(each as never), number: factsOfItem(each as never).number }
            : each
        expect(back.map(said)).toEqual(sources.map((source) => said(cslOfSource(source))))
      }),
      { numRuns: 150 },
    )
  })
  it.each(cases)('%s brings every source back under its number', (_, write, read) => {
    const sources = [
      aSource(analysis, { number: 4, title: 'A report' }),
      aSource(analysis, { number: 2, title: null, url: 'https://example.org' }),
    ]
    expect(plan(read(write(sources))).added.map(({ source }) => [source.number, source.title, source.url])).toEqual([
      [2, null, 'https://example.org'],
      [4, 'A report', null],
    ])
  })
  it('gives each entry of BibTeX a key of its own, and writes what LaTeX would misread', () => {
    const [one, two] = [
      aSource(analysis, { number: 1, title: '50% of {A} & B_c', csl: { id: 'k{e}y, 1', type: 'report' } }),
      aSource(analysis, { number: 2, title: 'T', csl: { id: 'key1' } }),
    ]
    expect(bibtexOf([one, two])).toBe(
      '@report{key1,\n  title = {50\\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_c},\n  csl-citation-number = {1},\n}\n\n@misc{key1-2,\n  title = {T},\n  csl-citation-number = {2},\n}\n',
    )
  })
})
