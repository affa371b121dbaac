import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import type { Workbench } from '../workbench/workbench'
import { MARKS_FORM, MARKS_STEP, marksInFile } from './marks-in-file'

type Parts = Pick<Workbench, 'db' | 'derived' | 'documents' | 'imports'>

/** Looks for marks in every document, one after the other, when no import is under way. Returns the function that stops it. */
export function keepLookingForMarks(parts: Parts): () => void {
  const { db, derived, imports } = parts
  const failed = new Set<DocumentId>()
  let [busy, stopped] = [false, false]
  const next = async (): Promise<void> => {
    if (busy || stopped || imports.items.get().some((item) => item.result === null)) return
    busy = true
    const done = new Set((await derived.steps.where('step').equals(MARKS_STEP).toArray()).filter(({ form }) => form === MARKS_FORM).map(({ documentId }) => documentId))
    const found = (await db.all('documents')).find(({ id, status }) => status === 'ready' && !done.has(id) && !failed.has(id))
    // A document that can't be opened now (a password, damage) is tried again at the next start.
    if (found !== undefined && !stopped && !(await marksInFile(parts, found.id)).ok) failed.add(found.id)
    busy = false
    if (found !== undefined) void next()
  }
  const watching = liveQuery(() => db.rows('documents').count()).subscribe(() => void next())
  const stopImports = imports.items.subscribe(() => void next())
  return () => {
    stopped = true
    watching.unsubscribe()
    stopImports()
  }
}
