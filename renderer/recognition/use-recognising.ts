import type { DocumentId } from '@shared/documents/document'
import { useEffect } from 'react'
import { readPreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'

/** Lets the queue go on while the window is open, and puts into it what an import brings, unless the researcher does not want that. */
export function useRecognising(): void {
  const { db, imports, recognition } = useWorkbench()
  useEffect(() => void recognition.start(), [recognition])
  useEffect(() => {
    const seen = new Set<string>()
    const look = async (): Promise<void> => {
      const items = imports.items.get()
      // While files are on their way in, the processor is theirs.
      if (items.some((item) => item.result === null)) return
      const added: DocumentId[] = []
      for (const { id, result } of items) {
        if (seen.has(id)) continue
        seen.add(id)
        if (result?.kind === 'added') added.push(result.documentId)
      }
      if (added.length === 0 || !(await readPreference(db, 'recogniseAfterImport'))) return
      for (const documentId of added) await recognition.want(documentId, 'needed')
    }
    return imports.items.subscribe(() => void look())
  }, [db, imports, recognition])
}
