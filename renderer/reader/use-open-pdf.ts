import type { Document } from '@shared/documents/document'
import { type Outcome, ok } from '@shared/errors/outcome'
import { useEffect, useMemo, useState } from 'react'
import { latePdf } from '../pdf/late-pdf'
import type { PdfReader } from '../pdf/pdf-reader'
import type { PageRow } from '../storage/database'
import { useWorkbench } from '../workbench/workbench'

/**
 * Opens a document while the component is shown. What it gives can be used at once and works as soon as the file is open; it becomes
 * trouble where the file can't be opened. Undefined while the document or its pages are not known.
 */
export function useOpenPdf(document: Document | null | undefined, pages: readonly PageRow[] | undefined): Outcome<PdfReader> | undefined {
  const { documents } = useWorkbench()
  const id = document?.status === 'ready' ? document.id : null
  const [opening, setOpening] = useState<Promise<Outcome<PdfReader>> | null>(null)
  const [failed, setFailed] = useState<Outcome<PdfReader> | null>(null)

  useEffect(() => {
    if (id === null) return undefined
    let gone = false
    const opened = documents.open(id)
    setOpening(opened)
    void opened.then((outcome) => (gone || outcome.ok ? undefined : setFailed(outcome)))
    return () => {
      gone = true
      setOpening(null)
      setFailed(null)
      documents.release(id)
    }
  }, [documents, id])

  const known = document !== null && document !== undefined && pages !== undefined && pages.length > 0
  const late = useMemo(() => {
    if (opening === null || !known) return undefined
    const { pageCount, metadata, encrypted, copyingDiscouraged } = document
    const labels = pages.map((page) => page.label)
    return ok(
      latePdf(
        { pageCount, metadata, encrypted, copyingDiscouraged, labels },
        opening.then((outcome) => (outcome.ok ? outcome.value : null)),
      ),
    )
    // The document is opened once: a changed name or label opens nothing anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [opening, known])
  return failed ?? late
}
