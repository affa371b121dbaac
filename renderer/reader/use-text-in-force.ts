import type { DocumentId } from '@shared/documents/document'
import { liveQuery } from 'dexie'
import { useEffect } from 'react'
import { freedBy } from '../redactions/held-ranges'
import type { Database } from '../storage/database'
import type { PageTexts } from './page-texts'

/** Has the pages' texts loaded again when the researcher decides on words that are held back. */
export function useTextInForce(db: Database, documentId: DocumentId, texts: PageTexts): void {
  useEffect(() => {
    let known: string | null = null
    const watching = liveQuery(async () => [...freedBy(await db.where('proposalDecisions', 'documentId', documentId))].sort().join(' ')).subscribe((now) => {
      if (known !== null && known !== now) texts.renew()
      known = now
    })
    return () => watching.unsubscribe()
  }, [db, documentId, texts])
}
