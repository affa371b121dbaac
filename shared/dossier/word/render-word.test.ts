import { describe, expect, it } from 'vitest'
import { composePayload } from '../../bundle/payload'
import { dossierWorld } from '../../testing/dossier-world'
import { readWord } from '../../testing/read-word'
import { timestampOf } from '../../units/time'
import type { Block, DossierDocument, PartBlock } from '../document/blocks'
import { printedWords, squeezed } from '../printed-words'
import { columnWidths } from './tables'
import { renderWord } from './render-word'

const AT = timestampOf(Date.UTC(2026, 10, 22, 13, 40, 12))
const part = (over: Partial<PartBlock>): PartBlock => ({
  kind: 'part',
  id: 'answer',
  role: 'part',
  heading: ['Answer'],
  overline: null,
  relation: null,
  bare: false,
  blocks: [],
  ...over,
})
const table: Block & { kind: 'table' } = {
  kind: 'table',
  caption: ['What was paid'],
  columns: [
    { head: ['No.'], align: 'start', narrow: true },
    { head: ['What'], align: 'start', narrow: false },
    { head: ['Amount'], align: 'end', narrow: true },
  ],
  groups: [{ heading: ['2025'], rows: [{ id: 'row-1', cells: [['1'], ['A licence'], ['$5']] }] }],
  rowHeads: true,
}
const DOCUMENT: DossierDocument = {
  title: 'Who <bought> & what',
  kind: 'Dossier',
  language: 'en',
  vouch: '0.1.0',
  front: [{ kind: 'facts', facts: [{ term: ['As of'], content: ['no date given'] }] }],
  contents: 'Contents',
  parts: [
    part({
      blocks: [
        {
          kind: 'paragraph',
          tone: 'answer',
          content: [
            'Yes, ',
            { kind: 'strong', content: ['twice'] },
            ': ',
            { kind: 'link', to: { kind: 'place', id: 'E1' }, content: ['E1'] },
            ', ',
            { kind: 'link', to: { kind: 'place', id: 'nowhere' }, content: ['gone'] },
            '.',
          ],
        },
        { kind: 'list', ordered: true, items: [{ id: null, content: ['One'] }] },
        { kind: 'list', ordered: true, items: [{ id: 'source-1', content: ['Two'] }] },
        table,
        {
          kind: 'chart',
          svg: '<svg xmlns="http://www.w3.org/2000/svg" width="86" height="20"><text>drawn</text></svg>',
          width: 86,
          height: 20,
          alt: 'Sums',
          caption: ['By vendor'],
        },
      ],
    }),
    part({
      id: 'section-1',
      heading: ['Purchases'],
      blocks: [
        part({
          id: 'C01',
          role: 'claim',
          heading: ['It was bought.'],
          overline: [{ kind: 'code', text: 'C01' }, ' · ', { kind: 'status', of: 'supported', content: ['supported'] }],
          blocks: [
            { kind: 'heading', relation: 'supports', content: [{ kind: 'sign', of: 'supports', shape: '▲' }, ' Supports'] },
            part({
              id: 'E1',
              role: 'evidence',
              heading: null,
              overline: ['E1 · supports'],
              relation: 'supports',
              blocks: [
                {
                  kind: 'quotation',
                  noteId: 'E1',
                  words: 'The ceiling\u0007 shall',
                  instead: [],
                  citation: [
                    { kind: 'strong', content: ['EX-001'] },
                    ', ',
                    { kind: 'link', to: { kind: 'exhibit', address: 'exhibits/EX-001.pdf#page=3' }, content: ['file page 3'] },
                    '.',
                  ],
                },
                {
                  kind: 'quotation',
                  noteId: 'E1-2',
                  words: '',
                  instead: ['A marked area.'],
                  citation: [{ kind: 'foreign', content: ['שלום.pdf'] }, '.'],
                },
              ],
            }),
          ],
        }),
      ],
    }),
  ],
  closing: ['Composed by Vouch.'],
}
const render = (document: DossierDocument = DOCUMENT, exhibitsBeside = true): Uint8Array =>
  renderWord(document, { picture: () => null, exhibitsBeside, at: AT })

