import { chronologyCsv } from '@shared/chronology/chronology-csv'
import type { ChronologyLine } from '@shared/chronology/derived-events'
import { passageCells } from '../purchases/purchases-table'
import type { Database } from '../storage/database'

/** The chronology as CSV, in its order. */
export async function chronologyTable(db: Database, lines: readonly ChronologyLine[]): Promise<string> {
  const passages = await passageCells(
    db,
    lines.flatMap((line) => line.annotationIds),
  )
  return chronologyCsv(lines, (id) => passages.get(id) ?? null)
}
