import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from './read-table'
import { cellText, withoutEmptyEnd } from './table'
import { writeXlsx } from './write-xlsx'

async function readBack(rows: readonly (readonly string[])[]) {
  const written = writeXlsx('Evidence', rows)
  if (!written.ok) throw new Error(written.problem.what)
  const read = await readTable(written.value, 'xlsx', 'evidence.xlsx')
  if (!read.ok) throw new Error(read.problem.what)
  return read.value.sheets
}

test('what looks like a formula, a date, a number or an escape is written and read as words', async () => {
  const words = [
    '=HYPERLINK("http://a.example","x")',
    '+1',
    '-2',
    '@SUM(A1)',
    '2026-02-01',
    '007',
    '1e5',
    '_x000D_',
    'a\nb',
    ' b ',
    '<&">',
    '\u0007',
    '😀',
  ]
  const [sheet] = await readBack([['heading'], words])
  expect(sheet?.name).toBe('Evidence')
  expect(sheet?.rows[1]).toEqual({ number: 2, cells: words, formulas: [] })
})

test('any words come back as a table keeps them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        const kept = rows
          .map((cells, at) => ({ number: at + 1, cells: withoutEmptyEnd(cells.map(cellText)), formulas: [] }))
          .filter(({ cells }) => cells.length > 0)
        expect((await readBack(rows))[0]?.rows).toEqual(kept)
      },
    ),
    { numRuns: 60 },
  )
})

test('the same rows make the same bytes, and what no workbook holds is refused with a way out', () => {
  expect(writeXlsx('a', [['x']])).toEqual(writeXlsx('a', [['x']]))
  expect(writeXlsx('a', [['x'], ['y'.repeat(40_000)]])).toMatchObject({
    ok: false,
    problem: { kind: 'xlsx-cell-long', what: expect.stringContaining('row 2') },
  })
})
