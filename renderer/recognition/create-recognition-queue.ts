import type { DocumentId } from '@shared/documents/document'
import type { PageIndex } from '@shared/units/pages'
import type { OpenDocuments } from '../pdf/open-documents'
import { readPreference, writePreference } from '../preferences/preferences'
import type { Database } from '../storage/database'
import { watchedValue } from '../storage/watched-value'
import type { BackgroundTurns } from '../workbench/background-turns'
import type { Workbench } from '../workbench/workbench'
import { addRecognitions } from './commands/add-recognitions'
import { pagesToRecognise } from './pages-to-recognise'
import type { Recogniser } from './recogniser'
import { createRecogniserPool } from './recogniser-pool'
import { recogniseStored } from './recognise-stored'
import { type RecognisedPage, withoutDocument } from './recognition-job'
import { nextPage, type PagePlace } from './recognition-order'
import type { PageUnderWay, RecognitionQueue, RecognitionState } from './recognition-queue'
import { createRecognitionTasks, type DocumentTask } from './recognition-tasks'

/** Pages kept by one command: few enough that little is lost when the machine stops, enough that the journal is not flushed for each. */
const BATCH = 4
/** Least time between two tellings of progress, ms. */
const TELL_EVERY = 250

export type RecognitionParts = {
  readonly db: Database
  readonly run: Workbench['run']
  readonly documents: Pick<OpenDocuments, 'passwordOf'>
  readonly turns: BackgroundTurns
  /** Pages at a time. */
  readonly places: number
  /** As many workers as places when left out. */
  readonly recogniser?: Recogniser
}

/** A page under way: `hurry` says that somebody waits for it, `own` that it is not wanted any more. */
type Running = PagePlace & { share: number; readonly own: AbortController; readonly hurry: AbortController }

