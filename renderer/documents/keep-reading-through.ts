import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import { EXAMINED } from '../redactions/page-findings'
import type { BackgroundTurns } from '../workbench/background-turns'
import type { Workbench } from '../workbench/workbench'
import { notReadThrough } from './read-through'
import type { ReadThroughMessage } from './read-through-worker'

type Parts = Pick<Workbench, 'db' | 'derived' | 'imports'> & { readonly turns: BackgroundTurns }

/** Reads through the text in force of every document in a worker, one after the other, when no import is under way; again when it changes. Returns the function that stops it. */
export function keepReadingThrough({ db, derived, imports, turns }: Parts): () => void {
  let [busy, again, stopped] = [false, false, false]
  let worker: Worker | null = null
  const dismiss = (): void => {
    worker?.terminate()
    worker = null
  }
  const read = (documentId: DocumentId, pageCount: number): Promise<void> =>
    new Promise((resolve) => {
      const reading = (worker ??= new Worker(new URL('./read-through-worker.ts', import.meta.url), {
        type: 'module',
        name: 'read-through',
      }))
      reading.onmessage = () => resolve()
      // A worker that broke on a document is not trusted with the next; the document is read at the next change or start.
      reading.onerror = () => {
        dismiss()
        resolve()
      }
      reading.postMessage({ database: db.name, derived: derived.name, documentId, pageCount } satisfies ReadThroughMessage, [])
    })
  const next = async (): Promise<void> => {
    if (busy || stopped || imports.items.get().some((item) => item.result === null)) {
      again = true
      return
    }
    busy = true
    again = false
    const waiting = await notReadThrough({ db, derived })
    for (const { id, status, pageCount } of waiting.size === 0 ? [] : await db.all('documents'))
      if (!stopped && status === 'ready' && waiting.has(id)) await turns.take(() => read(id, pageCount))
    dismiss()
    busy = false
    if (again) void next()
  }
  const changed = liveQuery(async () => [
    await db.rows('documents').count(),
    await db.rows('recognitions').count(),
    await db.rows('textChoices').count(),
    await db.rows('proposalDecisions').count(),
    await derived.steps.where('step').equals(EXAMINED.step).count(),
  ]).subscribe(() => void next())
  const stopImports = imports.items.subscribe(() => (again ? void next() : undefined))
  return () => {
    stopped = true
    dismiss()
    changed.unsubscribe()
    stopImports()
  }
}
