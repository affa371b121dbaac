import { expect, test } from 'vitest'
import { readTable } from '../tables/read-table'
import { writeXlsx } from '../tables/write-xlsx'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '../testing/builders'
import { pageIndex } from '../units/pages'
import { evidenceOfTable } from './evidence-table'
import { EVIDENCE_TABLE_COLUMNS, evidenceTableCsv, evidenceTableRows } from './write-evidence-table'

const analysis = anAnalysis()
const [first, second] = [aClaim(analysis, { number: 'C02' }), aClaim(analysis, { number: 'C10' })]
const document = aDocument({ name: 'list.pdf' })
const formula = anAnnotation(document, { segments: [{ quote: '=1+1 of it', pageIndex: pageIndex(2) }] })
const twoPages = anAnnotation(document, {
  segments: [
    { quote: 'to the', pageIndex: pageIndex(0) },
    { quote: 'next, "page"', pageIndex: pageIndex(1) },
  ],
})
const box = anAnnotation(document, { kind: 'area', segments: [{ quote: '', ranges: [] }] })
const links = [aLink(second, formula, { relation: 'qualifies', note: 'two\nlines; and more' }), aLink(first, twoPages), aLink(first, box)]
const written = evidenceTableRows({ links, claims: [first, second], annotations: [formula, twoPages, box], documents: [document] })

async function readBack(bytes: Uint8Array, media: 'csv' | 'xlsx') {
  const table = await readTable(bytes, media, `evidence.${media}`)
  if (!table.ok) throw new Error(table.problem.what)
  const read = evidenceOfTable(`evidence.${media}`, table.value)
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}
const EXPECTED = [
  {
    row: 2,
    document: 'list.pdf',
    page: 1,
    quote: 'to the',
    claim: 'C02',
    relation: 'supports',
    note: '',
    sha256: document.id,
    passage: twoPages.id,
  },
  {
    row: 3,
    document: 'list.pdf',
    page: 2,
    quote: 'next, "page"',
    claim: 'C02',
    relation: 'supports',
    note: '',
    sha256: document.id,
    passage: twoPages.id,
  },
  {
    row: 4,
    document: 'list.pdf',
    page: 3,
    quote: '=1+1 of it',
    claim: 'C10',
    relation: 'qualifies',
    note: 'two\nlines; and more',
    sha256: document.id,
    passage: formula.id,
  },
]

test('evidence is written in the order of its claims, a row each segment, and what quotes nothing is counted', () => {
  expect(written.rows.map((row) => row[3])).toEqual(['C02', 'C02', 'C10'])
  expect(written.wordless).toBe(1)
})

test('what is written as CSV and as a workbook is read back the same', async () => {
  expect(await readBack(new TextEncoder().encode(evidenceTableCsv(written.rows)), 'csv')).toEqual({ rows: EXPECTED, refused: [] })
  const workbook = writeXlsx('Evidence', [EVIDENCE_TABLE_COLUMNS, ...written.rows])
  if (!workbook.ok) throw new Error(workbook.problem.what)
  expect(await readBack(workbook.value, 'xlsx')).toEqual({ rows: EXPECTED, refused: [] })
})
