import { type DocumentId, isTable } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import type { ImportQueue } from '../import/import-queue'
import { documentsDone, isDone } from '../storage/document-steps'
import { watchedValue } from '../storage/watched-value'
import type { BackgroundTurns } from '../workbench/background-turns'
import type { Watched } from '../workbench/workbench'
import { examineDocument, examineOne, type ExaminationStores } from './examine-document'
import { createExaminer, type Examiner } from './examiner'
import { EXAMINED, findingsOf } from './page-findings'

/** What is being looked at: pages of one document, and how many documents wait after it. */
export type ExaminationProgress = { readonly documentId: DocumentId; readonly done: number; readonly of: number; readonly waiting: number }

/** Looks at documents for redactions, and for words that were left under them, beside whatever else is done. */
export type Examination = {
  /** Null while nothing is to be looked at. */
  readonly progress: Watched<ExaminationProgress | null>
  /** Resolves when a document was examined, at once if it was before; false where it can't be now. It is looked at before others. */
  whenExamined(documentId: DocumentId): Promise<boolean>
  /** Looks at one page at once, before its text is shown or quoted. */
  examinePage(documentId: DocumentId, index: number): Promise<void>
  /** Looks at some pages at once and asks for no others, before their text is searched or quoted. */
  examinePages(documentId: DocumentId, indexes: Iterable<number>): Promise<void>
  close(): void
}

/** How often it is asked whether an import is over, ms: until then nothing is looked at that nobody waits for. */
const ASK_AGAIN = 400

/**
 * Examines each document once after it came into the library, one after the other. An interrupted run is taken up at the next start.
 * @param stores `onlyAsked`: nothing is looked at that nobody asks for
 * @param examiner starts what looks at pages
 */
export function createExamination(
  stores: ExaminationStores & {
    readonly imports: Pick<ImportQueue, 'items'>
    readonly turns: BackgroundTurns
    readonly onlyAsked?: boolean
  },
  examiner: () => Examiner = () => createExaminer({ database: stores.db.name, derived: stores.derived.name }),
): Examination {
  const { db, derived, imports, turns } = stores
  // A page that somebody waits for does not wait for the one that is being looked at.
  const [inOrder, atOnce] = [examiner(), examiner()]
  const progress = watchedValue<ExaminationProgress | null>(null)
  const waiting: DocumentId[] = []
  const asked = new Map<DocumentId, Promise<boolean>>()
  const ends = new Map<DocumentId, (done: boolean) => void>()
  /** Documents that somebody waits for: these do not wait for an import to end, and others make room for them at the next page. */
  const wanted = new Set<DocumentId>()
  const makesRoom = (documentId: DocumentId): boolean => !wanted.has(documentId) && waiting.some((id) => wanted.has(id))
  let working = false
  /** Somebody has come to wait: what is to be looked at now waits for no turn, so that the next that is wanted can come. */
  let hurry = new AbortController()
  const over = new AbortController()

  const importing = (): boolean => imports.items.get().some((item) => item.result === null)
  const goOn = async (documentId: DocumentId): Promise<boolean> => {
    while (!over.signal.aborted && importing() && !wanted.has(documentId) && !makesRoom(documentId))
      await new Promise((go) => setTimeout(go, ASK_AGAIN))
    return !over.signal.aborted && !makesRoom(documentId)
  }

  const work = async (): Promise<void> => {
    if (working) return
    working = true
    while (!over.signal.aborted) {
      const next = waiting.findIndex((id) => wanted.has(id))
      const [documentId] = waiting.splice(Math.max(0, next), 1)
      if (documentId === undefined) break
      hurry = new AbortController()
      if (wanted.has(documentId)) hurry.abort()
      const tell = (done: number, of: number): void => progress.set({ documentId, done, of, waiting: waiting.length })
      const done =
        (await goOn(documentId)) &&
        (await turns.take(
          () =>
            examineDocument(stores, inOrder, documentId, {
              progress: tell,
              goOn: () => goOn(documentId),
              asked: () => makesRoom(documentId),
            }),
          hurry.signal,
        ))
      if (!done && makesRoom(documentId)) {
        // What was seen of it is kept; it goes on where it stood.
        waiting.unshift(documentId)
        continue
      }
      ends.get(documentId)?.(done)
      ends.delete(documentId)
      asked.delete(documentId)
      wanted.delete(documentId)
    }
    progress.set(null)
    working = false
  }

  const ask = (documentId: DocumentId): Promise<boolean> => {
    const known = asked.get(documentId)
    if (known !== undefined) return known
    const ended = new Promise<boolean>((end) => ends.set(documentId, end))
    asked.set(documentId, ended)
    waiting.push(documentId)
    void work()
    return ended
  }

  const watching =
    stores.onlyAsked === true
      ? null
      : liveQuery(() => db.rows('documents').toCollection().primaryKeys()).subscribe((keys) => {
          void documentsDone(derived, EXAMINED).then((done) => {
            for (const id of keys as DocumentId[]) if (!over.signal.aborted && !done.has(id)) void ask(id)
          })
        })

  return {
    progress,
    async whenExamined(documentId) {
      if (await isDone(derived, documentId, EXAMINED)) return true
      const document = await db.get('documents', documentId)
      if (document?.status !== 'ready') return false
      wanted.add(documentId)
      const examined = ask(documentId)
      hurry.abort()
      return examined
    },
    async examinePage(documentId, index) {
      if (await isDone(derived, documentId, EXAMINED)) return
      void ask(documentId)
      await examineOne(stores, atOnce, documentId, index)
    },
    async examinePages(documentId, indexes) {
      if (await isDone(derived, documentId, EXAMINED)) return
      const document = await db.get('documents', documentId)
      if (document?.status !== 'ready' || isTable(document)) return
      for (const index of new Set(indexes)) {
        if (index >= document.pageCount || (await findingsOf(derived).get([documentId, index]))?.form === EXAMINED.form) continue
        await examineOne(stores, atOnce, documentId, index)
      }
    },
    close() {
      over.abort()
      hurry.abort()
      watching?.unsubscribe()
      inOrder.end()
      atOnce.end()
    },
  }
}
