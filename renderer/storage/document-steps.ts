import { type DocumentId, isTable } from '@shared/documents/document'
import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { liveQuery } from 'dexie'
import type { ImportQueue } from '../import/import-queue'
import type { Watched } from '../workbench/workbench'
import type { Database } from './database'
import type { DerivedDatabase } from './derived-database'

/** A step of looking at documents, by its name in `derived.steps`. The form is raised when the step changes, so that documents are looked at again. */
export type DocumentStep = { readonly step: string; readonly form: number }

/** The documents for which a step was done in its present form. */
export async function documentsDone(derived: DerivedDatabase, { step, form }: DocumentStep): Promise<ReadonlySet<DocumentId>> {
  const rows = await derived.steps.where('step').equals(step).toArray()
  return new Set(rows.filter((row) => row.form === form).map((row) => row.documentId))
}

/** Whether a step was done for a document in its present form. */
export async function isDone(derived: DerivedDatabase, documentId: DocumentId, { step, form }: DocumentStep): Promise<boolean> {
  return (await derived.steps.get([documentId, step]))?.form === form
}

export async function markDone(derived: DerivedDatabase, documentId: DocumentId, { step, form }: DocumentStep): Promise<void> {
  await derived.steps.put({ documentId, step, form, at: new Date().toISOString() })
}

/**
 * Does a step for every ready PDF that it was not done for, one after the other, once the step before it is done and while nothing
 * is being imported. Returns the function that stops it.
 * @param retry when it changes, what could not be done before may be done now
 * @param work does the step and marks it done; false where it can't be done now, which is tried again at the next start
 */
export function keepDoing(
  { db, derived, imports }: { readonly db: Database; readonly derived: DerivedDatabase; readonly imports: Pick<ImportQueue, 'items'> },
  { step, after, retry }: { readonly step: DocumentStep; readonly after: DocumentStep; readonly retry?: Watched<unknown> },
  work: (documentId: DocumentId) => Promise<boolean>,
): () => void {
  const failed = new Set<DocumentId>()
  let [busy, again, stopped] = [false, false, false]
  const mayGoOn = (): boolean => !stopped && imports.items.get().every((item) => item.result !== null)
  /** What is to be done, read once for all of it: reading every document again after each one is felt where there are thousands. */
  const leftToDo = async (): Promise<readonly DocumentId[]> => {
    const [documents, before, done] = await Promise.all([db.all('documents'), documentsDone(derived, after), documentsDone(derived, step)])
    return documents.flatMap((document) =>
      document.status === 'ready' && !isTable(document) && before.has(document.id) && !done.has(document.id) && !failed.has(document.id)
        ? [document.id]
        : [],
    )
  }
  /** Work that throws is told, and is no reason to leave the other documents. */
  const attempt = (id: DocumentId): Promise<boolean> =>
    work(id).catch((thrown: unknown) => {
      throwInOwnTask(thrown)
      return false
    })
  const goOn = async (): Promise<void> => {
    again = true
    if (busy) return
    busy = true
    while (again) {
      again = false
      for (const id of mayGoOn() ? await leftToDo() : []) {
        if (!mayGoOn()) break
        // It may have been removed since.
        if ((await db.get('documents', id)) !== undefined && !(await attempt(id))) failed.add(id)
      }
    }
    busy = false
  }
  const watching = [
    liveQuery(() => db.rows('documents').count()),
    liveQuery(() => derived.steps.where('step').equals(after.step).count()),
  ].map((count) => count.subscribe(() => void goOn()))
  const stopImports = imports.items.subscribe(() => void goOn())
  const stopRetrying = retry?.subscribe(() => {
    failed.clear()
    void goOn()
  })
  return () => {
    stopped = true
    for (const each of watching) each.unsubscribe()
    stopImports()
    stopRetrying?.()
  }
}
