import 'fake-indexeddb/auto'
import type { Page } from '@shared/documents/page'
import { recognitionId } from '@shared/documents/recognition'
import { ok, trouble } from '@shared/errors/outcome'
import { put } from '@shared/storage/records'
import { aDocument, anAnnotation, aRecognition } from '@shared/testing/builders'
import { type PageIndex, pageIndex } from '@shared/units/pages'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPreference } from '../preferences/preferences'
import { type CommandBench, commandBench } from '../testing/command-bench'
import { createBackgroundTurns } from '../workbench/background-turns'
import { addRecognitions } from './commands/add-recognitions'
import { createRecognitionQueue } from './create-recognition-queue'
import type { Recogniser } from './recogniser'
import { type RecognisedPage, withoutDocument } from './recognition-job'
import { pageNotRecognised, recognitionCancelled } from './recognition-problems'

let bench: CommandBench
const document = aDocument({ name: 'scan.pdf', pageCount: 6, pagesWithText: 1, pagesImageOnly: 5 })
const pages = [1, 2, 3, 4, 5].map(pageIndex)

beforeEach(async () => {
  bench = commandBench(`recognition-${crypto.randomUUID()}`)
  await bench.have([put('documents', document)])
  await bench.db.files.put({ id: document.id, blob: new Blob(['%PDF']) })
  for (let index = 0; index < 6; index += 1) {
    const page: Page = {
      index: pageIndex(index),
      label: null,
      box: [0, 0, 612, 792],
      rotation: 0,
      userUnit: 1,
      content: index === 0 ? 'text' : 'image',
    }
    await bench.db.pages.put({ ...page, documentId: document.id })
    await bench.db.pageTexts.put({
      documentId: document.id,
      index: pageIndex(index),
      text: index === 0 ? 'A page with words.' : '',
      runs: [],
    })
  }
})
afterEach(() => bench.remove())

const recognised = (page: PageIndex): RecognisedPage => {
  const { id: _id, at: _at, ...rest } = aRecognition(document, { pageIndex: page })
  return rest
}

/** Recognises when the test lets it: what was asked for, in order, and a way to answer. */
function recogniserByHand(): {
  readonly recogniser: Recogniser
  readonly asked: number[]
  readonly bad: Set<number>
  hold(): void
  go(): void
} {
  const asked: number[] = []
  const bad = new Set<number>()
  let waiting: (() => void)[] = []
  let held = false
  return {
    asked,
    bad,
    hold: () => (held = true),
    go() {
      held = false
      for (const answer of waiting) answer()
      waiting = []
    },
    recogniser: {
      rest: () => undefined,
      recognise: (job, _progress, signal) =>
        new Promise((found) => {
          asked.push(job.page)
          const answer = (): void =>
            found(
              signal.aborted
                ? trouble(recognitionCancelled())
                : bad.has(job.page)
                  ? trouble(pageNotRecognised(job.name, job.page, 'no picture'))
                  : ok(recognised(job.page)),
            )
          signal.addEventListener('abort', answer)
          if (held && !signal.aborted) waiting.push(answer)
          else answer()
        }),
    },
  }
}

const queueWith = (recogniser: Recogniser, places = 1) =>
  createRecognitionQueue({
    db: bench.db,
    run: bench.run,
    documents: { passwordOf: () => null },
    turns: createBackgroundTurns(places),
    places,
    recogniser,
  })
const keptPages = async (): Promise<readonly number[]> =>
  (await bench.db.all('recognitions')).map((recognition) => recognition.pageIndex).toSorted((x, y) => x - y)

