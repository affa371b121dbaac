import type { PageRotation } from '@shared/units/geometry'
import { type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { drawMarks, markAt } from '../annotations/mark-shapes'
import type { Mark, MarkList } from '../annotations/marks'
import { isTyping, shortcutFor } from '../app/shortcuts'
import { useWatched } from '../app/use-watched'
import type { PdfLink, PdfReader } from '../pdf/pdf-reader'
import type { Preference } from '../preferences/preferences'
import type { PageRow } from '../storage/database'
import { caretLine, createCaret } from './caret'
import { copiedText } from './copied-text'
import { FindLayer } from './find-layer'
import type { Finding } from './finding'
import { MarkEnds } from './mark-ends'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { ScrollPlace } from './page-layout'
import type { PageTexts } from './page-texts'
import { PlacesStrip } from './places-strip'
import { PageView, type SelectedMark } from './page-view'
import type { PagePoint, PointerWork, Tool } from './pointer-work'
import styles from './reader.module.css'
import { useBoxKeys } from './use-box-keys'
import { useDrawQueue } from './use-draw-queue'

type DeskProps = {
  readonly name: string
  /** Said behind the name of the pages and of each page where the same document may stand twice: `, second column`. */
  readonly columnWords: string
  readonly pages: readonly PageRow[]
  readonly shapes: readonly PageShape[]
  readonly turn: PageRotation
  readonly pdf: PdfReader
  readonly column: PageColumn
  readonly work: PointerWork
  readonly texts: PageTexts
  readonly marks: MarkList
  readonly selected: SelectedMark | null
  readonly tool: Tool
  readonly finding: Finding
  /** Whether keys and the clipboard mean this desk: of two columns only one. */
  readonly active: boolean
  readonly view: Preference<'readerView'>
  readonly onMark: (mark: Mark | null) => void
  readonly onLink: (link: PdfLink) => void
  /** Goes to a place that was clicked on the strip beside the pages. */
  readonly onGo: (to: ScrollPlace) => void
  /** The palette, over the pages. */
  readonly children?: ReactNode
}

const NO_MARKS: readonly Mark[] = []

const subscribeToResize = (changed: () => void): (() => void) => {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

/** The pages on their desk: draws what is near the view. */
export function Desk(props: DeskProps) {
  const {
    name,
    columnWords,
    pages,
    shapes,
    turn,
    pdf,
    column,
    work,
    texts,
    marks,
    selected,
    tool,
    finding,
    active,
    view: shownAs,
    onMark,
    onLink,
    onGo,
    children,
  } = props
  const scroller = useRef<HTMLElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const view = useWatched(column)
  const selecting = useWatched(work)
  const { hits, byPage, current } = useWatched(finding)
  const pixelRatio = useSyncExternalStore(subscribeToResize, () => devicePixelRatio)
  const caret = useMemo(() => createCaret(column, work, texts, shapes), [column, work, texts, shapes])
  const caretAt = useWatched(caret)
  const queue = useDrawQueue(pdf, pages[0]?.documentId, view.current)

  useEffect(() => {
    const [box, content] = [scroller.current, inner.current]
    if (box === null || content === null) return undefined
    const ends = [column.attach(box, content), work.attach(box, content)]
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      if (event.deltaY !== 0) column.step(event.deltaY < 0 ? 1 : -1, event)
    }
    box.addEventListener('wheel', wheel, { passive: false })
    // A scrolled area has to be reachable by keyboard.
    box.tabIndex = 0
    return () => {
      box.removeEventListener('wheel', wheel)
      for (const end of ends) end()
    }
  }, [column, work])

  useEffect(() => {
    if (!active) return undefined
    const copy = (event: ClipboardEvent): void => {
      const now = work.get()
      if (now.kind !== 'text' || isTyping(event.target)) return
      event.clipboardData?.setData('text/plain', copiedText(now.passage, texts))
      event.preventDefault()
    }
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  }, [work, texts, active])

  useEffect(() => {
    if (!active) return caret.stop()
    const press = (event: KeyboardEvent): void => {
      if (
        event.isComposing ||
        isTyping(event.target) ||
        document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null
      )
        return
      if (event.key === 'Escape') {
        // One thing at a time: a chosen mark stays chosen when the caret goes.
        if (caret.get() !== null && work.get().kind === 'nothing') {
          event.preventDefault()
          event.stopPropagation()
        }
        return caret.stop()
      }
      const begins = shortcutFor(event, 'reading') === 'caret' && caret.start()
      if (begins) column.focus()
      if (!begins && !caret.press(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [column, caret, active, work])

  useBoxKeys(active ? tool : 'text', column, work, shapes)

  useEffect(() => {
    queue.lookAt(view.current)
  }, [queue, view])

  useEffect(() => {
    const content = inner.current
    const find = (at: PagePoint | null): Mark | null => {
      const shape = at && shapes[at.page]
      const list = at && marks.byPage.get(at.page)
      const id = at && shape && list ? markAt(drawMarks(list, at.page, shape, texts.leftEdge(at.page, shape)), at.point) : null
      return id === null ? null : (marks.byId.get(id) ?? null)
    }
    work.setOnClick((at) => onMark(find(at)))
    if (content === null) return undefined
    let frame = 0
    const hover = (event: MouseEvent): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const mark = event.buttons === 0 && work.get().kind === 'nothing' ? find(work.under(event.clientX, event.clientY)) : null
        content.toggleAttribute('data-over-mark', mark !== null)
      })
    }
    content.addEventListener('mousemove', hover, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      content.removeEventListener('mousemove', hover)
    }
  }, [work, texts, shapes, marks, onMark])

  const caretShape = caretAt === null ? undefined : shapes[caretAt.page]
  const line = caretAt === null || caretShape === undefined ? null : caretLine(texts, caretShape, caretAt)
  const caretStyle =
    caretAt === null || line === null
      ? null
      : {
          left: (view.width - (view.layout.widths[caretAt.page] ?? 0)) / 2 + line.from.x * view.scale - 1,
          top: (view.layout.tops[caretAt.page] ?? 0) + line.from.y * view.scale,
          height: Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) * view.scale,
          rotate: `${Math.atan2(line.from.x - line.to.x, line.to.y - line.from.y)}rad`,
        }

  const drawn = new Set<number>()
  for (let page = view.first; page <= Math.min(view.last, pages.length - 1); page += 1) drawn.add(page)
  // The ends of a selection stay drawn, or the window would forget it when they scroll away.
  if (selecting.kind === 'text') drawn.add(selecting.passage.from.page).add(selecting.passage.to.page)

  return (
    <div className={styles.desk}>
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={`Pages of ${name}${columnWords}`}
        data-tool={tool}
        data-paper={shownAs.paper}
        data-flow={shownAs.flow}
      >
        <div ref={inner} className={styles.inner}>
          {[...drawn]
            .sort((a, b) => a - b)
            .map((at) => {
              const [page, shape] = [pages[at], shapes[at]]
              if (page === undefined || shape === undefined) return null
              const width = view.layout.widths[at] ?? 0
              return (
                <PageView
                  key={at}
                  page={page}
                  shape={shape}
                  turn={turn}
                  pageCount={pages.length}
                  columnWords={columnWords}
                  top={view.layout.tops[at] ?? 0}
                  left={(view.width - width) / 2}
                  width={width}
                  height={view.layout.heights[at] ?? 0}
                  scale={view.scale}
                  pixelRatio={pixelRatio}
                  reader={pdf}
                  queue={queue}
                  texts={texts}
                  marks={marks.byPage.get(at) ?? NO_MARKS}
                  selected={selected}
                  selecting={selecting}
                  onLink={onLink}
                />
              )
            })}
          {[...drawn].map((at) => {
            const [shape, onPage] = [shapes[at], byPage.get(at)]
            if (shape === undefined || onPage === undefined) return null
            const [hit, width] = [hits[current], view.layout.widths[at] ?? 0]
            return (
              <FindLayer
                key={`found-${at}`}
                page={at}
                shape={shape}
                texts={texts}
                hits={onPage}
                current={hit?.page === at ? hit : null}
                top={view.layout.tops[at] ?? 0}
                left={(view.width - width) / 2}
                width={width}
                height={view.layout.heights[at] ?? 0}
              />
            )
          })}
          {active ? <MarkEnds /> : null}
          {caretStyle === null ? null : <div className={styles.caret} style={caretStyle} />}
        </div>
      </section>
      <PlacesStrip {...{ marks, finding, shapes, scroller, onGo }} layout={view.layout} />
      {caretAt !== null ? (
        <output className={styles.hint} data-desk-hint>
          Arrow keys move the caret, with Ctrl by word and paragraph; Shift selects, Enter asks what to do with it, Esc ends.
        </output>
      ) : null}
      {tool === 'box' ? (
        <output className={styles.hint} data-desk-hint>
          Drag a box, or press an arrow key: arrows move it, Shift sizes it, Enter asks what it holds.
        </output>
      ) : null}
      {children}
    </div>
  )
}
