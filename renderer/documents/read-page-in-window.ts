import type { DocumentId } from '@shared/documents/document'
import type { TextRun } from '@shared/documents/page'
import type { PageReading } from '@shared/documents/page-reading'
import { readFindings } from '../redactions/page-findings'
import { readPageReading, readPageReadings, type TextStores } from './page-readings'
import type { ReadingJob, ReadingPiece } from './reading-job'

/** Runs of a page from which on fetching it is felt, and it is worth a worker. */
const MANY = 30_000
/** Runs of several pages that are fetched at once: some milliseconds of the window's time. */
const AT_ONCE = 10_000

/** The text in force on one page for the window, which takes a page of very many runs over in pieces; null where none is stored. */
export async function readPageInWindow(stores: TextStores, documentId: DocumentId, index: number): Promise<PageReading | null> {
  const [findings] = await readFindings(stores.derived, documentId, index, index)
  return (findings?.runs ?? 0) < MANY ? readPageReading(stores, documentId, index) : readApart(stores, { documentId, index, wanted: 'all' })
}

/**
 * The texts in force on some pages for the window, without the runs of pages that have very many. Pages are fetched together as far as
 * their runs are few.
 * @param from, to page indexes from 0, both included
 */
export async function readTextsInWindow(
  stores: TextStores,
  documentId: DocumentId,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const counted = new Map((await readFindings(stores.derived, documentId, from, to)).map(({ index, runs }) => [index, runs ?? 0]))
  const texts = new Map<number, string>()
  for (let first = from; first <= to;) {
    let [next, runs] = [first + 1, counted.get(first) ?? 0]
    if (runs >= MANY) {
      const reading = await readApart(stores, { documentId, index: first, wanted: 'text' })
      if (reading !== null) texts.set(first, reading.text)
    } else {
      for (; next <= to && runs + (counted.get(next) ?? 0) <= AT_ONCE; next += 1) runs += counted.get(next) ?? 0
      for (const [index, { text }] of await readPageReadings(stores, documentId, first, next - 1)) texts.set(index, text)
    }
    first = next
  }
  return texts
}

function readApart({ db, derived }: TextStores, asked: Pick<ReadingJob, 'documentId' | 'index' | 'wanted'>): Promise<PageReading | null> {
  const job: ReadingJob = { ...asked, database: db.name, derived: derived.name }
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
