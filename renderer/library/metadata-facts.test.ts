import { expect, test } from 'vitest'
import { dateWords, metadataFacts } from './metadata-facts'

test.each([
  ["D:20200507092031-04'00'", '7 May 2020, 09:20 (UTC-04:00)'],
  ['D:20010402091812', '2 Apr 2001, 09:18'],
  ['D:2024', '2024'],
  ['D:20240229120000Z', '29 Feb 2024, 12:00 (UTC)'],
  ["D:20240229120000+05'30'", '29 Feb 2024, 12:00 (UTC+05:30)'],
  ['D:20241399', 'D:20241399'],
  ['last spring', 'last spring'],
])('the PDF date %s reads %s', (text, words) => {
  expect(dateWords(text)).toBe(words)
})

test('entries that are empty are left out, and entries of no known meaning keep their names', () => {
  expect(metadataFacts({ Zebra: 'x', Title: 'Report', Author: ' ' })).toEqual([
    ['Its title', 'Report'],
    ['Zebra', 'x'],
  ])
})
