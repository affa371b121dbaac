import { throwInOwnTask } from '@shared/errors/throw-in-own-task'
import { Database } from '../storage/database'
import { DerivedDatabase } from '../storage/derived-database'
import { readPageReading } from './page-readings'
import type { ReadingJob, ReadingPiece } from './reading-job'

// A dedicated worker that reads one page of very many runs and hands it on in pieces.

/** Runs in a piece: some milliseconds of the window's time. */
const AT_ONCE = 8000

async function read({ database, derived, documentId, index, wanted }: ReadingJob, say: (piece: ReadingPiece) => void): Promise<void> {
  const stores = { db: new Database(database), derived: new DerivedDatabase(derived) }
  const reading = await readPageReading(stores, documentId, index)
  stores.db.close()
  stores.derived.close()
  const runs = wanted === 'all' ? (reading?.runs ?? []) : []
  say({ kind: 'page', reading: reading === null ? null : { ...reading, runs: [] } })
  for (let from = 0; from < runs.length; from += AT_ONCE) say({ kind: 'runs', runs: runs.slice(from, from + AT_ONCE) })
  say({ kind: 'runs', runs: [] })
}

self.addEventListener('message', ({ data }: MessageEvent<ReadingJob>) => {
  read(data, (piece) => self.postMessage(piece, {})).catch(throwInOwnTask)
})
