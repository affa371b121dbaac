import type { DocumentId } from '@shared/documents/document'
import { trouble } from '@shared/errors/outcome'
import { sha256OfText } from '@shared/units/hashes'
import { pageIndex } from '@shared/units/pages'
import { expect, test } from 'vitest'
import type { Recogniser } from './recogniser'
import { createRecogniserPool } from './recogniser-pool'
import type { RecognitionJob } from './recognition-job'
import { recognitionCancelled } from './recognition-problems'

const [one, other]: readonly [DocumentId, DocumentId] = [sha256OfText('one'), sha256OfText('other')]
const job = (documentId: DocumentId, page: number): RecognitionJob => ({
  documentId,
  name: 'scan.pdf',
  blob: new Blob([]),
  password: null,
  page: pageIndex(page),
  languages: [],
})

test('recognises as many pages at a time as there are places, and gives a worker the next pages of the document that it has open', async () => {
  const asked: string[] = []
  const answers: (() => void)[] = []
  let made = 0
  const create = (): Recogniser => {
    const name = ['first', 'second', 'third'][(made += 1) - 1] ?? ''
    return {
      recognise: ({ documentId, page }) =>
        new Promise(
          (found) => (
            asked.push(`${name}: ${documentId === one ? 'one' : 'other'} ${page}`),
            answers.push(() => found(trouble(recognitionCancelled())))
          ),
        ),
      rest: () => asked.push(`${name} rests`),
    }
  }
  const pool = createRecogniserPool(2, create)
  const settled = (): Promise<void> => new Promise((go) => setTimeout(go, 0))
  const [inTheFirst, inTheSecond, next, last] = [job(one, 1), job(other, 1), job(other, 2), job(one, 2)].map((asked) =>
    pool.recognise(asked, () => undefined, new AbortController().signal),
  )
  await settled()
  expect(asked).toEqual(['first: one 1', 'second: other 1'])
  answers[1]?.()
  await Promise.all([inTheSecond, settled()])
  answers[0]?.()
  await Promise.all([inTheFirst, settled()])
  expect(asked.slice(2)).toEqual(['second: other 2', 'first: one 2'])
  for (const answer of answers.slice(2)) answer()
  await Promise.all([next, last])
  pool.rest()
  expect(asked.slice(4)).toEqual(['first rests', 'second rests'])
})
