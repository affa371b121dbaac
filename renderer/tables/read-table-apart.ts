import { type Outcome, trouble } from '@shared/errors/outcome'
import type { Table, TableMedia } from '@shared/tables/table'
import { unreadTable } from '@shared/tables/table-trouble'
import type { TableAnswer, TableJob } from './table-worker'

/** Reads a table from a file's bytes in a worker of its own, which ends with it. */
export function readTableApart(blob: Blob, media: TableMedia, name: string): Promise<Outcome<Table>> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'table' })
    const end = (answer: TableAnswer): void => {
      worker.terminate()
      done(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<TableAnswer>) => end(data))
    worker.addEventListener('error', (event) => end(trouble(unreadTable(name, event.message))))
    worker.postMessage({ blob, media, name } satisfies TableJob, [])
  })
}
