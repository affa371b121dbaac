import type { DocumentId } from '@shared/documents/document'
import { edgesOfPage, type PageEdges } from '@shared/stamps/propose-stamps'
import { resting } from '@shared/units/resting'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { readPageReadings } from '../documents/page-readings'
import type { PageRow } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'

/** Pages fetched together: few enough that their texts are not felt on their way. */
const AT_ONCE = 8

/** The lines at the edges of all pages, from the text in force; undefined while they are read, and how many are. Read again when recognised text comes or another text is chosen. */
export function usePageEdges(
  documentId: DocumentId,
  pages: readonly PageRow[],
): { readonly edges: readonly PageEdges[] | undefined; readonly done: number } {
  const { db, derived } = useWorkbench()
  const inForce = useLiveQuery(
    async () =>
      `${await db.rows('recognitions').where('documentId').equals(documentId).count()} ${(await db.where('textChoices', 'documentId', documentId)).map((choice) => choice.id).join(' ')}`,
    [db, documentId],
  )
  const [edges, setEdges] = useState<readonly PageEdges[]>()
  const [done, setDone] = useState(0)
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const found: PageEdges[] = []
      const rest = resting()
      for (let from = 0; from < pages.length; from += AT_ONCE) {
        const readings = await readPageReadings({ db, derived }, documentId, from, from + AT_ONCE - 1)
        if (gone) return
        for (const page of pages.slice(from, from + AT_ONCE)) {
          const text = readings.get(page.index)
          found.push(text === undefined ? { index: page.index, label: page.label, lines: [] } : edgesOfPage({ page, text }))
          await rest()
        }
        setDone(found.length)
      }
      if (!gone) setEdges(found)
    }
    if (inForce !== undefined) void read()
    return () => {
      gone = true
    }
  }, [db, derived, documentId, pages, inForce])
  return { edges, done }
}