describe('a dossier as a Word file', () => {
  it('holds every word in its order, each citation at its quotation', () => {
    expect(
      readWord(render())
        .text.split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter((line) => line !== ''),
    ).toEqual([
      'Dossier',
      'Who <bought> & what',
      'As of no date given',
      'Contents',
      'Answer',
      'Yes, twice: E1, gone.',
      'One',
      'Two',
      'What was paid',
      'No.',
      'What',
      'Amount',
      '2025',
      '1',
      'A licence',
      '$5',
      'By vendor',
      'Purchases',
      'C01 · supported',
      'It was bought.',
      '▲ Supports',
      'E1 · supports',
      '“The ceiling\ufffd shall” EX-001, file page 3.',
      'A marked area. שלום.pdf.',
      'Composed by Vouch.',
    ])
  })
  it('heads its parts with real headings that leave no level out', () => {
    expect(readWord(render()).headings.map(({ level, words }) => `${level} ${words}`)).toEqual([
      '1 Contents',
      '1 Answer',
      '1 Purchases',
      '2 It was bought.',
      '3 ▲ Supports',
    ])
  })
  it('leads every link to a place that is in it, or to an exhibit beside it', () => {
    const { anchors, bookmarks, addresses } = readWord(render())
    expect(anchors.filter((anchor) => !bookmarks.includes(anchor))).toEqual([])
    expect(new Set(bookmarks).size).toBe(bookmarks.length)
    expect(addresses).toEqual(['exhibits/EX-001.pdf#page=3'])
    expect(readWord(render(DOCUMENT, false)).addresses).toEqual([])
  })
  it('is the same bytes for the same document, and is dated by the records', () => {
    expect(render()).toEqual(render())
    const core = readWord(render()).parts.get('docProps/core.xml')
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T13:40:12Z</dcterms:created>')
    expect(core).toContain('<dc:title>Who &lt;bought&gt; &amp; what</dc:title><dc:creator>Vouch 0.1.0</dc:creator>')
  })
  it('says of each drawing what it shows, and repeats the heads of tables', () => {
    const { alts, parts } = readWord(render())
    expect(alts).toEqual(['Sums'])
    expect(parts.get('word/document.xml')?.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(parts.get('word/footnotes.xml')).toContain('<w:rtl/>')
  })
  it('begins each ordered list with one', () => {
    expect(
      readWord(render())
        .parts.get('word/numbering.xml')
        ?.match(/startOverride/g),
    ).toHaveLength(2)
  })
})

describe('the columns of a table', () => {
  it('fill the width, the narrow ones as wide as what they hold', () => {
    const widths = columnWidths(table, 9000)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8990)
    expect(widths[1]).toBeGreaterThan((widths[0] ?? 0) + (widths[2] ?? 0))
  })
  it('are made smaller together where narrow ones alone would take too much', () => {
    const columns = Array.from({ length: 20 }, () => ({ head: ['a head of many letters'], align: 'start' as const, narrow: true }))
    expect(columnWidths({ ...table, columns, groups: [] }, 9000).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9000)
  })
})

describe('a composed dossier', () => {
  const { snapshot, custody, parts } = dossierWorld()
  const { texts, binaries } = composePayload(snapshot, custody, parts.picture)
  const word = readWord(binaries.get('dossier.docx') ?? new Uint8Array())
  it('says in Word what it says in HTML', () => {
    // Numbers of lists and the words inside drawings are no text in Word.
    const html = (texts.get('dossier.html') ?? '').replace(/<svg\b.*?<\/svg>/gs, '').replace(/<(\/?)ol\b/g, '<$1ul')
    expect(squeezed(word.text.replace('Contents\n', ''))).toBe(printedWords(html))
  })
  it('has every place to which it links', () => {
    expect(word.anchors.length).toBeGreaterThan(5)
    expect(word.anchors.filter((anchor) => !word.bookmarks.includes(anchor))).toEqual([])
    expect(word.addresses.filter((address) => !/^(exhibits\/EX-\d+\.|vouch:)/.test(address))).toEqual([])
  })
  it('shows every picture with its words', () => {
    expect(word.alts).toHaveLength([...(texts.get('dossier.html') ?? '').matchAll(/<img /g)].length)
    expect(word.alts.filter((alt) => alt === '')).toEqual([])
  })
})
