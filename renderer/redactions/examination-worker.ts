import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { openPdf } from '../pdf/open-pdf'
import { fontsOfWorker, insideWorkerEngine } from '../pdf/pdfjs'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import type { ExaminationAnswer, ExaminationAsk, ExaminationStart } from './examination-job'
import { lookingAtPages } from './look-at-pages'

// A dedicated worker that looks at pages: what a page paints and its text may be hundreds of thousands of pieces, which alone hold up a
// window while they come over to it.

self.addEventListener(
  'message',
  ({ data: { base, database, derived, port } }: MessageEvent<ExaminationStart>) => {
    const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
    const engine = insideWorkerEngine(base, fontsOfWorker())
    const looking = lookingAtPages(stores, async (documentId, password) => {
      const [file, document] = await Promise.all([stores.db.files.get(documentId), stores.db.get('documents', documentId)])
      if (file === undefined || document === undefined) return null
      const opened = await openPdf(file.blob, { name: document.name, password: password ?? undefined, engine: await engine })
      return opened.ok ? opened.value : null
    })
    const answerTo = async (ask: ExaminationAsk): Promise<ExaminationAnswer> => {
      if (ask.kind === 'look') return { kind: 'looked', opened: await looking.look(ask) }
      await looking.rest()
      return { kind: 'rested' }
    }
    port.addEventListener('message', ({ data: ask }: MessageEvent<ExaminationAsk>) => {
      answerTo(ask).then(
        // pdf.js, once loaded, speaks on the worker's own port.
        (answer) => port.postMessage(answer),
        throwInOwnTask,
      )
    })
    port.start()
  },
  { once: true },
)
