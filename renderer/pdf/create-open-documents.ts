import type { DocumentId } from '@shared/documents/document'
import { type Outcome, trouble } from '@shared/errors/outcome'
import type { Database } from '../storage/database'
import { neverCame } from '../storage/document-bytes'
import { watchedValue } from '../storage/watched-value'
import type { OpenDocuments } from './open-documents'
import { openPdf } from './open-pdf'
import { bytesElsewhere, bytesMissing } from './pdf-problems'
import type { PdfReader } from './pdf-reader'

/** How long a document stays open after the last screen let go of it, ms: going back and forth must not open it anew. */
const LINGER = 20_000

type Entry = { readonly opening: Promise<Outcome<PdfReader>>; users: number; timer: ReturnType<typeof setTimeout> | null }

/** Opens documents from the `files` table. Passwords are kept in memory only. */
export function createOpenDocuments(db: Database): OpenDocuments {
  const passwords = new Map<DocumentId, string>()
  const entries = new Map<DocumentId, Entry>()
  const unlocked = watchedValue(0)

  const openStored = async (id: DocumentId): Promise<Outcome<PdfReader>> => {
    const [file, record] = await Promise.all([db.files.get(id), db.get('documents', id)])
    const name = record?.name ?? id
    if (file === undefined) return trouble((await neverCame(db, id)) ? bytesElsewhere(name) : bytesMissing(name))
    return openPdf(file.blob, { name, password: passwords.get(id) })
  }

  const forget = (id: DocumentId, entry: Entry): void => {
    if (entries.get(id) === entry) entries.delete(id)
  }

  return {
    async open(id) {
      const entry: Entry = entries.get(id) ?? { opening: openStored(id), users: 0, timer: null }
      entries.set(id, entry)
      if (entry.timer !== null) clearTimeout(entry.timer)
      entry.timer = null
      entry.users += 1
      const opened = await entry.opening
      if (!opened.ok) forget(id, entry)
      return opened
    },
    release(id) {
      const entry = entries.get(id)
      if (entry === undefined || entry.users === 0) return
      entry.users -= 1
      if (entry.users > 0) return
      entry.timer = setTimeout(() => {
        forget(id, entry)
        void entry.opening.then((opened) => (opened.ok ? opened.value.close() : undefined))
      }, LINGER)
    },
    unlocked,
    rememberPassword(id, password) {
      passwords.set(id, password)
      unlocked.set(unlocked.get() + 1)
    },
    passwordOf: (id) => passwords.get(id) ?? null,
  }
}
