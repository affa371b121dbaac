import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import { micromark } from 'micromark'
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { composePayload } from '../bundle/payload'
import { aDocument, aFigure, anAnnotation, aParityCell, aParityMatrix, aPurchase } from '../testing/builders'
import { dossierWorld } from '../testing/dossier-world'
import { snapshotSchema } from './snapshot'

/** The Markdown of a dossier, read by two parsers that have no code in common. */

const world = dossierWorld()
const [analysis] = world.snapshot.records.analyses
if (analysis === undefined) throw new Error('the world has an analysis')
const invoice = aDocument({ name: 'in_voice [^1] *3*.pdf' })
const hostile = [
  '[^E1]: not a note',
  '# No heading',
  '| a | b |',
  '> quoted <b>twice</b> &amp; `code`',
  '1. one',
  '--- ![x](y) [z](javascript:alert(1))',
  'https://example.org/?a=1&b=2 www.example.org',
]
const marks = hostile.map((quote) => anAnnotation(invoice, { segments: [{ quote }] }))
const bought = aPurchase(analysis, {
  vendor: 'A | B',
  product: '*System*',
  note: hostile.join('\n'),
  annotationIds: marks.map(({ id }) => id),
  figures: [aFigure({ printed: '$5 | $6' })],
})
const matrix = aParityMatrix(analysis, { years: [2024] })
const snapshot = snapshotSchema.parse({
  ...world.snapshot,
  records: {
    ...world.snapshot.records,
    documents: [...world.snapshot.records.documents, invoice],
    annotations: [...world.snapshot.records.annotations, ...marks],
    purchases: [bought],
    parityMatrices: [matrix],
    parityCells: [aParityCell(matrix, { year: 2024, note: 'A *note* | with [^signs].' })],
  },
  checks: [...world.snapshot.checks, ...marks.map(({ id }) => ({ annotationId: id, segment: 0, state: 'exact', why: '', found: null }))],
  files: [...world.snapshot.files, { documentId: invoice.id, state: 'whole' }],
})
const { tree, texts } = composePayload(snapshot, world.custody, world.parts.picture)
const markdown = texts.get('dossier.md') ?? ''
const passages = [
  ...tree.sections.flatMap((section) => section.claims.flatMap((claim) => claim.groups.flatMap((group) => group.items))),
  ...tree.unverified,
  ...tree.money.citations,
].flatMap((item) => item.passages)
const wordsIn = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe.each([
  ['markdown-it', () => new MarkdownIt().use(footnotes).render(markdown), 'class="footnote-item"', 'class="footnote-ref"'],
  [
    'micromark',
    () => micromark(markdown, { extensions: [gfmFootnote(), gfmTable()], htmlExtensions: [gfmFootnoteHtml(), gfmTableHtml()] }),
    '<li id="user-content-fn-',
    'data-footnote-ref',
  ],
] as const)('read by %s', (_, read, note, reference) => {
  const html = read()
  const count = (what: string): number => html.split(what).length - 1

  it('has a footnote for each passage, each referred to once and defined', () => {
    expect(passages.length).toBeGreaterThan(14)
    expect(count(note)).toBe(passages.length)
    expect(count(reference)).toBe(passages.length)
    // The one that is left is a document's own.
    expect(wordsIn(html).replaceAll('[^E1]: not a note', '')).not.toMatch(/\[\^[EP]\d/u)
  })
  it('shows a document’s words as words, whatever signs are in them', () => {
    for (const words of hostile) expect(wordsIn(html)).toContain(words)
    expect(html).not.toMatch(/<h[1-6]>No heading|javascript:alert\(1\)"|<b>twice/)
  })
  it('keeps its tables whole', () => {
    expect(count('<table>')).toBeGreaterThan(5)
    for (const table of html.split('<table>').slice(1)) {
      const rows = (table.split('</table>')[0] ?? '').split('<tr>').slice(1)
      expect(new Set(rows.map((row) => row.split(/<t[hd][ >]/).length)).size).toBe(1)
    }
  })
})
