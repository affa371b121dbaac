import type { DocumentId } from '@shared/documents/document'
import type { Outcome } from '@shared/errors/outcome'
import { useEffect, useState } from 'react'
import type { PdfReader } from '../pdf/pdf-reader'
import { useWorkbench } from '../workbench/workbench'

/** Opens a document while the component is shown; undefined until it is open. `when` false waits: there is no point yet. */
export function useOpenPdf(documentId: DocumentId, when: boolean): Outcome<PdfReader> | undefined {
  const { documents } = useWorkbench()
  const [opened, setOpened] = useState<Outcome<PdfReader>>()
  useEffect(() => {
    if (!when) return undefined
    let gone = false
    void documents.open(documentId).then((outcome) => (gone ? undefined : setOpened(outcome)))
    return () => {
      gone = true
      setOpened(undefined)
      documents.release(documentId)
    }
  }, [documents, documentId, when])
  return opened
}
