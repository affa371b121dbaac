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
    const watching = liveQuery(() => db.custody.orderBy('seq').last()).subscribe((row) => {
      const before = seen
      seen = row?.seq ?? 0
      // Several commands may have run since; then it is not worth finding out which.
      const decided = row?.entry.changes.some(({ table }) => DECIDING.has(table)) ?? false
      if (before !== null && seen !== before && (decided || seen > before + 1)) void texts.renew()
    })
    return () => watching.unsubscribe()
  }, [db, texts])
}
