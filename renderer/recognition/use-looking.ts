import type { DocumentId } from '@shared/documents/document'
import { pageIndex } from '@shared/units/pages'
import { useEffect } from 'react'
import type { PageColumn } from '../reader/page-column'
import { useRestingPage } from '../reader/panels/use-resting-page'
import { useWorkbench } from '../workbench/workbench'

/** Tells the queue which page is being looked at, so that it is recognised first. */
export function useLooking(documentId: DocumentId, column: PageColumn): void {
  const { recognition } = useWorkbench()
  const page = useRestingPage(column)
  useEffect(() => {
    recognition.lookAt({ documentId, page: pageIndex(page) })
    return () => recognition.lookAt(null)
  }, [recognition, documentId, page])
}
