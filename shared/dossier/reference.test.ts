import { expect, it } from 'vitest'
import { dossierWorld } from '../testing/dossier-world'
import { composeDossier } from './compose-dossier'
import { CITATION_STYLES, type CitationStyleName, USUAL_SETTINGS } from './dossier-settings'
import { dossierDocument } from './document/dossier-document'
import { renderMarkdown } from './render-markdown'
import { evidenceCsv } from './render-tables'

const CONTRACT = { type: 'document', genre: 'Contract', number: '70XXXX22F00000000' } as const

function composed(citationStyle: CitationStyleName | null, known: boolean) {
  const { snapshot, custody } = dossierWorld()
  const { records } = snapshot
  return composeDossier(
    {
      ...snapshot,
      records: {
        ...records,
        analyses: records.analyses.map((analysis) =>
          citationStyle === null ? analysis : { ...analysis, dossier: { ...USUAL_SETTINGS, citationStyle } },
        ),
        sources: records.sources.map((source) => (known ? { ...source, csl: CONTRACT } : source)),
      },
    },
    custody,
  )
}
const references = (tree: ReturnType<typeof composed>) =>
  tree.sections.flatMap(({ claims }) =>
    claims.flatMap(({ groups }) => groups.flatMap(({ items }) => items.flatMap(({ passages }) => passages))),
  )

it('passages are cited in the style of the analysis, each with its own page', () => {
  const cited = references(composed('bluebook', true)).map(({ reference }) => reference)
  expect(cited).toContain('Contract No. 70XXXX22F00000000, at iv (PDF p. 1) (n.d.) (on file with author).')
  expect(cited).toContain('Contract No. 70XXXX22F00000000, at PDF p. 2 (n.d.) (on file with author).')
})

it('in the plain style a citation stands only where a source or a release says more than the dossier shows anyway', () => {
  const bare = references(composed(null, false)).filter(({ document }) => document !== 'letter.pdf')
  expect(new Set(bare.map(({ reference }) => reference))).toEqual(new Set([null]))
  expect(references(composed('plain', true)).find(({ label }) => label === 'iv')?.reference).toMatch(
    /^contract no\. 70XXXX22F00000000, date unknown, .+, file page 1, labelled iv, SHA-256 [0-9a-f]{12}\.$/,
  )
})

it('in the plain style the page stands once in a citation', () => {
  const cited = composed('plain', true)
  const text = renderMarkdown(dossierDocument(cited), { bundled: true })
  const [first = ''] = text.split('\n').filter((line) => line.includes('contract no. 70XXXX22F00000000, date unknown'))
  expect(first.match(/file page/g)).toHaveLength(1)
  expect(first).toMatch(/file page 1\]\([^)]+\): contract no\. 70XXXX22F00000000, date unknown, .*SHA-256/)
})

it.each(CITATION_STYLES)('the table of evidence has the citation (%s)', (style) => {
  const [head = ''] = evidenceCsv(composed(style, true)).split('\r\n')
  expect(head).toMatch(/,citation(,|$)/)
  expect(evidenceCsv(composed(style, true))).toContain('70XXXX22F00000000')
})
