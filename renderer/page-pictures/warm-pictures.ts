import type { DocumentId } from '@shared/documents/document'
import { useEffect, useState } from 'react'
import { readPreference } from '../preferences/preferences'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import type { PagePictures } from './page-pictures'
import { createStandIns, type StandIns } from './stand-ins'

/** Pictures that were begun to be fetched before the reader that shows them was there. */
const begun = new Map<DocumentId, StandIns>()

/** The pictures of a document for one column of its pages: those begun already, once, or new ones. The taker closes them. */
export function takeStandIns(pictures: PagePictures, documentId: DocumentId): StandIns {
  const standIns = begun.get(documentId) ?? createStandIns(pictures, documentId)
  begun.delete(documentId)
  return standIns
}

async function begin({ db, pictures }: Workbench, documentId: DocumentId, filePage: number | null): Promise<void> {
  if (begun.has(documentId)) return
  const standIns = createStandIns(pictures, documentId)
  begun.set(documentId, standIns)
  standIns.lookAt(filePage === null ? ((await readPreference(db, 'lastPlaces'))[documentId]?.page ?? 0) : filePage - 1, 0)
}

/**
 * Begins to fetch the kept picture of the place where a document is about to be opened, before its pages are known.
 * @param filePage the page that the address names, from 1; null for the last place
 */
export function useWarmPictures(documentId: DocumentId, filePage: number | null): void {
  const workbench = useWorkbench()
  // In the first rendering and not after it: the rest of the reader is made meanwhile.
  useState(() => void begin(workbench, documentId, filePage))
  useEffect(
    () => () => {
      begun.get(documentId)?.close()
      begun.delete(documentId)
    },
    [documentId],
  )
}
