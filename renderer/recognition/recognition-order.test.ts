import type { DocumentId } from '@shared/documents/document'
import { pageIndex } from '@shared/units/pages'
import { expect, test } from 'vitest'
import { nextPage, type RecognitionTask } from './recognition-order'

const a = 'a'.repeat(64) as DocumentId
const b = 'b'.repeat(64) as DocumentId
const task = (documentId: DocumentId, left: readonly number[], over: Partial<RecognitionTask> = {}): RecognitionTask => ({
  documentId,
  left: left.map(pageIndex),
  asked: new Set(),
  marked: new Set(),
  ...over,
})
const place = (documentId: DocumentId, page: number) => ({ documentId, page: pageIndex(page) })

test('the page being looked at is recognised first', () => {
  expect(nextPage([task(a, [0, 1]), task(b, [3, 4], { asked: new Set([3]) })], place(b, 4))).toEqual(place(b, 4))
})
test('then pages that were asked for, then pages with marks', () => {
  const tasks = [task(a, [0, 1, 2], { marked: new Set([2]) }), task(b, [3, 4], { asked: new Set([4]) })]
  expect(nextPage(tasks, null)).toEqual(place(b, 4))
  expect(nextPage([task(a, [0, 1, 2], { marked: new Set([2]) }), task(b, [3])], null)).toEqual(place(a, 2))
})
test('then what follows in the document being looked at, then its beginning, then the documents in order', () => {
  expect(nextPage([task(a, [0]), task(b, [1, 5, 6])], place(b, 4))).toEqual(place(b, 5))
  expect(nextPage([task(a, [0]), task(b, [1])], place(b, 4))).toEqual(place(b, 1))
  expect(nextPage([task(a, [0, 1]), task(b, [1])], null)).toEqual(place(a, 0))
  expect(nextPage([task(a, []), task(b, [1])], place(a, 0))).toEqual(place(b, 1))
})
test('nothing is next when nothing is left', () => {
  expect(nextPage([task(a, [])], place(a, 0))).toBeNull()
})
