import { findIdentifiers } from '@shared/identifiers/find-identifiers'
import { aDocument } from '@shared/testing/builders'
import { pageIndex } from '@shared/units/pages'
import { expect, test } from 'vitest'
import { filtered, grouped, identifiersCsv, keyOf } from './grouped'

const [one, two] = [aDocument({ name: 'a.pdf' }), aDocument({ name: 'b, c.pdf' })]
const rows = [
  ...findIdentifiers('HSCETC-15-C-00001 and $500').map((found) => ({ ...found, index: pageIndex(0), documentId: one.id })),
  ...findIdentifiers('HSCETC15C00001').map((found) => ({ ...found, index: pageIndex(2), documentId: two.id })),
]
const reading = {
  id: 'decision_a' as never,
  documentId: one.id,
  pageIndex: null,
  kind: 'identifier',
  key: 'legacy:HSCETC15C00001',
  verdict: 'read-as',
  note: 'the Palantir contract',
  author: 'A',
  at: '2026-01-01T00:00:00.000Z' as never,
} as const

test('the same number in two spellings is one, with every place and what the researcher says of it', () => {
  const [first, ...others] = grouped(rows, [reading])
  expect(first).toMatchObject({ kind: 'legacy', documents: [one.id, two.id], reading: { note: 'the Palantir contract' } })
  expect(first?.places.map((place) => place.printed)).toEqual(['HSCETC-15-C-00001', 'HSCETC15C00001'])
  expect(others.map(keyOf)).toEqual(['amount:500'])
})
test('it is found by its kind, as printed, and by how it is read', () => {
  const all = grouped(rows, [reading])
  expect(filtered(all, 'amount', '')).toHaveLength(1)
  expect(filtered(all, null, 'palantir')).toHaveLength(1)
  expect(filtered(all, 'amount', 'palantir')).toHaveLength(0)
})
test('the table has a line for each place, with the file page', () =>
  expect(
    identifiersCsv(filtered(grouped(rows, [reading]), 'legacy', ''), (id) => (id === one.id ? one.name : two.name)).split('\r\n'),
  ).toEqual([
    'kind,printed,parse,why_not,read_as,document,document_sha256,page',
    `"Contract number, old style",HSCETC-15-C-00001,"DHS office HSCETC, fiscal year 2015, C, serial 00001",,the Palantir contract,a.pdf,${one.id},1`,
    `"Contract number, old style",HSCETC15C00001,"DHS office HSCETC, fiscal year 2015, C, serial 00001",,the Palantir contract,"b, c.pdf",${two.id},3`,
  ]))
