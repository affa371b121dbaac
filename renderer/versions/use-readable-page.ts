import type { DocumentId } from '@shared/documents/document'
import type { Page } from '@shared/documents/page'
import type { PageReading } from '@shared/documents/page-reading'
import { useLiveQuery } from 'dexie-react-hooks'
import { readPageReading } from '../documents/page-readings'
import { useWorkbench } from '../workbench/workbench'

/** A page and the text in force on it; undefined while it is read, null where there is none. */
export function useReadablePage(
  id: DocumentId,
  index: number | null,
): { readonly page: Page; readonly text: PageReading } | null | undefined {
  const { db, derived } = useWorkbench()
  return useLiveQuery(async () => {
    if (index === null) return null
    const [page, text] = await Promise.all([db.pages.get([id, index]), readPageReading({ db, derived }, id, index)])
    return page === undefined || text === null ? null : { page, text }
  }, [db, derived, id, index])
}
