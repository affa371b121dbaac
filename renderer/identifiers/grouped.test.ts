import { findIdentifiers } from '@shared/identifiers/find-identifiers'
import { aDocument } from '@shared/testing/builders'
import { pageIndex } from '@shared/units/pages'
import { resting } from '@shared/units/resting'
import { expect, test } from 'vitest'
import { filtered, grouped, identifiersCsv, keyOf } from './grouped'

const [one, two] = [aDocument({ name: 'a.pdf' }), aDocument({ name: 'b, c.pdf' })]
const rows = [
  ...findIdentifiers('HSCETC-15-C-00001 and $500').map((found) => ({ ...found, index: pageIndex(0), documentId: one.id })),
  ...findIdentifiers('HSCETC15C00001').map((found) => ({ ...found, index: pageIndex(2), documentId: two.id })),
]
const here = (): boolean => true
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

test('the same number in two spellings is one, with every place and what the researcher says of it', async () => {
  const [first, ...others] = await grouped(rows, here, [reading], resting())
  expect(first).toMatchObject({ kind: 'legacy', documents: [one.id, two.id], reading: { note: 'the Palantir contract' } })
  expect(first?.places.map((place) => place.printed)).toEqual(['HSCETC-15-C-00001', 'HSCETC15C00001'])
  expect(others.map(keyOf)).toEqual(['amount:500'])
})
test('what stands in a document that is no longer in the library is left out', async () => {
  const groups = await grouped(rows, (id) => id === two.id, [], resting())
  expect(groups.map(({ key, documents }) => [key, documents])).toEqual([['legacy:HSCETC15C00001', [two.id]]])
})
test('it is found by its kind, as printed, and by how it is read', async () => {
  const all = await grouped(rows, here, [reading], resting())
  expect(filtered(all, 'amount', '')).toHaveLength(1)
  expect(filtered(all, null, 'palantir')).toHaveLength(1)
  expect(filtered(all, 'amount', 'palantir')).toHaveLength(0)
})
test('the table has a line for each place, with the file page', async () =>
  expect(
    identifiersCsv(filtered(await grouped(rows, here, [reading], resting()), 'legacy', ''), (id) =>
      id === one.id ? one.name : two.name,
    ).split('\r\n'),
  ).toEqual([
    'kind,printed,parse,why_not,read_as,document,document_sha256,page',
    `"Contract number, old style",HSCETC-15-C-00001,"DHS office HSCETC, fiscal year 2015, C, serial 00001",,the Palantir contract,a.pdf,${one.id},1`,
    `"Contract number, old style",HSCETC15C00001,"DHS office HSCETC, fiscal year 2015, C, serial 00001",,the Palantir contract,"b, c.pdf",${two.id},3`,
  ]))

test('tens of thousands are put together in turns, those that occur most first, and of equals in the order of their values', async () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    findIdentifiers(`$${100 + (at % 1100)}`).map((found) => ({ ...found, index: pageIndex(at), documentId: one.id })),
  ).flat()
  let rests = 0
  const rest = (): undefined => void (rests += 1)
  const groups = await grouped(many, here, [], rest)
  expect([groups[0], groups[1], groups.at(-1)].map((group) => [group?.value, group?.places.length])).toEqual([
    ['100', 3],
    ['101', 3],
    ['999', 2],
  ])
  expect(groups).toHaveLength(1100)
  expect(rests).toBeGreaterThan(10)
})
