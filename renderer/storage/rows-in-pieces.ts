import type { Table } from 'dexie'

/**
 * All rows of a table in the order of their keys, fetched in pieces: taking over very many at once is felt. All pieces are asked for together, so
 * that none waits for the way of the one before; each comes in a task of its own.
 * @param atOnce rows in a piece: some milliseconds of the thread that asks
 */
export async function rowsInPieces<Row, Key>(table: Table<Row, Key>, atOnce: number): Promise<readonly Row[]> {
  const keys = await table.toCollection().primaryKeys()
  const starts = Array.from({ length: Math.ceil(keys.length / atOnce) }, (_, piece) => piece * atOnce)
  const pieces = await Promise.all(
    starts.map((from) => {
      const last = keys[Math.min(from + atOnce, keys.length) - 1]
      return table.where(':id').between(keys[from], last, true, true).toArray()
    }),
  )
  return pieces.flat()
}
