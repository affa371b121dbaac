import { expect, test } from 'vitest'
import { unlikePart } from './unlike-part'

test('words are parted where they differ from others', () => {
  expect(unlikePart('Offlce', 'Office')).toEqual(['Off', 'l', 'ce'])
  expect(unlikePart('Office', 'Offlce')).toEqual(['Off', 'i', 'ce'])
  expect(unlikePart('one two', 'one')).toEqual(['one', ' two', ''])
  expect(unlikePart('aa', 'aaa')).toEqual(['aa', '', ''])
  expect(unlikePart('(nothing)', '')).toEqual(['', '(nothing)', ''])
})

test('a letter and its accent are one sign', () => {
  expect(unlikePart('cafe\u0301s', 'cafes')).toEqual(['caf', 'e\u0301', 's'])
})
