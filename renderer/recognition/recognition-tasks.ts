import type { DocumentId } from '@shared/documents/document'
import type { Problem } from '@shared/errors/outcome'
import { type PageIndex, pageIndex } from '@shared/units/pages'
import { readPreference, writePreference } from '../preferences/preferences'
import type { Database } from '../storage/database'
import type { RecognitionTask } from './recognition-order'

/** A document of which pages are to be recognised: `left` of them, `asked` for one by one, `of` so many that were queued. */
export type DocumentTask = RecognitionTask & {
  readonly name: string
  readonly languages: readonly string[]
  readonly left: PageIndex[]
  readonly asked: Set<number>
  of: number
  /** Pages that were recognised and are kept. */
  done: number
  troubles: readonly Problem[]
}

/** The documents in the queue, in the order in which they are worked on. */
export type RecognitionTasks = {
  all(): readonly DocumentTask[]
  of(documentId: DocumentId): DocumentTask | undefined
  /**
   * Puts pages of a document into the queue; with other languages than before, its pages are begun anew. Resolves with how many were not in it.
   * @param asked whether somebody asked for these very pages
   */
  add(documentId: DocumentId, pages: readonly PageIndex[], languages: readonly string[], asked: boolean): Promise<number>
  /** Takes up what was left when the window closed; documents that were removed since are left out. */
  restore(): Promise<void>
  /** Keeps what is left over a restart. */
  keep(): Promise<void>
  /** Takes a document out, or all of them. */
  remove(documentId: DocumentId | null): void
  /** Puts a document before the others. */
  bringForward(documentId: DocumentId): void
  /** Takes out the documents of which nothing is left. */
  clearDone(): void
}

/** An empty queue; `restore` takes up what an earlier run left. */
export function createRecognitionTasks(db: Database): RecognitionTasks {
  let tasks: readonly DocumentTask[] = []
  const of = (documentId: DocumentId): DocumentTask | undefined => tasks.find((task) => task.documentId === documentId)
  const add: RecognitionTasks['add'] = async (documentId, pages, languages, asked) => {
    const known = of(documentId)
    const wanted = pages.filter((page) => !(known?.left.includes(page) ?? false))
    if (asked) for (const page of pages) known?.asked.add(page)
    if (known !== undefined && languages.join() === known.languages.join()) {
      known.left.push(...wanted)
      known.left.sort((a, b) => a - b)
      known.of += wanted.length
      return wanted.length
    }
    const marks = await db.annotations.where('documentId').equals(documentId).toArray()
    const marked = new Set<number>(marks.flatMap((mark) => mark.segments.map((segment) => segment.pageIndex)))
    const name = (await db.get('documents', documentId))?.name ?? documentId
    tasks = [
      ...tasks.filter((task) => task !== known),
      {
        documentId,
        name,
        languages,
        left: [...pages],
        asked: new Set(asked ? pages : []),
        marked,
        of: pages.length,
        done: 0,
        troubles: [],
      },
    ]
    return wanted.length
  }
  return {
    all: () => tasks,
    of,
    add,
    async restore() {
      for (const { documentId, pages, asked, languages } of await readPreference(db, 'recognitionTasks')) {
        if ((await db.get('documents', documentId)) === undefined) continue
        await add(documentId, pages.map(pageIndex), languages, false)
        for (const page of asked) of(documentId)?.asked.add(page)
      }
    },
    keep: () =>
      writePreference(
        db,
        'recognitionTasks',
        tasks
          .filter(({ left }) => left.length > 0)
          .map(({ documentId, left, asked, languages }) => ({
            documentId,
            pages: left.map(Number),
            asked: [...asked],
            languages: [...languages],
          })),
      ),
    remove(documentId) {
      const isMeant = (task: DocumentTask): boolean => documentId === null || task.documentId === documentId
      // Whoever works on a task holds it: that nothing is left of it is said there too.
      for (const task of tasks) if (isMeant(task)) task.left.splice(0)
      tasks = tasks.filter((task) => !isMeant(task))
    },
    bringForward(documentId) {
      tasks = tasks.toSorted((a, b) => Number(b.documentId === documentId) - Number(a.documentId === documentId))
    },
    clearDone() {
      tasks = tasks.filter(({ left }) => left.length > 0)
    },
  }
}
