import 'fake-indexeddb/auto'
import type { PageText } from '@shared/documents/page'
import { ok, problem, trouble } from '@shared/errors/outcome'
import type { PaintedPage } from '@shared/redactions/painted-page'
import { put } from '@shared/storage/records'
import { aDocument } from '@shared/testing/builders'
import { pdfRect } from '@shared/units/geometry'
import { newId } from '@shared/units/ids'
import { pageIndex } from '@shared/units/pages'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PdfReader } from '../pdf/pdf-reader'
import { decideHeldWords } from '../redactions/commands/decide-held-words'
import { EXAMINED, findingsOf } from '../redactions/page-findings'
import { DerivedDatabase } from '../storage/derived-database'
import { isDone } from '../storage/document-steps'
import { type CommandBench, commandBench } from '../testing/command-bench'
import { correctText } from '../text-quality/commands/correct-text'
import { decideReadingAgain } from './commands/decide-reading-again'
import { keepEarlierWords } from './commands/keep-earlier-words'
import { readAnew } from './read-anew'
import { countsOf, isOpen, readDifferences, undecidedWords } from './read-differences'
import { readAgain, readingRows } from './reading-rows'

const EARLIER = { name: 'pdf.js', version: '5.6.205' }
const PRESENT = { name: 'pdf.js', version: '6.5.438' }
const document = { ...aDocument({ pageCount: 2 }), extractor: EARLIER }
let bench: CommandBench
let derived: DerivedDatabase

/** A line of 6 points a character from x = 72 at y = 700. */
const lineOf = (text: string): PageText => ({ text, runs: [[0, text.length, 72, 700, text.length * 6, 11, 0, 0]] })
const UNPAINTED: PaintedPage = { shapes: [], glyphs: [] }
/** What a page paints: its line, and a black box over one word of it. */
function painted(text: string, under: string): PaintedPage {
  const start = text.indexOf(under)
  const glyphs = [...text].map((unicode, at) => ({
    unicode,
    x: 75 + at * 6,
    y: 704,
    width: 6,
    height: 11,
    order: at,
    invisible: false,
    light: 0,
  }))
  return {
    glyphs,
    shapes: [
      { area: pdfRect(72 + start * 6, 695, 72 + (start + under.length) * 6, 712), order: 1000, light: 0, neutral: true, from: 'page' },
    ],
  }
}
/** Opens a document as the version of now reads it. @param paint null for a page whose drawing can't be followed */
function opening(texts: readonly string[], paint: (index: number) => PaintedPage | null = () => UNPAINTED) {
  const page = (index: number) => ({
    index: pageIndex(index),
    label: null,
    box: [0, 0, 612, 792] as const,
    rotation: 0 as const,
    userUnit: 1,
    content: 'text' as const,
  })
  const reader: Pick<PdfReader, 'pageCount' | 'extract' | 'painted' | 'close'> = {
    pageCount: texts.length,
    extract: async (index) => ({ page: page(index), text: lineOf(texts[index] ?? '') }),
    painted: async (index) => {
      const found = paint(index)
      if (found === null) throw new Error('this drawing can’t be followed')
      return found
    },
    close: async () => undefined,
  }
  return async () => ok(reader as unknown as PdfReader)
}
const stores = () => ({ db: bench.db, derived })
const readings = async () => readDifferences(stores(), document, PRESENT)
const readNow = async (texts: readonly string[], paint?: (index: number) => PaintedPage | null) =>
  readAnew(stores(), document, PRESENT, opening(texts, paint))
const storedTexts = (texts: readonly string[]) =>
  bench.db.pageTexts.bulkPut(texts.map((text, index) => ({ documentId: document.id, index: pageIndex(index), ...lineOf(text) })))

beforeEach(async () => {
  bench = commandBench(newId('test'))
  derived = new DerivedDatabase(newId('test'))
  await bench.have([put('documents', document)])
  await storedTexts(['the Offlce said so', 'nothing else'])
})
afterEach(async () => {
  derived.close()
  await Dexie.delete(derived.name)
  await bench.remove()
})

