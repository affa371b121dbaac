import type { DocumentId } from '@shared/documents/document'
import { useId, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { Preference } from '../preferences/preferences'
import { useWorkbench } from '../workbench/workbench'
import { DocumentPane } from './document-pane'
import type { Column, Frame } from './frame'
import { besideOf } from './open-tabs'
import { groupName } from './panel-sizes'
import styles from './reader.module.css'
import { ReaderTabs } from './reader-tabs'
import { RoomSide } from './room-side'
import { changeTabs } from './tabs-store'
import { useRoomKeys } from './use-room-keys'
import { useRoomLayout } from './use-room-layout'
import { useRoomTabs } from './use-room-tabs'
import { useSides } from './use-sides'

/** The sides in the order in which a key goes to them. */
const SIDES_AROUND = ['right', 'left'] as const
/** Below this width of the window, CSS pixels, two columns and both sides are too much. */
const FOR_TWO = 1500

/** The room in which documents are read: tabs, one or two columns of pages, panels at the left and at the right. */
export function ReaderRoom({ documentId, panelSizes }: { readonly documentId: DocumentId; readonly panelSizes: Preference<'panelSizes'> }) {
  const { db } = useWorkbench()
  const { sides, toggle, choose, open, focused: panelFocused } = useSides()
  const { tabs, nameOf, isReady, show, showNeighbour, close, swap } = useRoomTabs(documentId)
  const [left, setLeft] = useState<HTMLElement | null>(null)
  const [right, setRight] = useState<HTMLElement | null>(null)
  const [focused, setFocused] = useState<Column>('main')
  const columns = { main: useRef<HTMLDivElement>(null), beside: useRef<HTMLDivElement>(null) }
  const area = useId()
  const gaveWay = useRef(false)
  const beside = tabs?.beside ?? null
  const active: Column = beside === null ? 'main' : focused

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

  // A document that cannot be read yet has no panels: nothing stands beside it.
  const panels = beside !== null || isReady !== false
  const parts = { left: panels && (sides?.left.open ?? false), beside: beside !== null, right: panels && (sides?.right.open ?? false) }
  const layout = groupName(parts)
  const { group, keep } = useRoomLayout(layout)
  if (sides === null || tabs === undefined) return null

  const others = tabs.open.filter((tab) => tab.id !== documentId).map(({ id }) => ({ id, name: nameOf(id) ?? 'a document' }))
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
  const isTabbed = tabs.open.length > 1
  return (
    <div className={styles.room}>
      {isTabbed ? (
        <ReaderTabs
          tabs={tabs}
          shown={documentId}
          nameOf={(id) => nameOf(id) ?? '…'}
          controls={area}
          onShow={(id) => show(tabs.open.find((tab) => tab.id === id))}
          onClose={(id) => void close(id)}
        />
      ) : null}
      <div id={area} className={styles.area} {...(isTabbed ? { role: 'tabpanel', 'aria-label': nameOf(documentId) ?? 'Document' } : {})}>
        <Group
          groupRef={group}
          className={styles.reader ?? ''}
          orientation="horizontal"
          defaultLayout={panelSizes[layout]}
          onLayoutChanged={(sizes, { isUserInteraction }) => (isUserInteraction ? keep(sizes) : undefined)}
        >
          {parts.left ? <RoomSide side="left" host={setLeft} /> : null}
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
          {parts.right ? <RoomSide side="right" host={setRight} /> : null}
        </Group>
      </div>
    </div>
  )
}
