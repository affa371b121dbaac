import { put } from '@shared/storage/records'
import { aDocument } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CommandBench, commandBench } from '../../testing/command-bench'
import { chooseText } from './choose-text'
import { correctText } from './correct-text'
import { removeCorrection } from './remove-correction'

const document = aDocument({ pageCount: 9 })
let bench: CommandBench
beforeEach(async () => {
  bench = commandBench('text-quality-commands')
  await bench.have([put('documents', document)])
})
afterEach(() => bench.remove())

const choice = (from: number, to: number, use: 'embedded' | 'ocr') => ({
  id: newId('textchoice'),
  documentId: document.id,
  from: pageIndex(from),
  to: pageIndex(to),
  use,
})
const correction = (start: number, was: string, becomes: string) => ({
  id: newId('correction'),
  documentId: document.id,
  pageIndex: pageIndex(2),
  origin: 'embedded' as const,
  range: { start, end: start + was.length },
  was,
  becomes,
})

test('the text of some pages is chosen, and a choice that a later one covers is dropped', async () => {
  await bench.runBothWays(chooseText, choice(2, 2, 'ocr'))
  await bench.runBothWays(chooseText, choice(0, 8, 'embedded'))
  expect((await bench.db.all('textChoices')).map(({ from, to, use }) => [from, to, use])).toEqual([[0, 8, 'embedded']])
  expect(await bench.summaries()).toContain('Chose recognised text for page 3')
})

test('pages that the document does not have cannot be chosen', async () => {
  expect(await bench.refusal(chooseText, choice(3, 9, 'ocr'))).toBe('no-such-pages')
  expect(await bench.refusal(chooseText, choice(3, 2, 'ocr'))).toBe('no-such-pages')
})

test('words are corrected, corrected again, and left as they were', async () => {
  await bench.runBothWays(correctText, correction(4, 'Offlce', 'Office'))
  const again = correction(6, 'flce of', 'fice of')
  await bench.runBothWays(correctText, again)
  expect((await bench.db.all('textCorrections')).map(({ becomes }) => becomes)).toEqual(['fice of'])
  await bench.runBothWays(removeCorrection, { id: again.id })
  expect(await bench.db.all('textCorrections')).toEqual([])
})

test('a correction that changes nothing is refused', async () => {
  expect(await bench.refusal(correctText, correction(4, 'Office', 'Office'))).toBe('no-correction')
})
