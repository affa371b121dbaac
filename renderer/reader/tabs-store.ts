import type { DocumentId } from '@shared/documents/document'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { readPreference, writePreference } from '../preferences/preferences'
import type { Database } from '../storage/database'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { added, besideOf, type OpenTab, type OpenTabs } from './open-tabs'

/** Changes the open tabs, one change after the other. */
export async function changeTabs(db: Database, change: (tabs: OpenTabs) => OpenTabs): Promise<OpenTabs> {
  return db.transaction('rw', db.preferences, async () => {
    const before = await readPreference(db, 'openTabs')
    const after = change(before)
    if (after !== before) await writePreference(db, 'openTabs', after)
    return after
  })
}

/** The open tabs as they change; undefined while they are read. */
export function useOpenTabs(): OpenTabs | undefined {
  const { db } = useWorkbench()
  return useLiveQuery(() => readPreference(db, 'openTabs'), [db])
}

/** The address of a tab: where it is to be shown first, if it was not shown yet. */
export const addressOf = ({ id, at }: OpenTab): string => `${routes.document(id)}${at === null ? '' : `?${at}`}`

/** Whether a click asks for a new tab: with Ctrl (⌘ on a Mac), or with the middle button. */
export const asksForNewTab = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly button: number }): boolean =>
  event.ctrlKey || event.metaKey || event.button === 1

/** Opens an address of a document (`routes.document`) in a new tab behind what is shown, or beside the document being read. */
export function useOpenElsewhere(): {
  readonly inNewTab: (address: string, name: string) => void
  readonly beside: (id: DocumentId) => void
} {
  const { db } = useWorkbench()
  const toast = useToast()
  const inNewTab = useCallback(
    (address: string, name: string) => {
      const named = /^\/library\/([^?]+)(?:\?(.*))?$/.exec(address)
      if (named === null) return
      void changeTabs(db, (tabs) => added(tabs, named[1] as DocumentId, named[2] ?? null)).then(() =>
        toast.show({ text: `Opened “${name}” in a new tab.`, action: { label: 'Go there', onSelect: () => navigate(address) } }),
      )
    },
    [db, toast],
  )
  const beside = useCallback(
    (id: DocumentId) =>
      void changeTabs(db, (tabs) => (tabs.current === null ? tabs : besideOf(tabs, id))).then((tabs) =>
        navigate(routes.document(tabs.current ?? id)),
      ),
    [db],
  )
  return { inNewTab, beside }
}
