import type { Table } from 'dexie'

/**
 * All rows of a table in the order of their keys, fetched in pieces: taking over very many at once is felt.
 * @param atOnce rows in a piece: some milliseconds of the thread that asks
 */
export async function rowsInPieces<Row, Key>(table: Table<Row, Key>, atOnce: number): Promise<readonly Row[]> {
  const keys = await table.toCollection().primaryKeys()
  const rows: Row[] = []
  for (let from = 0; from < keys.length; from += atOnce) {
    const last = keys[Math.min(from + atOnce, keys.length) - 1]
    rows.push(...(await table.where(':id').between(keys[from], last, true, true).toArray()))
  }
  return rows
}
