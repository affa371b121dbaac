import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { openPdf } from '../pdf/open-pdf'
import { EXTRACTOR, insideWorkerEngine } from '../pdf/pdfjs'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { readAnew } from './read-anew'
import type { ReadAnewAnswer, ReadAnewJob } from './read-anew-job'
import { isOfAnotherVersion } from './reading-rows'

// A dedicated worker for one document: neither pdf.js nor the texts that are compared pass through the window's thread.

async function work({ base, database, derived, documentId, password }: ReadAnewJob, tell: () => void): Promise<boolean> {
  const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
  try {
    const [document, file, engine] = await Promise.all([
      stores.db.get('documents', documentId),
      stores.db.files.get(documentId),
      insideWorkerEngine(base),
    ])
    if (document === undefined || file === undefined || !isOfAnotherVersion(document.extractor, EXTRACTOR)) return false
    const { extractor, name } = document
    const open = () => openPdf(file.blob, { name, password: password ?? undefined, engine, textOnly: true })
    return (await readAnew(stores, { ...document, extractor }, EXTRACTOR, open, tell)).ok
  } finally {
    stores.db.close()
    stores.derived.close()
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ReadAnewJob>) => {
  // pdf.js, once loaded, speaks on the worker's own port.
  const answer = (said: ReadAnewAnswer): void => data.port.postMessage(said, [])
  work(data, () => answer({ kind: 'page' })).then((compared) => answer({ kind: 'done', compared }), throwInOwnTask)
})
