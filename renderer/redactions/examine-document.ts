import { type DocumentId, isTable } from '@shared/documents/document'
import type { OpenDocuments } from '../pdf/open-documents'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { markDone } from '../storage/document-steps'
import type { Examiner, Looked } from './examiner'
import { EXAMINED, findingsOf, notSeen } from './page-findings'

export type ExaminationStores = {
  readonly db: Database
  readonly derived: DerivedDatabase
  readonly documents: Pick<OpenDocuments, 'passwordOf'>
}

/** How long pages are looked at until what was seen is written and told, ms: all that watches findings in the window reads them again then. */
const TELL_EVERY = 500

export type Going = {
  /** Told how many pages are done, and how many there are. */
  readonly progress: (done: number, of: number) => void
  /** Asked where all that was seen is written, as nobody knows for how long it waits; false ends the run. */
  readonly goOn: () => Promise<boolean>
  /** Whether it should be asked at the next page, and not only where it is time to tell. */
  readonly asked?: () => boolean
  readonly now?: () => number
}

/** Looks at one page, if nobody has yet; a page at which a worker is lost is not looked at again. */
export async function examineOne(
  { derived, documents }: ExaminationStores,
  examiner: Pick<Examiner, 'look'>,
  documentId: DocumentId,
  index: number,
  write = true,
): Promise<Looked> {
  const looked = await examiner.look({ documentId, password: documents.passwordOf(documentId), index, write })
  if (looked === 'lost') await findingsOf(derived).put(notSeen(documentId, index))
  return looked
}

/**
 * Looks at every page of a document that nobody has looked at yet, and writes down that it is done. What was seen before an end
 * in the middle is kept, and the next run goes on from there.
 * @returns false where the document can't be opened now (a password is needed, its bytes are missing), was removed, or lost the worker
 */
export async function examineDocument(
  stores: ExaminationStores,
  examiner: Pick<Examiner, 'look' | 'rest'>,
  documentId: DocumentId,
  { progress, goOn, asked = () => false, now = () => performance.now() }: Going,
): Promise<boolean> {
  const { db, derived } = stores
  const document = await db.get('documents', documentId)
  if (document?.status !== 'ready') return false
  // Nothing is painted over anything in a table.
  const pageCount = isTable(document) ? 0 : document.pageCount
  try {
    let told = Number.NEGATIVE_INFINITY
    for (let index = 0; index < pageCount; index += 1) {
      const write = now() - told > TELL_EVERY || asked() || index === pageCount - 1
      if ((await examineOne(stores, examiner, documentId, index, write)) !== 'looked') return false
      if (!write) continue
      told = now()
      progress(index + 1, pageCount)
      if (!(await goOn())) return false
    }
  } finally {
    await examiner.rest()
  }
  if ((await db.get('documents', documentId)) === undefined) {
    await derived.forget(documentId)
    return false
  }
  await markDone(derived, documentId, EXAMINED)
  return true
}
