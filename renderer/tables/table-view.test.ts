import { resting } from '@shared/units/resting'
import { describe, expect, test } from 'vitest'
import { arrangeRows, findCells, firstWidths, NO_FILTER, placeAfter, valuesOf } from './table-view'

const headings = ['agency', 'count']
const rows = [['DHS', '10'], ['DOJ', '9'], ['DHS', ''], ['GSA']]

describe('the rows of a table', () => {
  test('are narrowed by words and by values, and sorted as people count', async () => {
    expect(await arrangeRows(rows, NO_FILTER, null, resting())).toEqual([0, 1, 2, 3])
    expect(await arrangeRows(rows, { words: 'dhs 1', values: new Map() }, null, resting())).toEqual([0])
    expect(
      await arrangeRows(
        rows,
        {
          words: '',
          values: new Map([
            [0, 'DHS'],
            [1, ''],
          ]),
        },
        null,
        resting(),
      ),
    ).toEqual([2])
    expect(await arrangeRows(rows, NO_FILTER, { column: 1, down: false }, resting())).toEqual([1, 0, 2, 3])
    expect(await arrangeRows(rows, NO_FILTER, { column: 1, down: true }, resting())).toEqual([0, 1, 2, 3])
  })
  test('are searched in the order in which they are shown, headings first', async () => {
    expect(await findCells({ headings, rows }, [3, 1, 0], 'd', resting())).toEqual([
      { row: 1, column: 0 },
      { row: 0, column: 0 },
    ])
    expect(await findCells({ headings, rows }, [0], 'AGENCY', resting())).toEqual([{ row: -1, column: 0 }])
  })
  test('give the values of a column, the most frequent first behind those that are wanted first, and no more than are asked for', () => {
    expect(valuesOf(rows, 0, 10, [])).toEqual([
      ['DHS', 2],
      ['DOJ', 1],
      ['GSA', 1],
    ])
    expect(valuesOf(rows, 0, 2, [])).toEqual([
      ['DHS', 2],
      ['DOJ', 1],
    ])
    expect(valuesOf(rows, 0, 2, ['GSA', 'none', 'GSA'])).toEqual([
      ['GSA', 1],
      ['DHS', 2],
    ])
    expect(valuesOf([['b'], ['c'], ['a'], ['c']], 0, 2, [])).toEqual([
      ['c', 2],
      ['a', 1],
    ])
    expect(valuesOf(rows, 0, 1, ['GSA', 'DOJ'])).toEqual([
      ['GSA', 1],
      ['DOJ', 1],
    ])
  })
  test('give every column a width', () => expect(firstWidths({ headings, rows: [['x'.repeat(500), 'y']] })).toEqual([300, 104]))
})

describe('keys in a table', () => {
  const order = [2, 0, 1]
  const press = (key: string, row: number, column: number | null, control = false) => placeAfter(key, control, { row, column }, order, 2, 2)
  test('walk through the rows as they are shown, up to the headings', () => {
    expect(press('ArrowDown', 2, 1)).toEqual({ row: 0, column: 1 })
    expect(press('ArrowDown', 1, 1)).toEqual({ row: 1, column: 1 })
    expect(press('ArrowUp', 2, 1)).toEqual({ row: -1, column: 1 })
    expect(press('ArrowUp', -1, 1)).toEqual({ row: -1, column: 1 })
    expect(press('PageDown', 2, 0)).toEqual({ row: 1, column: 0 })
    expect(press('End', 2, 0, true)).toEqual({ row: 1, column: 0 })
    expect(press('Home', 1, 1, true)).toEqual({ row: 2, column: 1 })
  })
  test('walk along a row, and to the row itself', () => {
    expect(press('ArrowLeft', 0, 0)).toEqual({ row: 0, column: null })
    expect(press('ArrowRight', 0, null)).toEqual({ row: 0, column: 0 })
    expect(press('ArrowRight', 0, 1)).toEqual({ row: 0, column: 1 })
    expect(press('End', 0, 0)).toEqual({ row: 0, column: 1 })
    expect(press('x', 0, 0)).toBeNull()
  })
})
