import type { DocumentId } from '@shared/documents/document'
import { examinePage } from '@shared/redactions/examine-page'
import { pageIndex } from '@shared/units/pages'
import type { PdfReader } from '../pdf/pdf-reader'
import type { Database, PageRow } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import type { PageToLookAt } from './examination-job'
import { EXAMINED, type FindingsRow, findingsOf, notSeen } from './page-findings'

/** Looks at pages, asked for one after the other. */
export type Looking = {
  /** Looks at a page, if nobody has in the form of now. False where its document can't be opened. */
  look(page: PageToLookAt): Promise<boolean>
  /** Writes what was seen and closes the document that is open. */
  rest(): Promise<void>
}

/**
 * @param open opens a document for this alone: pdf.js reads the appearance of an annotation from one stream, whoever asks. Of a page that
 * is drawn meanwhile a black mark could be missing, and the words under it be taken for visible
 */
export function lookingAtPages(
  { db, derived }: { readonly db: Database; readonly derived: DerivedDatabase },
  open: (documentId: DocumentId, password: string | null) => Promise<PdfReader | null>,
): Looking {
  let opened: { readonly documentId: DocumentId; readonly reader: PdfReader } | null = null
  let seen: FindingsRow[] = []
  const write = async (): Promise<void> => {
    const rows = seen
    seen = []
    if (rows.length > 0) await findingsOf(derived).bulkPut(rows)
  }
  const rest = async (): Promise<void> => {
    await write()
    await opened?.reader.close()
    opened = null
  }
  const readerOf = async (documentId: DocumentId, password: string | null): Promise<PdfReader | null> => {
    if (opened?.documentId === documentId) return opened.reader
    await rest()
    const reader = await open(documentId, password)
    if (reader !== null) opened = { documentId, reader }
    return reader
  }
  return {
    async look({ documentId, password, index, write: now }) {
      const reader = await readerOf(documentId, password)
      if (reader === null) return false
      const known = await findingsOf(derived).get([documentId, index])
      const page = known?.form === EXAMINED.form ? undefined : await db.pages.get([documentId, index])
      if (page !== undefined) seen.push(await look(db, reader, page))
      if (now) await write()
      return true
    },
    rest,
  }
}

async function look(db: Database, reader: PdfReader, page: PageRow): Promise<FindingsRow> {
  const { documentId, index } = page
  const stored = await db.pageTexts.get([documentId, index])
  const runs = stored?.runs ?? []
  try {
    const painted = await reader.painted(pageIndex(index))
    const dark = page.content === 'image' || page.content === 'both' ? await reader.darkAreas(pageIndex(index)) : []
    return {
      documentId,
      index,
      form: EXAMINED.form,
      ...examinePage({ text: stored?.text ?? '', runs }, page, painted, dark),
      failedToLook: false,
      runs: runs.length,
    }
  } catch (thrown) {
    // One page whose drawing can't be followed must not keep the others from being looked at; the row says that it was not.
    if (!(thrown instanceof Error)) throw thrown
    return { ...notSeen(documentId, index), runs: runs.length }
  }
}
