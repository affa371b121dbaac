import type { DocumentId } from '@shared/documents/document'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { keepSizes } from '../preferences/keep-sizes'
import { type Preference, readPreference } from '../preferences/preferences'
import { useAll } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'
import { DocumentPane } from './document-pane'
import type { Column, Frame } from './frame'
import { besideOf, closed, neighbourOf, type OpenTab, shown, swapped, without } from './open-tabs'
import { groupName } from './panel-sizes'
import styles from './reader.module.css'
import { ReaderTabs } from './reader-tabs'
import { addressOf, changeTabs, useOpenTabs } from './tabs-store'
import { useRoomKeys } from './use-room-keys'
import { useSides } from './use-sides'

/** The sides in the order in which a key goes to them. */
const SIDES_AROUND = ['right', 'left'] as const
/** Below this width of the window, CSS pixels, two columns and both sides are too much. */
const FOR_TWO = 1500

/** The room in which documents are read: tabs, one or two columns of pages, panels at the left and at the right. */
export function ReaderRoom({ documentId, panelSizes }: { readonly documentId: DocumentId; readonly panelSizes: Preference<'panelSizes'> }) {
  const { db } = useWorkbench()
  const { sides, toggle, choose, open, focused: panelFocused } = useSides()
  const tabs = useOpenTabs()
  const documents = useAll('documents')
  const names = useMemo(() => new Map(documents?.map((document) => [document.id, document.name])), [documents])
  const [left, setLeft] = useState<HTMLElement | null>(null)
  const [right, setRight] = useState<HTMLElement | null>(null)
  const [focused, setFocused] = useState<Column>('main')
  const columns = { main: useRef<HTMLDivElement>(null), beside: useRef<HTMLDivElement>(null) }
  const area = useId()
  const gaveWay = useRef(false)

  // The address says which document is shown; the tabs follow it.
  useEffect(() => void changeTabs(db, (before) => shown(before, documentId)), [db, documentId])
  useEffect(() => {
    if (documents !== undefined)
      void changeTabs(db, (before) => without(before, (id) => id === documentId || documents.some((document) => document.id === id)))
  }, [db, documents, documentId])

  const beside = tabs?.beside ?? null
  const active: Column = beside === null ? 'main' : focused
  const show = (tab: OpenTab | undefined): void => (tab === undefined ? undefined : navigate(addressOf(tab), { replace: true }))
  // The address is ahead of the tabs, which are written down.
  const showNeighbour = (direction: 1 | -1): void =>
    show(tabs === undefined ? undefined : neighbourOf({ ...tabs, current: documentId }, direction))
  const close = async (id: DocumentId): Promise<void> => {
    const after = await changeTabs(db, (before) => closed(before, id))
    if (id !== documentId) return
    const next = after.open.find((tab) => tab.id === after.current)
    if (next === undefined) navigate(routes.library())
    else show(next)
  }
  const put = (id: DocumentId | null): void => {
    setFocused(id === null ? 'main' : 'beside')
    // Two columns need room: the left side gives way, and comes back with the single column.
    if (id !== null && beside === null && innerWidth < FOR_TWO && sides?.left.open === true) {
      gaveWay.current = true
      toggle('left')
    } else if (id === null && gaveWay.current) {
      gaveWay.current = false
      if (sides?.left.open === false) toggle('left')
    }
    void changeTabs(db, (before) => besideOf(before, id))
  }
  const swap = async (): Promise<void> => {
    const after = await changeTabs(db, swapped)
    if (after.current !== null) navigate(routes.document(after.current), { replace: true })
  }
  const goToPages = (column: Column): void =>
    columns[column].current?.querySelector<HTMLElement>('section[tabindex="0"]')?.focus({ preventScroll: true })
  /** From the pages to the panel at the right, on to the one at the left, and back. */
  const goAround = (): void => {
    if (sides === null) return
    const now = document.activeElement
    const there = SIDES_AROUND.filter((side) => sides[side].open)
    const from = SIDES_AROUND.find((side) => (side === 'right' ? right : left)?.contains(now) === true)
    const next = from === undefined ? (there[0] ?? 'right') : there[there.indexOf(from) + 1]
    if (next === undefined) goToPages(active)
    else open(sides[next].panel)
  }
  useRoomKeys({
    'close-tab': () => void (active === 'beside' ? put(null) : close(documentId)),
    'next-tab': () => showNeighbour(1),
    'previous-tab': () => showNeighbour(-1),
    split: () => put(beside === null ? documentId : null),
    'other-column': () => goToPages(active === 'main' ? 'beside' : 'main'),
    sides: goAround,
  })

  const group = useGroupRef()
  // A document that cannot be read yet has no panels: nothing stands beside it.
  const status = documents?.find((document) => document.id === documentId)?.status
  const panels = beside !== null || status === undefined || status === 'ready'
  const parts = { left: panels && (sides?.left.open ?? false), beside: beside !== null, right: panels && (sides?.right.open ?? false) }
  const layout = groupName(parts)
  const first = useRef(layout)
  useEffect(() => {
    // The group lays itself out anew when a part comes or goes; then what was remembered for these parts holds.
    if (first.current === layout) return
    first.current = layout
    void readPreference(db, 'panelSizes').then((sizes) =>
      sizes[layout] === undefined ? undefined : group.current?.setLayout(sizes[layout]),
    )
  }, [db, layout, group])

  if (sides === null || tabs === undefined) return null
  const others = tabs.open.filter((tab) => tab.id !== documentId).map(({ id }) => ({ id, name: names.get(id) ?? 'a document' }))
  const frame = (column: Column): Frame => ({
    column,
    active: active === column,
    split: beside !== null,
    others,
    sides,
    hosts: { left, right },
    toggle,
    choose,
    open,
    focused: panelFocused,
    put,
    swap: () => void swap(),
  })
  const pane = (column: Column, id: DocumentId) => (
    <div
      ref={columns[column]}
      className={styles.column}
      data-active={beside !== null && active === column ? '' : undefined}
      onFocusCapture={() => setFocused(column)}
      onPointerDownCapture={() => setFocused(column)}
    >
      <DocumentPane key={`${column} ${id}`} documentId={id} frame={frame(column)} />
    </div>
  )
  return (
    <div className={styles.room}>
      {tabs.open.length < 2 ? null : (
        <ReaderTabs
          tabs={tabs}
          shown={documentId}
          nameOf={(id) => names.get(id) ?? '…'}
          controls={area}
          onShow={(id) => show(tabs.open.find((tab) => tab.id === id))}
          onClose={(id) => void close(id)}
        />
      )}
      <div
        id={area}
        className={styles.area}
        {...(tabs.open.length < 2 ? {} : { role: 'tabpanel', 'aria-label': names.get(documentId) ?? 'Document' })}
      >
        <Group
          groupRef={group}
          className={styles.reader ?? ''}
          orientation="horizontal"
          defaultLayout={panelSizes[layout]}
          onLayoutChanged={(sizes, { isUserInteraction }) => (isUserInteraction ? void keepSizes(db, layout, sizes) : undefined)}
        >
          {parts.left ? (
            <>
              <Panel
                id="left"
                defaultSize="290px"
                minSize="200px"
                maxSize="40%"
                groupResizeBehavior="preserve-pixel-size"
                className={styles.side ?? ''}
              >
                <div ref={setLeft} className={styles.side} />
              </Panel>
              <Separator className={styles.separator ?? ''} aria-label="Width of the left side" />
            </>
          ) : null}
          <Panel id="pages" minSize="240px" className={styles.middle ?? ''}>
            {pane('main', documentId)}
          </Panel>
          {beside === null ? null : (
            <>
              <Separator className={styles.separator ?? ''} aria-label="Width of the second column" />
              <Panel id="beside" minSize="240px" className={styles.middle ?? ''}>
                {pane('beside', beside)}
              </Panel>
            </>
          )}
          {parts.right ? (
            <>
              <Separator className={styles.separator ?? ''} aria-label="Width of the right side" />
              <Panel
                id="right"
                defaultSize="316px"
                minSize="220px"
                maxSize="40%"
                groupResizeBehavior="preserve-pixel-size"
                className={styles.side ?? ''}
              >
                <div ref={setRight} className={styles.side} />
              </Panel>
            </>
          ) : null}
        </Group>
      </div>
    </div>
  )
}
