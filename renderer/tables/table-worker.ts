import { messageOf, type Outcome, trouble } from '@shared/errors/outcome'
import { readTable } from '@shared/tables/read-table'
import type { Table, TableMedia } from '@shared/tables/table'
import { unreadTable } from '@shared/tables/table-trouble'

/** One file to be read as a table. */
export type TableJob = { readonly blob: Blob; readonly media: TableMedia; readonly name: string }
export type TableAnswer = Outcome<Table>

// Reads one table, so that a large one never holds up the window.
self.addEventListener('message', ({ data: { blob, media, name } }: MessageEvent<TableJob>) => {
  blob
    .arrayBuffer()
    .then((bytes) => readTable(new Uint8Array(bytes), media, name))
    .catch((thrown: unknown): TableAnswer => trouble(unreadTable(name, messageOf(thrown))))
    .then((answer) => self.postMessage(answer))
})
