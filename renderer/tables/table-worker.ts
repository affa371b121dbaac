import { messageOf, type Outcome, ok, trouble } from '@shared/errors/outcome'
import { readTable } from '@shared/tables/read-table'
import type { Table, TableMedia } from '@shared/tables/table'
import { unreadTable } from '@shared/tables/table-trouble'
import { notesOfTable, type TableNotes } from './table-notes'

/** One file to be read as a table: all of it, or only what its stored text does not say. */
export type TableJob = { readonly blob: Blob; readonly media: TableMedia; readonly name: string; readonly wanted: 'table' | 'notes' }
export type TableAnswer = Outcome<Table | TableNotes>

// Reads one table, so that a large one never holds up the window.
self.addEventListener('message', ({ data: { blob, media, name, wanted } }: MessageEvent<TableJob>) => {
  blob
    .arrayBuffer()
    .then((bytes) => readTable(new Uint8Array(bytes), media, name))
    .then((read): TableAnswer => (read.ok && wanted === 'notes' ? ok(notesOfTable(read.value)) : read))
    .catch((thrown: unknown): TableAnswer => trouble(unreadTable(name, messageOf(thrown))))
    .then((answer) => self.postMessage(answer, {}))
})
