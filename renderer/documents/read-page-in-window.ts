import type { DocumentId } from '@shared/documents/document'
import type { TextRun } from '@shared/documents/page'
import type { PageReading } from '@shared/documents/page-reading'
import { readFindings } from '../redactions/page-findings'
import { readPageReading, type TextStores } from './page-readings'
import type { ReadingJob, ReadingPiece } from './reading-job'

/** Runs of a page from which on fetching it is felt, and it is worth a worker. */
const MANY = 30_000

/** The text in force on one page for the window, which takes a page of very many runs over in pieces; null where none is stored. */
export async function readPageInWindow(stores: TextStores, documentId: DocumentId, index: number): Promise<PageReading | null> {
  const [findings] = await readFindings(stores.derived, documentId, index, index)
  return (findings?.runs ?? 0) < MANY
    ? readPageReading(stores, documentId, index)
    : readApart({ database: stores.db.name, derived: stores.derived.name, documentId, index })
}

function readApart(job: ReadingJob): Promise<PageReading | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module', name: 'reading' })
    let page: PageReading | null = null
    const runs: TextRun[] = []
    worker.onmessage = ({ data }: MessageEvent<ReadingPiece>) => {
      if (data.kind === 'page') page = data.reading
      else runs.push(...data.runs)
      if (data.kind === 'page' || data.runs.length > 0) return
      worker.terminate()
      resolve(page === null ? null : { ...page, runs })
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message))
    }
    worker.postMessage(job, [])
  })
}
