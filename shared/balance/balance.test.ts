import { expect, test } from 'vitest'
import { balanceCsv, balanceWords } from './balance'

const balance = {
  thing: 'row',
  parts: [
    { title: 'Linked', lines: [{ where: 'row 2', words: 'C01: “=1, and more”' }] },
    { title: 'Refused', lines: [] },
  ],
}

test('what came in is what its parts add up to', () => expect(balanceWords(balance)).toBe('1 row in = 1 linked + 0 refused.'))
test('it is saved line by line, nothing altered', () =>
  expect(balanceCsv(balance)).toBe('outcome,where,what\r\nlinked,row 2,"C01: “=1, and more”"\r\n'))
