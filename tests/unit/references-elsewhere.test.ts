import { expect, it } from 'vitest'
import { readCslJson } from '../../shared/sources/reference-formats/csl'
import { planImport } from '../../shared/sources/reference-formats/plan-import'
import { bibtexOf } from '../../shared/sources/reference-formats/write-bibtex'
import { risOf } from '../../shared/sources/reference-formats/write-ris'
import { anAnalysis } from '../../shared/testing/builders'
import { newId } from '../../shared/units/ids'
import { readBiblatexElsewhere, readRisElsewhere } from '../support/citation-js'

/** What is hard to write: signs that the forms use, names of offices and of people, dates that are known to a month. */
const ITEMS = [
  {
    id: 'doe-2025',
    type: 'report',
    title: 'A “report” on 100 % of AI & law_enforcement #1, $5 to Señor Núñez’s',
    author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Office of Procurement and Partners' }],
    issued: { 'date-parts': [[2025, 9, 3]] },
    publisher: 'Department of Homeland Security',
    'publisher-place': 'Washington, D.C.',
    URL: 'https://example.org/a_b?c=d&e=%20f#g',
    DOI: '10.1000/a_b',
  },
  {
    id: 'article',
    type: 'article-journal',
    title: 'An article',
    author: [{ family: 'Berg', given: 'A.' }],
    'container-title': 'The Journal',
    volume: '12',
    issue: '3',
    page: '45–67',
    issued: { 'date-parts': [[2024, 11]] },
  },
  { id: 'page', type: 'webpage', title: 'A page', URL: 'https://example.org/', accessed: { 'date-parts': [[2026, 1, 2]] } },
]
const read = readCslJson(JSON.stringify(ITEMS), 'sources.json')
const { added } = planImport(read.ok ? read.value : [], [], { id: anAnalysis().id, numbersCited: [] }, { newId })
const sources = added.map(({ source }) => source)

const without = (item: Readonly<Record<string, unknown>>, ...members: readonly string[]) =>
  Object.fromEntries(Object.entries(item).filter(([member]) => !members.includes(member)))

it('sources.bib is read by another program with all that it says', () => {
  // BibLaTeX braces the name of an office, and has no member that says it is one.
  const expected = ITEMS.map((item) => ({
    ...item,
    ...(item.author === undefined ? {} : { author: item.author.map((name) => ('literal' in name ? { family: name.literal } : name)) }),
    ...(item.page === undefined ? {} : { page: '45-67' }),
  }))
  expect(readBiblatexElsewhere(bibtexOf(sources)).map((item) => without(item, 'citation-key'))).toEqual(expected)
})
it('sources.ris is read by another program with all that it says', () => {
  // When a page was looked at, Y2, is what Citation.js does not read of a page.
  expect(readRisElsewhere(risOf(sources))).toEqual(
    ITEMS.map((item) => ({ ...without(item, 'accessed', 'page'), ...(item.page === undefined ? {} : { page: '45-67' }) })),
  )
})
