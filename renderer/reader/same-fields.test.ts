import { expect, test } from 'vitest'
import { sameFields } from './same-fields'

test('an object whose fields are the same as before is the object of before', () => {
  const same = sameFields<{ page: number; marks: readonly string[] }>()
  const marks = ['a']
  const first = same({ page: 1, marks })
  expect(same({ page: 1, marks })).toBe(first)
})

test('an object is a new one when one of its fields changed, and stays it', () => {
  const same = sameFields<{ page: number; marks: readonly string[] | undefined }>()
  const first = same({ page: 1, marks: undefined })
  const second = same({ page: 1, marks: [] })
  expect(second).not.toBe(first)
  expect(same(second)).toBe(second)
  expect(same({ page: 2, marks: second.marks }).page).toBe(2)
})