describe('a document whose text another version read', () => {
  test('has no differences where the version of now reads the same words, and its text stays', async () => {
    expect((await readNow(['the Offlce  said so', 'nothing\nelse'])).ok).toBe(true)
    expect(await readings()).toEqual({ differences: [], under: [] })
    expect(await isDone(derived, document.id, readAgain(PRESENT))).toBe(true)
    expect((await bench.db.pageTexts.get([document.id, 1]))?.text).toBe('nothing else')
  })
  test('has each difference with its place, and counts words and pages until the researcher has decided', async () => {
    await readNow(['the Office said so', 'nothing new'])
    const { differences } = await readings()
    expect(differences.map(({ index, range, later }) => [index, range, later])).toEqual([
      [0, { start: 4, end: 10 }, 'Office'],
      [1, { start: 8, end: 12 }, 'new'],
    ])
    expect(await undecidedWords(stores(), PRESENT)).toEqual(new Map([[document.id, 2]]))

    await bench.runBothWays(keepEarlierWords, {
      documentId: document.id,
      differences: differences.slice(1).map(({ index, key }) => ({ pageIndex: pageIndex(index), key })),
    })
    await bench.runBothWays(correctText, {
      id: newId('correction'),
      documentId: document.id,
      pageIndex: pageIndex(0),
      origin: 'embedded',
      range: { start: 4, end: 10 },
      was: 'Offlce',
      becomes: 'Office',
    })
    const decided = (await readings()).differences
    expect(decided.map(({ standing }) => standing.kind)).toEqual(['corrected', 'kept'])
    expect(countsOf(decided.filter(isOpen))).toEqual({ words: 0, pages: 0 })
    expect(await undecidedWords(stores(), PRESENT)).toEqual(new Map())
    expect(await bench.summaries()).toContain('Kept the words as first read at 1 place')

    const [kept] = await bench.db.all('proposalDecisions')
    expect(kept).toMatchObject({ kind: 'reading', verdict: 'dismissed', author: 'Researcher', key: '5.6.205>6.5.438:8-12' })
    await bench.runBothWays(decideReadingAgain, { id: kept?.id ?? newId('decision') })
    expect((await readings()).differences.map(({ standing }) => standing.kind)).toEqual(['corrected', 'open'])
    expect(await bench.refusal(decideReadingAgain, { id: newId('decision') })).toBe('decision-missing')
  })
  test('is compared again when the version of now is another', () => {
    expect(readAgain(PRESENT)).toEqual(readAgain({ ...PRESENT }))
    expect(readAgain(PRESENT).form).not.toBe(readAgain({ name: 'pdf.js', version: '6.5.439' }).form)
  })
  test('is not called compared where it can’t be opened now', async () => {
    expect(
      (
        await readAnew(stores(), document, PRESENT, async () =>
          trouble(problem('pdf-needs-password', 'It is locked.', 'Give the password.')),
        )
      ).ok,
    ).toBe(false)
    expect(await isDone(derived, document.id, readAgain(PRESENT))).toBe(false)
  })
  test('leaves nothing behind where it was removed meanwhile', async () => {
    await bench.db.rows('documents').clear()
    await readNow(['the Office said so', 'nothing else'])
    expect(await readingRows(derived).count()).toBe(0)
  })
  test('has none of its differences shown once its text was read anew by the version of now', async () => {
    await readNow(['the Office said so', 'nothing else'])
    expect((await readDifferences(stores(), { ...document, extractor: PRESENT }, PRESENT)).differences).toEqual([])
  })
})

describe('words under a redaction', () => {
  const [before, now] = ['call Jonn Smith today please', 'call John Smith today pleese']
  const box = (text: string) => (index: number) => (index === 0 ? painted(text, 'John Smith') : UNPAINTED)
  const key = '102,695,162,712'
  beforeEach(async () => {
    await storedTexts([before, 'nothing else'])
  })
  const held = () =>
    findingsOf(derived).put({
      documentId: document.id,
      index: 0,
      form: EXAMINED.form,
      failedToLook: false,
      boxes: [],
      failed: [{ key, kind: 'dark-box', area: pdfRect(102, 695, 162, 712), ranges: [{ start: 5, end: 15 }] }],
    })

  test('are never among the differences, whichever reading has them: they are only counted', async () => {
    await held()
    await readNow([now, 'nothing else'], box(now))
    expect(await readings()).toMatchObject({ differences: [{ later: 'pleese' }], under: [0] })
    expect(JSON.stringify(await readingRows(derived).toArray())).not.toMatch(/Jonn|John|Smith/)
  })
  test('are found anew in the new reading, where the earlier one had none of them', async () => {
    await storedTexts(['call today please', 'nothing else'])
    await readNow(['call John Smith today please', 'nothing else'], box('call John Smith today please'))
    expect(await readings()).toMatchObject({ differences: [], under: [0] })
    expect(JSON.stringify(await readingRows(derived).toArray())).not.toMatch(/John|Smith/)
  })
  test('are only counted on a page whose drawing can’t be followed', async () => {
    await readNow([now, 'nothing new'], (index) => (index === 0 ? null : UNPAINTED))
    expect(await readings()).toMatchObject({ differences: [{ index: 1, later: 'new' }], under: [0, 0] })
  })
  test('are shown where the researcher released them before, and no more once that is taken back', async () => {
    await held()
    const findings = [{ pageIndex: pageIndex(0), key }]
    await bench.run(decideHeldWords, { documentId: document.id, findings, verdict: 'released', reason: 'The editor agreed' })
    await readNow([now, 'nothing else'], box(now))
    expect((await readings()).differences.map(({ later }) => later)).toEqual(['John', 'pleese'])
    await bench.run(decideHeldWords, { documentId: document.id, findings, verdict: 'kept-back', reason: '' })
    expect(await readings()).toMatchObject({ differences: [{ later: 'pleese' }], under: [0] })
  })
})
