import type { RecordTable } from '@shared/storage/records'
import { liveQuery } from 'dexie'
import { useEffect } from 'react'
import type { Database } from '../storage/database'
import type { PageTexts } from './page-texts'

/** What decides which text of a page is in force. */
const DECIDING: ReadonlySet<string> = new Set<RecordTable>(['recognitions', 'textChoices', 'proposalDecisions'])

/** Has the pages' texts read again when another comes into force: a page was recognised, a text chosen, words were held back or released. */
export function useTextInForce(db: Database, texts: PageTexts): void {
  useEffect(() => {
    let seen: number | null = null
    const follow = async (seq: number): Promise<void> => {
      const before = seen
      seen = seq
      if (before === null || seq === before) return
      // Several commands may have run since; then it is not worth finding out which.
      const line = seq > before + 1 ? undefined : await db.custody.get(seq)
      if (line === undefined || line.entry.changes.some(({ table }) => DECIDING.has(table))) await texts.renew()
    }
    const watching = liveQuery(() => db.lastSeq()).subscribe((seq) => void follow(seq))
    return () => watching.unsubscribe()
  }, [db, texts])
}
