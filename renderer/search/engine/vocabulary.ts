import type { Database } from '@sqlite.org/sqlite-wasm'

/** Every term of the index, with the number of entries that it stands in. */
export function readVocabulary(db: Database): readonly (readonly [string, number])[] {
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'found', 'col')")
  return db
    .selectArrays("SELECT term, doc FROM vocabulary WHERE col = 'words'")
    .map(([term, count]) => [String(term), Number(count)] as const)
}
