import type { Table } from 'dexie'

/**
 * The keys of the rows of each document, read from the index alone. The index says both in one walk, but a walk goes step by step: one for
 * each of ten thousand marks, and each a task of the window. This takes some steps for each document.
 * @param table one with an index `documentId`
 */
export async function keysByDocument<Row>(table: Table<Row, string>): Promise<ReadonlyMap<string, readonly string[]>> {
  // A live query notes every key that it was given, to be asked again when one is removed. After a count it asks again whichever is removed,
  // and noting the keys costs next to nothing.
  await table.orderBy('documentId').count()
  const documents = (await table.orderBy('documentId').uniqueKeys()).map(String)
  const keys = await Promise.all(documents.map((id) => table.where('documentId').equals(id).primaryKeys()))
  return new Map(documents.map((id, at) => [id, keys[at] ?? []]))
}

/** How many rows each document has; as `keysByDocument`. */
export async function countsByDocument<Row>(table: Table<Row, string>): Promise<ReadonlyMap<string, number>> {
  const documents = (await table.orderBy('documentId').uniqueKeys()).map(String)
  const counts = await Promise.all(documents.map((id) => table.where('documentId').equals(id).count()))
  return new Map(documents.map((id, at) => [id, counts[at] ?? 0]))
}
