import { liveQuery } from 'dexie'
import { EXAMINED } from '../redactions/page-findings'
import type { Workbench } from '../workbench/workbench'
import { notReadThrough, readThrough } from './read-through'

type Parts = Pick<Workbench, 'db' | 'derived' | 'imports'>

/** Reads through the text in force of every document, one after the other, when no import is under way; again when it changes. Returns the function that stops it. */
export function keepReadingThrough({ db, derived, imports }: Parts): () => void {
  let [busy, again, stopped] = [false, false, false]
  const next = async (): Promise<void> => {
    if (busy || stopped || imports.items.get().some((item) => item.result === null)) {
      again = true
      return
    }
    busy = true
    again = false
    const waiting = await notReadThrough({ db, derived })
    for (const { id, status, pageCount } of waiting.size === 0 ? [] : await db.all('documents')) if (!stopped && status === 'ready' && waiting.has(id)) await readThrough({ db, derived }, id, pageCount)
    busy = false
    if (again) void next()
  }
  const changed = liveQuery(async () => [await db.rows('documents').count(), await db.rows('recognitions').count(), await db.rows('textChoices').count(), await db.rows('proposalDecisions').count(), await derived.steps.where('step').equals(EXAMINED.step).count()]).subscribe(() => void next())
  const stopImports = imports.items.subscribe(() => (again ? void next() : undefined))
  return () => {
    stopped = true
    changed.unsubscribe()
    stopImports()
  }
}
