import { liveQuery } from 'dexie'
import type { RecognitionQueue } from '../recognition/recognition-queue'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import type { ImportQueue } from '../import/import-queue'
import { compareSample, type RecogniseOnce } from './compare-sample'
import { COMPARED, COMPARED_FORM, JUDGED } from './text-quality-rows'

type Parts = { readonly db: Database; readonly derived: DerivedDatabase; readonly imports: ImportQueue; readonly recognition: RecognitionQueue }

/**
 * Compares a sample of each document whose text was judged with what is recognised on its pages, one document after the other,
 * while nothing is being imported. Returns the function that stops it.
 */
export function keepComparing({ db, derived, imports, recognition }: Parts): () => void {
  const ending = new AbortController()
  let busy = false
  const recognise: RecogniseOnce = async (documentId, page) => {
    if (ending.signal.aborted) return null
    const read = await recognition.recogniseOnce({ documentId, page }, ['eng'], ending.signal)
    return read.ok ? read.value : null
  }
  const importing = (): boolean => imports.items.get().some((item) => item.step !== 'done')
  const goOn = async (): Promise<void> => {
    if (busy || importing()) return
    busy = true
    try {
      for (let next = await nextDocument(derived); next !== undefined && !ending.signal.aborted && !importing(); next = await nextDocument(derived)) {
        await compareSample({ db, derived }, next, recognise)
        if (ending.signal.aborted) return
        await derived.steps.put({ documentId: next, step: COMPARED, form: COMPARED_FORM, at: new Date().toISOString() })
      }
    } finally {
      busy = false
    }
  }
  const judged = liveQuery(() => derived.steps.where('step').equals(JUDGED).count()).subscribe(() => void goOn())
  const imported = imports.items.subscribe(() => void goOn())
  return () => {
    ending.abort()
    judged.unsubscribe()
    imported()
  }
}

async function nextDocument(derived: DerivedDatabase) {
  const done = new Set((await derived.steps.where('step').equals(COMPARED).toArray()).filter(({ form }) => form === COMPARED_FORM).map(({ documentId }) => documentId))
  return (await derived.steps.where('step').equals(JUDGED).toArray()).find(({ documentId }) => !done.has(documentId))?.documentId
}
