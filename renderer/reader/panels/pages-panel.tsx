import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef, useState } from 'react'
import { type Mark, toneOf } from '../../annotations/marks'
import { classes } from '../../ui/classes'
import { PanelHeader } from '../../ui/panel'
import { useThumbnail } from '../../page-pictures/use-thumbnail'
import type { PageRow } from '../../storage/database'
import { type PageShape, shownSize } from '../page-geometry'
import { useReading } from '../reading'
import styles from './panels.module.css'
import { useRestingPage } from './use-resting-page'

/** Sizes in CSS pixels: a thumbnail at most, and what stands around it. */
const WIDTH = 104
const HEIGHT = 136
const CELL = { width: WIDTH + 16, height: HEIGHT + 34 }

/** All pages as small pictures; the one being read is marked, and the signs of its marks stand under each. */
export function PagesPanel() {
  const { pages, shapes, marks, column, goTo } = useReading()
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const across = Math.max(1, Math.floor((width - 8) / CELL.width))
  const current = useRestingPage(column)
  const [reached, setReached] = useState<number | null>(null)
  const focused = reached ?? current
  const walked = useRef(false)
  const rows = useVirtualizer({
    count: Math.ceil(pages.length / across),
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL.height,
    overscan: 2,
  })

  useEffect(() => {
    setReached(null)
    rows.scrollToIndex(Math.floor(current / across), { align: 'auto' })
  }, [current, across, rows])
  useEffect(() => {
    if (!walked.current) return
    // It may take a moment until the list has drawn it.
    const reachedNow = scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')
    if (!reachedNow) return
    walked.current = false
    reachedNow.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const inView = Math.max(1, Math.floor((scroller.current?.clientHeight ?? CELL.height) / CELL.height))
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: across,
      ArrowUp: -across,
      PageDown: across * inView,
      PageUp: -across * inView,
      Home: -pages.length,
      End: pages.length,
    }
    const step = steps[event.key]
    if (step === undefined) return
    const to = Math.max(0, Math.min(focused + step, pages.length - 1))
    walked.current = true
    setReached(to)
    rows.scrollToIndex(Math.floor(to / across), { align: 'auto' })
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className={styles.panel} aria-label="Pages">
      <PanelHeader title="Pages" count={pages.length} />
      <div ref={scroller} className={styles.scroller}>
        <ol aria-label="Pages" className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().flatMap(({ index: row, start }) =>
            Array.from({ length: across }, (_, nth) => {
              const at = row * across + nth
              const [page, shape] = [pages[at], shapes[at]]
              return page === undefined || shape === undefined ? null : (
                <Thumbnail
                  key={at}
                  page={page}
                  shape={shape}
                  count={pages.length}
                  top={start}
                  left={4 + nth * CELL.width}
                  marks={marks?.byPage.get(at)}
                  current={at === current}
                  reached={at === focused}
                  onKey={press}
                  onGo={() => {
                    setReached(at)
                    goTo({ page: at, fraction: 0 }, 'pages')
                  }}
                />
              )
            }),
          )}
        </ol>
      </div>
    </section>
  )
}

type ThumbnailProps = {
  readonly page: PageRow
  readonly shape: PageShape
  readonly count: number
  readonly top: number
  readonly left: number
  readonly marks: readonly Mark[] | undefined
  readonly current: boolean
  readonly reached: boolean
  readonly onKey: (event: KeyboardEvent) => void
  readonly onGo: () => void
}

const same = (a: ThumbnailProps, b: ThumbnailProps): boolean =>
  a.page === b.page &&
  a.shape === b.shape &&
  a.top === b.top &&
  a.left === b.left &&
  a.marks === b.marks &&
  a.current === b.current &&
  a.reached === b.reached

const Thumbnail = memo(function Thumbnail({ page, shape, count, top, left, marks, current, reached, onKey, onGo }: ThumbnailProps) {
  const size = shownSize(shape, 1)
  const scale = Math.min(WIDTH / size.width, HEIGHT / size.height)
  // The picture is that of the page as the file has it; a view that was turned turns the picture.
  const turn = (shape.rotation - page.rotation + 360) % 360
  const aside = turn === 90 || turn === 270
  const [width, height] = [size.width * scale, size.height * scale]
  const picture = useThumbnail(page.documentId, page.index)
  const tones = [...new Set(marks?.map(toneOf))]
  const label = page.label !== null && page.label !== String(page.index + 1) ? `, label ${page.label}` : ''
  const marked = marks === undefined ? '' : `, ${marks.length} ${marks.length === 1 ? 'mark' : 'marks'}`
  return (
    <li className={styles.cell} style={{ left, transform: `translateY(${top}px)` }}>
      <button
        type="button"
        aria-current={current ? 'page' : undefined}
        aria-label={`Page ${page.index + 1} of ${count}${label}${marked}`}
        tabIndex={reached ? 0 : -1}
        className={classes(styles.thumb, current && styles.current)}
        style={{ width: CELL.width - 4, height: CELL.height - 4 }}
        onClick={onGo}
        onKeyDown={onKey}
      >
        <span className={styles.sheet} style={{ width, height }}>
          {picture === null ? null : (
            <img
              src={picture}
              alt=""
              style={
                turn === 0
                  ? undefined
                  : { width: aside ? height : width, height: aside ? width : height, transform: `translate(-50%, -50%) rotate(${turn}deg)` }
              }
              className={turn === 0 ? undefined : styles.turned}
            />
          )}
        </span>
        <span className={styles.caption}>
          {page.index + 1}
          {label === '' ? null : <span title={`label ${page.label ?? ''}`}>{page.label}</span>}
          {tones.length === 0 ? null : (
            <span className={styles.signs}>{tones.map((tone) => (tone === 'unlinked' ? '○' : RELATION_SIGNS[tone].shape)).join('')}</span>
          )}
        </span>
      </button>
    </li>
  )
}, same)

/** The inner width of an element, CSS pixels. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const box = element.current
    if (box === null) return undefined
    const measure = new ResizeObserver(() => setWidth(box.clientWidth))
    measure.observe(box)
    return () => measure.disconnect()
  }, [element])
  return width
}