/** Recognises page after page on its workers, the most wanted first, and keeps what is left over a restart. */
export function createRecognitionQueue({
  db,
  run,
  documents,
  turns,
  places,
  recogniser = createRecogniserPool(places),
}: RecognitionParts): RecognitionQueue {
  const state = watchedValue<RecognitionState>({ paused: false, underWay: [], documents: [] })
  const parts = { db, documents, recogniser }
  const tasks = createRecognitionTasks(db)
  let looking: PagePlace | null = null
  let paused = false
  let closed = false
  let running: readonly Running[] = []
  let told = 0
  /** Recognised and not kept yet, by document. */
  const batches = new Map<DocumentId, RecognisedPage[]>()

  const tell = (): void => {
    told = performance.now()
    const underWay = running.map(({ documentId, page, share }): PageUnderWay => ({ documentId, page, share }))
    state.set({
      paused,
      underWay,
      documents: tasks.all().map(({ documentId, name, of, done, troubles }) => ({ documentId, name, of, done, troubles })),
    })
  }

  /** Keeps the pages that were recognised; by the workbench, so that Undo does not take away what the machine read. */
  const flush = async (documentId: DocumentId): Promise<void> => {
    const pages = batches.get(documentId) ?? []
    batches.delete(documentId)
    const task = tasks.of(documentId)
    if (pages.length === 0) return
    const kept = await run(addRecognitions, { documentId, pages: pages.map(withoutDocument) }, { by: 'workbench' })
    if (task !== undefined && kept.ok) task.done += pages.length
    if (task !== undefined && !kept.ok) {
      // What can't be kept is not recognised on and on: the rest waits until the researcher has seen why.
      task.troubles = [...task.troubles, kept.problem]
      task.left.unshift(...pages.map(({ pageIndex }) => pageIndex))
      paused = true
    }
    await tasks.keep()
    tell()
  }

  const recogniseNext = async ({ documentId, page }: PagePlace, task: DocumentTask): Promise<void> => {
    const one: Running = { documentId, page, share: 0, own: new AbortController(), hurry: new AbortController() }
    if (task.asked.has(page)) one.hurry.abort()
    running = [...running, one]
    tell()
    const progress = (share: number): void => {
      one.share = share
      if (performance.now() - told > TELL_EVERY) tell()
    }
    // A page that is cancelled waits for no turn either.
    const result = await turns.take(
      () => recogniseStored(parts, { documentId, page, languages: task.languages }, progress, one.own.signal),
      AbortSignal.any([one.own.signal, one.hurry.signal]),
    )
    running = running.filter((other) => other !== one)
    // A cancelled page stays where the cancelling put it.
    if (one.own.signal.aborted) return
    const at = task.left.indexOf(page)
    if (at >= 0) task.left.splice(at, 1)
    const wasAsked = task.asked.delete(page)
    const batch = batches.get(documentId) ?? []
    if (result.ok) batches.set(documentId, [...batch, result.value])
    else task.troubles = [...task.troubles, result.problem]
    const isLookedAt = looking?.documentId === documentId && looking.page === page
    if (batch.length + 1 >= BATCH || wasAsked || isLookedAt || task.left.length === 0) await flush(documentId)
    tell()
  }

  const upNext = (): PagePlace | null => {
    if (paused || closed) return null
    const isRunning = (documentId: DocumentId, page: PageIndex): boolean =>
      running.some((one) => one.documentId === documentId && one.page === page)
    return nextPage(
      tasks.all().map((task) => ({ ...task, left: task.left.filter((page) => !isRunning(task.documentId, page)) })),
      looking,
    )
  }
  let working = 0
  const work = async (): Promise<void> => {
    for (let next = upNext(); next !== null; next = upNext()) {
      const { documentId } = next
      const task = tasks.of(documentId)
      if (task === undefined) break
      await recogniseNext(next, task)
    }
    working -= 1
    if (working > 0 || closed) return
    for (const documentId of batches.keys()) await flush(documentId)
    // What was wanted while the last pages were being kept is gone on with already.
    if (working === 0) recogniser.rest()
    if (!closed) tell()
  }
  /** Begins as many pages as there are places for. */
  const goOn = (): void => {
    while (working < places && upNext() !== null) {
      working += 1
      void work()
    }
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    async start() {
      paused = await readPreference(db, 'recognitionPaused')
      await tasks.restore()
      tell()
      goOn()
    },
    async want(documentId, pages, { languages, first = false } = {}) {
      const wanted = pages === 'needed' ? await pagesToRecognise(db, documentId) : pages
      if (wanted.length === 0) return 0
      const queued = await tasks.add(documentId, wanted, languages ?? (await readPreference(db, 'recognitionLanguages')), first)
      if (first) for (const { hurry } of running) hurry.abort()
      // Whoever asks for a page wants it now, also when the rest is to wait.
      if (first && paused) {
        paused = false
        await writePreference(db, 'recognitionPaused', false)
      }
      await tasks.keep()
      tell()
      goOn()
      return queued
    },
    isWaiting: ({ documentId, page }) => tasks.of(documentId)?.left.includes(page) === true,
    lookAt(place) {
      looking = place
    },
    pause() {
      paused = true
      void writePreference(db, 'recognitionPaused', true)
      tell()
    },
    resume() {
      paused = false
      void writePreference(db, 'recognitionPaused', false)
      tell()
      goOn()
    },
    cancel(documentId) {
      tasks.remove(documentId)
      for (const one of running) if (documentId === null || one.documentId === documentId) one.own.abort()
      void tasks.keep()
      tell()
    },
    hurry(documentId) {
      tasks.bringForward(documentId)
      void tasks.keep()
      tell()
    },
    clear() {
      tasks.clearDone()
      tell()
    },
    recogniseOnce: ({ documentId, page }, languages, signal) =>
      turns.take(() => recogniseStored(parts, { documentId, page, languages }, () => undefined, signal), signal),
    close() {
      closed = true
      for (const { own } of running) own.abort()
      recogniser.rest()
    },
  }
}
