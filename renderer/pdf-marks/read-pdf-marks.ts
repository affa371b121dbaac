import type { DocumentId } from '@shared/documents/document'
import { type Outcome, trouble } from '@shared/errors/outcome'
import { brokenPdf, bytesMissing } from '../pdf/pdf-problems'
import type { Workbench } from '../workbench/workbench'
import type { FileMarks, MarksAnswer, MarksJob } from './marks-job'

/** The marks that stand in a document, in reading order, read in a worker. Fails as opening does. */
export async function readPdfMarks({ db, documents }: Pick<Workbench, 'db' | 'documents'>, id: DocumentId): Promise<Outcome<FileMarks>> {
  const [file, record] = await Promise.all([db.files.get(id), db.get('documents', id)])
  const name = record?.name ?? id
  if (file === undefined) return trouble(bytesMissing(name))
  return ask({ name, blob: file.blob, password: documents.passwordOf(id), base: document.baseURI })
}

function ask(job: Omit<MarksJob, 'port'>): Promise<MarksAnswer> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./marks-worker.ts', import.meta.url), { type: 'module', name: 'marks' })
    const end = (answer: MarksAnswer): void => {
      worker.terminate()
      port1.close()
      done(answer)
    }
    const { port1, port2: port } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<MarksAnswer>) => end(data), { once: true })
    port1.start()
    worker.addEventListener('error', (event) => end(trouble(brokenPdf(job.name, event.message))))
    worker.postMessage({ ...job, port }, [port])
  })
}
