import { problem } from '@shared/errors/outcome'
import { sha256OfText } from '@shared/units/hashes'
import { expect, test } from 'vitest'
import type { ImportItem, ImportResult } from '../import/import-queue'
import { balanceOf, wordsOf } from './balance-sheet'

const itemOf = (result: ImportResult | null, changes: Partial<ImportItem> = {}): ImportItem => ({
  id: 'i',
  name: 'a.pdf',
  bytes: 10,
  step: result === null ? 'waiting' : 'done',
  media: 'pdf',
  pages: null,
  result,
  ...changes,
})
const documentId = sha256OfText('a')
const broken = problem('pdf-broken', '“a.pdf” can’t be read.', 'Ask for another copy.')

test('every file of an import stands in exactly one line of the sheet', () => {
  const { in: all, ...lines } = balanceOf([
    itemOf({ kind: 'added', documentId, pages: 3 }),
    itemOf({ kind: 'duplicate', documentId }),
    itemOf({ kind: 'kept', documentId, problem: broken }),
    itemOf({ kind: 'refused', problem: broken }),
    itemOf({ kind: 'cancelled' }),
    itemOf(null),
  ])
  expect(lines).toEqual({ underWay: 1, added: 1, duplicate: 1, kept: 1, refused: 1, cancelled: 1 })
  expect(Object.values(lines).reduce((sum, count) => sum + count, 0)).toBe(all)
})

test('a file whose text is being read says at which page it is', () => {
  expect(wordsOf(itemOf(null, { step: 'reading-text', pages: { done: 12, of: 40 } }))).toBe('reading text, page 12 of 40')
})

test('of a table rows are counted, not pages', () => {
  expect(wordsOf(itemOf(null, { step: 'reading-text', media: 'csv', pages: { done: 0, of: 40 } }))).toBe('reading text, row 0 of 40')
  expect(wordsOf(itemOf({ kind: 'added', documentId, pages: 3601 }, { media: 'csv' }))).toBe('added: 3,601 rows')
})

test('a refused file says what happened and what to do', () => {
  expect(wordsOf(itemOf({ kind: 'refused', problem: broken }))).toBe('“a.pdf” can’t be read. Ask for another copy.')
})
