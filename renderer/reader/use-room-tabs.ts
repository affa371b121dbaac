import type { DocumentId } from '@shared/documents/document'
import { useEffect, useMemo } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useAll } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'
import { closed, neighbourOf, type OpenTab, type OpenTabs, shown, swapped, without } from './open-tabs'
import { addressOf, changeTabs, useOpenTabs } from './tabs-store'

type RoomTabs = {
  /** Undefined while they are read. */
  readonly tabs: OpenTabs | undefined
  readonly nameOf: (id: DocumentId) => string | undefined
  /** Whether the document can be read; undefined while that is looked up, or where it is not in the library. */
  readonly isReady: boolean | undefined
  readonly show: (tab: OpenTab | undefined) => void
  readonly showNeighbour: (direction: 1 | -1) => void
  readonly close: (id: DocumentId) => Promise<void>
  /** Changes the two columns. */
  readonly swap: () => Promise<void>
}

/** The tabs of the room. The address says which document is shown; the tabs follow it, and lose documents that are removed. */
export function useRoomTabs(documentId: DocumentId): RoomTabs {
  const { db } = useWorkbench()
  const tabs = useOpenTabs()
  const documents = useAll('documents')
  const names = useMemo(() => new Map(documents?.map((document) => [document.id, document.name])), [documents])
  useEffect(() => void changeTabs(db, (before) => shown(before, documentId)), [db, documentId])
  useEffect(() => {
    if (documents !== undefined)
      void changeTabs(db, (before) => without(before, (id) => id === documentId || documents.some((document) => document.id === id)))
  }, [db, documents, documentId])
  const status = documents?.find((document) => document.id === documentId)?.status
  const show = (tab: OpenTab | undefined): void => (tab === undefined ? undefined : navigate(addressOf(tab), { replace: true }))
  return {
    tabs,
    nameOf: (id) => names.get(id),
    isReady: status === undefined ? undefined : status === 'ready',
    show,
    // The address is ahead of the tabs, which are written down.
    showNeighbour: (direction) => show(tabs === undefined ? undefined : neighbourOf({ ...tabs, current: documentId }, direction)),
    async close(id) {
      const after = await changeTabs(db, (before) => closed(before, id))
      if (id !== documentId) return
      const next = after.open.find((tab) => tab.id === after.current)
      if (next === undefined) navigate(routes.library())
      else show(next)
    },
    async swap() {
      const after = await changeTabs(db, swapped)
      if (after.current !== null) navigate(routes.document(after.current), { replace: true })
    },
  }
}
