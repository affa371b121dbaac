import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { classes } from '../../ui/classes'
import { PanelHeader } from '../../ui/panel'
import { type OutlineRow, outlineRows, rowFor, sectionOf } from '../outline-rows'
import { useReading } from '../reading'
import styles from './panels.module.css'
import { useRestingPage } from './use-resting-page'

/** Height of a line in CSS pixels, as the style sheet has it. */
const ROW = 28
/** An outline of at most so many entries begins open at its first level. */
const OPEN_UP_TO = 12

/** The document's own table of contents, as a tree that is walked with the arrow keys. */
export function OutlinePanel() {
  const { document, column, goTo } = useReading()
  const { outline } = document
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(outline.length <= OPEN_UP_TO ? outline.map((_, at) => String(at)) : []),
  )
  const [reached, setReached] = useState('0')
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => outlineRows(outline, open), [outline, open])
  const page = useRestingPage(column)
  const section = useMemo(() => sectionOf(outline, page), [outline, page])
  const current = section === null ? undefined : rowFor(rows, section)
  const focused = rowFor(rows, reached) ?? rows[0]
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 20 })
  const walked = useRef(false)

  const shownAt = current === undefined ? -1 : rows.indexOf(current)
  useEffect(() => {
    if (shownAt >= 0) list.scrollToIndex(shownAt, { align: 'auto' })
  }, [list, shownAt])
  useEffect(() => {
    if (!walked.current) return
    // It may take a moment until the list has drawn it.
    const reachedNow = scroller.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
    if (!reachedNow) return
    walked.current = false
    reachedNow.focus({ preventScroll: true })
  })

  const fold = (path: string, to: boolean): void =>
    setOpen((before) => new Set(to ? [...before, path] : [...before].filter((one) => one !== path)))
  const follow = ({ item }: OutlineRow): void => {
    if (item.pageIndex !== null) goTo({ page: item.pageIndex, fraction: 0 }, 'outline')
  }
  const walk = (row: OutlineRow | undefined): void => {
    if (row === undefined) return
    walked.current = true
    setReached(row.path)
    list.scrollToIndex(rows.indexOf(row), { align: 'auto' })
  }
  const press = (event: KeyboardEvent): void => {
    if (focused === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    const at = rows.indexOf(focused)
    const parent = focused.path.includes('.') ? focused.path.slice(0, focused.path.lastIndexOf('.')) : null
    const has = focused.item.children.length > 0
    if (event.key === 'ArrowDown') walk(rows[at + 1])
    else if (event.key === 'ArrowUp') walk(rows[at - 1])
    else if (event.key === 'Home') walk(rows[0])
    else if (event.key === 'End') walk(rows.at(-1))
    else if (event.key === 'ArrowRight') {
      if (has && !open.has(focused.path)) fold(focused.path, true)
      else if (has) walk(rows[at + 1])
    } else if (event.key === 'ArrowLeft') {
      if (has && open.has(focused.path)) fold(focused.path, false)
      else if (parent !== null) walk(rowFor(rows, parent))
    } else if (event.key === 'Enter' || event.key === ' ') follow(focused)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className={styles.panel} aria-label="Outline">
      <PanelHeader title="Outline" />
      {outline.length === 0 ? (
        <div className={styles.empty}>
          <p>This PDF has no outline: whoever made it gave it no table of contents that programs can read.</p>
          <p>A printed table of contents may still stand on its first pages; its links, if there are any, work.</p>
        </div>
      ) : (
        <div ref={scroller} className={styles.scroller}>
          <div role="tree" aria-label="Outline" tabIndex={-1} style={{ height: list.getTotalSize() }}>
            {list.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (row === undefined) return null
              return (
                <OutlineEntry
                  key={row.path}
                  row={row}
                  top={start}
                  isOpen={open.has(row.path)}
                  isCurrent={row === current}
                  isFocused={row === focused}
                  onKey={press}
                  onFollow={() => {
                    setReached(row.path)
                    follow(row)
                  }}
                  onFold={(to) => fold(row.path, to)}
                />
              )
            })}
          </div>
        </div>
      )}
    </section>
  )
}

type OutlineEntryProps = {
  readonly row: OutlineRow
  /** Its place in the list, CSS pixels from the top. */
  readonly top: number
  readonly isOpen: boolean
  /** Whether the page that is read lies in it. */
  readonly isCurrent: boolean
  readonly isFocused: boolean
  readonly onKey: (event: KeyboardEvent) => void
  readonly onFollow: () => void
  readonly onFold: (open: boolean) => void
}

function OutlineEntry({ row, top, isOpen, isCurrent, isFocused, onKey, onFollow, onFold }: OutlineEntryProps) {
  const { item, level } = row
  const has = item.children.length > 0
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={isCurrent}
      aria-current={isCurrent ? 'location' : undefined}
      {...(has ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isFocused ? 0 : -1}
      className={classes(styles.entry, isCurrent && styles.current)}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 6 + (level - 1) * 14 }}
      title={item.title}
      onKeyDown={onKey}
      onClick={onFollow}
    >
      {has ? (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles.twist}
          onClick={(event) => {
            event.stopPropagation()
            onFold(!isOpen)
          }}
        >
          {isOpen ? <ChevronDown size={14} strokeWidth={1.6} /> : <ChevronRight size={14} strokeWidth={1.6} />}
        </button>
      ) : (
        <span className={styles.twist} />
      )}
      <span className={styles.words}>{item.title === '' ? 'untitled' : item.title}</span>
      {item.pageIndex === null ? null : <span className={styles.number}>{item.pageIndex + 1}</span>}
    </div>
  )
}
