import type { DocumentId } from '@shared/documents/document'
import { useEffect, useMemo } from 'react'
import { takeStandIns } from '../page-pictures/warm-pictures'
import type { PdfReader } from '../pdf/pdf-reader'
import { useWorkbench } from '../workbench/workbench'
import { createDrawQueue, type DrawQueue } from './draw-queue'

/**
 * What draws the pages of an open document, with the kept pictures that stand in for them meanwhile.
 * @param start the page at which reading begins: its picture is fetched before anything is drawn
 */
export function useDrawQueue(pdf: PdfReader, documentId: DocumentId | undefined, start: number): DrawQueue {
  const { pictures } = useWorkbench()
  const queue = useMemo(() => {
    if (documentId === undefined) return createDrawQueue(pdf)
    const standIns = takeStandIns(pictures, documentId)
    standIns.lookAt(start, 0)
    pictures.opened(documentId, start)
    return createDrawQueue(pdf, standIns)
    // Where reading begins is asked once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pdf, pictures, documentId])
  useEffect(() => () => queue.standIns?.close(), [queue])
  return queue
}
