import { expect, test } from 'vitest'
import { sortsOf } from './balance'

test('records are counted by their sort, in words', () => {
  const tables = ['analyses', 'claims', 'claims', 'parityMatrices', 'parityMatrices', 'textChoices', 'textChoices', 'textChoices'] as const
  expect(sortsOf(tables.map((table) => ({ table })))).toBe('1 analysis, 2 claims, 2 parity matrices, 3 choices of text')
})
