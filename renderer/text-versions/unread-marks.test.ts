import { aDocument, anAnnotation } from '@shared/testing/builders'
import { expect, test } from 'vitest'
import type { TextDifference } from './read-differences'
import { unreadMarks } from './unread-marks'

const TEXT = 'the Offlce said so, and nobody else'
const document = aDocument()
const markOf = (quote: string) => ({
  annotation: anAnnotation(document, {
    segments: [{ quote, ranges: [{ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length }] }],
  }),
})
const difference: TextDifference = {
  index: 0,
  key: 'k',
  range: { start: 4, end: 10 },
  words: 1,
  later: 'Office',
  standing: { kind: 'open' },
}

test('a mark whose words the version of now reads otherwise is named, and others are not', () => {
  const marks = [markOf('the Offlce said'), markOf('said so'), markOf('nobody else')]
  expect(unreadMarks(marks, 0, TEXT, [difference])).toEqual([marks[0]])
  expect(unreadMarks(marks, 1, TEXT, [difference])).toEqual([])
  expect(unreadMarks(marks, 0, TEXT, [{ ...difference, later: 'Offlce' }])).toEqual([])
})