describe('the recognition queue', () => {
  test('recognises the pages that are pictures and keeps them a few at a time', async () => {
    const hand = recogniserByHand()
    const queue = queueWith(hand.recogniser)
    expect(await queue.want(document.id, 'needed')).toBe(5)
    await expect.poll(keptPages).toEqual([1, 2, 3, 4, 5])
    expect(hand.asked).toEqual([1, 2, 3, 4, 5])
    expect(await bench.summaries()).toEqual(['Recognised the text of 4 pages of “scan.pdf”', 'Recognised the text of page 6 of “scan.pdf”'])
    await expect.poll(() => queue.get().documents).toMatchObject([{ of: 5, done: 5, troubles: [] }])
    expect(await queue.want(document.id, 'needed')).toBe(0)
    expect(await readPreference(bench.db, 'recognitionTasks')).toEqual([])
  })
  test('takes the page being looked at next, then pages with marks', async () => {
    await bench.have([
      put(
        'annotations',
        anAnnotation(document, { kind: 'area', segments: [{ pageIndex: pageIndex(4), textOrigin: 'typed', extractor: null }] }),
      ),
    ])
    const hand = recogniserByHand()
    hand.hold()
    const queue = queueWith(hand.recogniser)
    await queue.want(document.id, 'needed')
    queue.lookAt({ documentId: document.id, page: pageIndex(3) })
    hand.go()
    await expect.poll(keptPages).toHaveLength(5)
    expect(hand.asked).toEqual([4, 3, 5, 1, 2])
  })
  test('waits while it is paused, and goes on where it was after a restart', async () => {
    const hand = recogniserByHand()
    hand.hold()
    const queue = queueWith(hand.recogniser)
    await queue.want(document.id, 'needed')
    queue.pause()
    hand.go()
    await expect.poll(keptPages).toEqual([1])
    await expect.poll(() => queue.get().underWay).toEqual([])
    expect(hand.asked).toEqual([1])
    expect([1, 2, 5].map((page) => queue.isWaiting({ documentId: document.id, page: pageIndex(page) }))).toEqual([false, true, true])
    queue.close()

    const later = recogniserByHand()
    const again = queueWith(later.recogniser)
    await again.start()
    expect(again.get()).toMatchObject({ paused: true, documents: [{ of: 4, done: 0 }] })
    again.resume()
    await expect.poll(keptPages).toHaveLength(5)
    expect(later.asked).toEqual([2, 3, 4, 5])
  })
  test('keeps what is wanted before any of it is recognised, for a window that ends at once', async () => {
    const hand = recogniserByHand()
    hand.hold()
    await queueWith(hand.recogniser).want(document.id, 'needed')
    expect(await readPreference(bench.db, 'recognitionTasks')).toMatchObject([{ documentId: document.id, pages: [1, 2, 3, 4, 5] }])

    // Nothing of the first window is told that it ends.
    const later = recogniserByHand()
    const again = queueWith(later.recogniser)
    await again.start()
    await expect.poll(keptPages).toEqual([1, 2, 3, 4, 5])
    expect(later.asked).toEqual([1, 2, 3, 4, 5])
  })
  test('ends the page under way when it is cancelled, and keeps what was recognised', async () => {
    const hand = recogniserByHand()
    hand.hold()
    const queue = queueWith(hand.recogniser)
    await queue.want(document.id, pages.slice(0, 2), { first: true })
    queue.cancel(document.id)
    await expect.poll(() => queue.get()).toMatchObject({ underWay: [], documents: [] })
    expect(await keptPages()).toEqual([])
    expect(await readPreference(bench.db, 'recognitionTasks')).toEqual([])
  })
  test('has as many pages under way as there are places, each once, and takes what is added meanwhile', async () => {
    const hand = recogniserByHand()
    hand.hold()
    const queue = queueWith(hand.recogniser, 2)
    await queue.want(document.id, pages.slice(0, 3))
    await expect.poll(() => queue.get().underWay).toMatchObject([{ page: 1 }, { page: 2 }])
    await queue.want(document.id, pages.slice(3))
    hand.go()
    await expect.poll(keptPages).toEqual([1, 2, 3, 4, 5])
    expect(hand.asked).toEqual([1, 2, 3, 4, 5])
    await expect.poll(() => queue.get()).toMatchObject({ underWay: [], documents: [{ of: 5, done: 5 }] })
  })
  test('begins the other places again when one was still at its last page', async () => {
    const hand = recogniserByHand()
    const queue = queueWith(hand.recogniser, 2)
    hand.hold()
    await queue.want(document.id, pages.slice(0, 1))
    await expect.poll(() => queue.get().underWay).toHaveLength(1)
    await queue.want(document.id, pages.slice(1))
    await expect.poll(() => queue.get().underWay).toHaveLength(2)
    hand.go()
    await expect.poll(keptPages).toEqual([1, 2, 3, 4, 5])
  })
  test('says in words which page could not be recognised, and goes on', async () => {
    const hand = recogniserByHand()
    hand.bad.add(2)
    const queue = queueWith(hand.recogniser)
    await queue.want(document.id, 'needed')
    await expect.poll(keptPages).toEqual([1, 3, 4, 5])
    expect(queue.get().documents[0]?.troubles.map(({ what }) => what)).toEqual([
      'The text of page 3 of “scan.pdf” could not be recognised (no picture).',
    ])
  })
})

describe('recognised text', () => {
  test('of a page is replaced when it is recognised again, and each step can be taken back', async () => {
    await bench.runBothWays(addRecognitions, { documentId: document.id, pages: [withoutDocument(recognised(pageIndex(1)))] })
    await bench.runBothWays(addRecognitions, {
      documentId: document.id,
      pages: [{ ...withoutDocument(recognised(pageIndex(1))), languages: 'eng+fra' }],
    })
    expect(await bench.db.all('recognitions')).toMatchObject([{ id: recognitionId(document.id, pageIndex(1)), languages: 'eng+fra' }])
  })
  test('is refused for a page that the document does not have', async () => {
    expect(await bench.refusal(addRecognitions, { documentId: document.id, pages: [withoutDocument(recognised(pageIndex(9)))] })).toBe(
      'no-such-page',
    )
  })
})
