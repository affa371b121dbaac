import { type DocumentId, isTable } from '@shared/documents/document'
import { examinePage } from '@shared/redactions/examine-page'
import { pageIndex } from '@shared/units/pages'
import { resting } from '@shared/units/resting'
import type { OpenDocuments } from '../pdf/open-documents'
import type { PdfReader } from '../pdf/pdf-reader'
import type { Database, PageRow } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { markDone } from '../storage/document-steps'
import { EXAMINED, type FindingsRow, findingsOf, readFindings } from './page-findings'

export type ExaminationStores = {
  readonly db: Database
  readonly derived: DerivedDatabase
  /**
   * Documents that nobody else reads. pdf.js reads the appearance of an annotation from one stream, whoever asks: of a page that is drawn
   * meanwhile, or whose drawing was broken off, a black mark could be missing, and the words under it be taken for visible.
   */
  readonly documents: OpenDocuments
}

/** Pages whose findings are written together; every live query of the window takes note of each page. */
const BATCH = 8

/** Looks at one page of an open document, if nobody has in the form of now. */
export async function examineOne({ db, derived }: ExaminationStores, reader: PdfReader, documentId: DocumentId, index: number): Promise<FindingsRow | null> {
  const known = await findingsOf(derived).get([documentId, index])
  if (known?.form === EXAMINED.form) return known
  const page = await db.pages.get([documentId, index])
  if (page === undefined) return null
  const row = await look(db, reader, page)
  await findingsOf(derived).put(row)
  return row
}

/**
 * Looks at every page of a document that nobody has looked at yet, and writes down that it is done. What was seen before an end
 * in the middle is kept, and the next run goes on from there.
 * @returns false where the document can't be opened now (a password is needed, its bytes are missing) or was removed
 */
export async function examineDocument(stores: ExaminationStores, documentId: DocumentId, progress: (done: number, of: number) => void, goOn: () => Promise<boolean>): Promise<boolean> {
  const { db, derived, documents } = stores
  const document = await db.get('documents', documentId)
  if (document?.status !== 'ready') return false
  if (isTable(document)) {
    // Nothing is painted over anything in a table.
    await markDone(derived, documentId, EXAMINED)
    return true
  }
  const opened = await documents.open(documentId)
  if (!opened.ok) return false
  try {
    const pages = await db.pages.where('documentId').equals(documentId).sortBy('index')
    const known = new Set((await readFindings(derived, documentId)).filter((row) => row.form === EXAMINED.form).map((row) => row.index))
    let batch: FindingsRow[] = []
    const rest = resting()
    for (const [done, page] of pages.entries()) {
      if (known.has(page.index)) continue
      await rest()
      if (!(await goOn())) {
        await findingsOf(derived).bulkPut(batch)
        return false
      }
      batch.push(await look(db, opened.value, page))
      progress(done + 1, pages.length)
      if (batch.length < BATCH) continue
      await findingsOf(derived).bulkPut(batch)
      batch = []
    }
    await findingsOf(derived).bulkPut(batch)
    if ((await db.get('documents', documentId)) === undefined) {
      await derived.forget(documentId)
      return false
    }
    await markDone(derived, documentId, EXAMINED)
    return true
  } finally {
    documents.release(documentId)
  }
}

/** The look that goes on in each open document. */
const going = new WeakMap<PdfReader, Promise<FindingsRow>>()

/** Looks at a page when the look before it is over: two at once would take the appearances of annotations from each other. */
function look(db: Database, reader: PdfReader, page: PageRow): Promise<FindingsRow> {
  const begin = (): Promise<FindingsRow> => lookNow(db, reader, page)
  const mine = going.get(reader)?.then(begin, begin) ?? begin()
  going.set(reader, mine)
  return mine
}

async function lookNow(db: Database, reader: PdfReader, page: PageRow): Promise<FindingsRow> {
  const { documentId, index } = page
  const key = { documentId, index, form: EXAMINED.form }
  const stored = await db.pageTexts.get([documentId, index])
  try {
    const painted = await reader.painted(pageIndex(index))
    const dark = page.content === 'image' || page.content === 'both' ? await reader.darkAreas(pageIndex(index)) : []
    return { ...key, ...examinePage({ text: stored?.text ?? '', runs: stored?.runs ?? [] }, page, painted, dark), failedToLook: false }
  } catch (thrown) {
    // One page whose drawing can't be followed must not keep the others from being looked at; the row says that it was not.
    if (!(thrown instanceof Error)) throw thrown
    return { ...key, boxes: [], failed: [], failedToLook: true }
  }
}
