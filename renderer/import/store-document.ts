import type { Document, DocumentId } from '@shared/documents/document'
import type { Desktop } from '@shared/desktop/desktop'
import { type Outcome, ok, type Problem, trouble } from '@shared/errors/outcome'
import { addDocument } from '../documents/commands/add-document'
import { readDocumentText } from '../documents/commands/read-document-text'
import type { Database } from '../storage/database'
import type { Workbench } from '../workbench/workbench'
import type { Extraction } from './extraction'
import { storageProblem } from './import-problems'

export type StoreParts = { readonly db: Database; readonly desktop: Desktop; readonly run: Workbench['run'] }
type Known = Pick<Document, 'id' | 'name' | 'bytes' | 'media'>

/** Puts a document's bytes into the database. */
export async function storeBytes({ db }: StoreParts, { id, name }: Known, blob: Blob): Promise<Outcome<null>> {
  try {
    await db.files.put({ id, blob })
    return ok(null)
  } catch (thrown) {
    return trouble(storageProblem(name, thrown))
  }
}

/** Adds a document whose pages are stored: the text goes into the vault, then the record is committed, which is the acknowledgement. */
export async function storeRead({ desktop, run }: StoreParts, known: Known, extraction: Extraction): Promise<Outcome<unknown>> {
  const { textFile, ...facts } = extraction
  const written = await desktop.vault.writeText(known.id, textFile)
  if (!written.ok) return written
  return run(addDocument, { ...known, ...facts, status: 'ready', trouble: null })
}

/** Adds a document that is kept though it can't be read (yet), with the reason. */
export async function storeKept({ run }: StoreParts, known: Known, reason: Problem): Promise<Outcome<unknown>> {
  const locked = isLocked(reason)
  return run(addDocument, {
    ...known,
    status: locked ? 'needs-password' : 'unreadable',
    trouble: reason,
    pageCount: 0,
    pagesWithText: 0,
    pagesImageOnly: 0,
    outline: [],
    metadata: {},
    encrypted: locked,
    copyingDiscouraged: false,
    extractor: null,
    textSha256: null,
  })
}

/** Makes a kept document ready, once a password opened it. */
export async function storeUnlocked({ desktop, run }: StoreParts, id: DocumentId, extraction: Extraction): Promise<Outcome<unknown>> {
  const { textFile, ...facts } = extraction
  const written = await desktop.vault.writeText(id, textFile)
  if (!written.ok) return written
  return run(readDocumentText, { id, ...facts })
}

const isLocked = (reason: Problem): boolean => reason.kind === 'pdf-needs-password' || reason.kind === 'pdf-wrong-password'

/** Whether a document that could not be read is kept all the same: its bytes are a PDF's or a table's, and someone may open it yet. */
export const isKept = (reason: Problem): boolean =>
  isLocked(reason) || reason.kind === 'pdf-broken' || reason.kind === 'pdf-stuck' || reason.kind === 'table-unreadable'

/** Removes what an import wrote before it ended without a document. The rows of a document that is in the library stay. */
export async function removeRows({ db }: StoreParts, id: DocumentId): Promise<void> {
  await db.transaction('rw', [db.files, db.pages, db.pageTexts, db.rows('documents')], async () => {
    if ((await db.get('documents', id)) !== undefined) return
    await Promise.all([
      db.files.delete(id),
      db.pages.where('documentId').equals(id).delete(),
      db.pageTexts.where('documentId').equals(id).delete(),
    ])
  })
}
