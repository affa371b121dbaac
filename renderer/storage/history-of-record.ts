import type { JournalLine } from '@shared/custody/journal-line'
import type { Database } from './database'

/** What was done to a record, newest first, with the record before and after. */
export async function historyOf(db: Database, recordId: string): Promise<readonly JournalLine[]> {
  const rows = await db.custody.where('recordIds').equals(recordId).sortBy('seq')
  return rows.reverse()
}
