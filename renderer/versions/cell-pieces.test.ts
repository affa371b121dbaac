import { expect, test } from 'vitest'
import { cellPieces } from './cell-pieces'

const changed = (start: number, end: number) => ({ kind: 'changed', at: 0, range: { start, end } }) as const

test('a cell is cut where a change begins and ends, and empty cells are passed over', () => {
  expect(cellPieces('ICE\t\tworth 500 a year', [changed(11, 14)])).toEqual([
    { letters: 'A', pieces: [{ text: 'ICE', change: null }] },
    {
      letters: 'C',
      pieces: [
        { text: 'worth ', change: null },
        { text: '500', change: changed(11, 14) },
        { text: ' a year', change: null },
      ],
    },
  ])
})

test('a change that runs over two cells is marked in both, and not between them', () => {
  const pieces = cellPieces('a b\tc d', [changed(2, 5)])
  expect(pieces.map((cell) => cell.pieces.map(({ text, change }) => (change === null ? text : `[${text}]`)).join(''))).toEqual([
    'a [b]',
    '[c] d',
  ])
})
