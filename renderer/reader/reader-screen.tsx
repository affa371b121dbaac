import type { DocumentId } from '@shared/documents/document'
import { useEffect, useState } from 'react'
import { type Preference, readPreference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import { ReaderRoom } from './reader-room'

/** Reads documents: the one of the address, with panels at its sides. Page and mark come from the address too. */
export function ReaderScreen({ documentId }: { readonly documentId: DocumentId }) {
  const { db } = useWorkbench()
  const [panelSizes, setPanelSizes] = useState<Preference<'panelSizes'> | null>(null)
  useEffect(() => void readPreference(db, 'panelSizes').then(setPanelSizes), [db])
  return panelSizes === null ? null : <ReaderRoom documentId={documentId} panelSizes={panelSizes} />
}
