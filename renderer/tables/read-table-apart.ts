import { type Outcome, trouble } from '@shared/errors/outcome'
import type { Table, TableMedia } from '@shared/tables/table'
import { unreadTable } from '@shared/tables/table-trouble'
import type { TableNotes } from './table-notes'
import type { TableJob } from './table-worker'

/** Reads a table from a file's bytes in a worker of its own, which ends with it. */
export const readTableApart = (blob: Blob, media: TableMedia, name: string): Promise<Outcome<Table>> =>
  ask<Table>({ blob, media, name, wanted: 'table' })

/** Reads formulas and merged cells of a workbook in such a worker: the rows stay there. */
export const readNotesApart = (blob: Blob, name: string): Promise<Outcome<TableNotes>> =>
  ask<TableNotes>({ blob, media: 'xlsx', name, wanted: 'notes' })

function ask<Answer extends Table | TableNotes>(job: TableJob): Promise<Outcome<Answer>> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'table' })
    const end = (answer: Outcome<Answer>): void => {
      worker.terminate()
      done(answer)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome<Answer>>) => end(data))
    worker.addEventListener('error', (event) => end(trouble(unreadTable(job.name, event.message))))
    worker.postMessage(job, [])
  })
}
