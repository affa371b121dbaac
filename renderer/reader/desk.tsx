import type { PageRotation } from '@shared/units/geometry'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Mark, MarkList } from '../annotations/marks'
import { useWatched } from '../app/use-watched'
import type { PdfLink, PdfReader } from '../pdf/pdf-reader'
import type { Preference } from '../preferences/preferences'
import type { PageRow } from '../storage/database'
import { createCaret } from './caret'
import { CaretOnPage } from './caret-on-page'
import { DrawnPages } from './drawn-pages'
import type { Finding } from './finding'
import { MarkEnds } from './handles/mark-ends'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { ScrollPlace } from './page-layout'
import type { PageTexts } from './page-texts'
import type { SelectedMark } from './page-view'
import { PlacesStrip } from './places-strip'
import type { PointerWork, Tool } from './pointer-work'
import styles from './reader.module.css'
import { useAttachedColumn } from './use-attached-column'
import { useBoxKeys } from './use-box-keys'
import { useCaretKeys } from './use-caret-keys'
import { useCopiedPassage } from './use-copied-passage'
import { useDrawQueue } from './use-draw-queue'
import { useMarksUnderPointer } from './use-marks-under-pointer'

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
  const caret = useMemo(() => createCaret(column, work, texts, shapes), [column, work, texts, shapes])
  const caretAt = useWatched(caret)
  const queue = useDrawQueue(pdf, pages[0]?.documentId, view.current)

  useAttachedColumn(column, work, scroller, inner)
  useCopiedPassage(work, texts, active)
  useCaretKeys(caret, column, work, active)
  useBoxKeys(active ? tool : 'text', column, work, shapes)

  useEffect(() => {
    queue.lookAt(view.current)
  }, [queue, view])
  useMarksUnderPointer({ work, texts, shapes, marks }, inner, onMark)

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
          <DrawnPages {...{ columnWords, pages, shapes, turn, pdf, queue, column, work, texts, marks, selected, finding, onLink }} />
          {active ? <MarkEnds /> : null}
          <CaretOnPage {...{ caret, column, shapes, texts }} />
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
