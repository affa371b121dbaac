import type { PageRotation } from '@shared/units/geometry'
import { useSyncExternalStore } from 'react'
import type { Mark, MarkList } from '../annotations/marks'
import { useWatched } from '../app/use-watched'
import type { PdfLink, PdfReader } from '../pdf/pdf-reader'
import type { PageRow } from '../storage/database'
import type { DrawQueue } from './draw-queue'
import { FindLayer } from './find-layer'
import type { Finding } from './finding'
import type { PageColumn } from './page-column'
import type { PageShape } from './page-geometry'
import type { PageTexts } from './page-texts'
import { PageView, type SelectedMark } from './page-view'
import type { PointerWork } from './pointer-work'

type DrawnPagesProps = {
  /** Said behind the name of each page. */
  readonly columnWords: string
  readonly pages: readonly PageRow[]
  readonly shapes: readonly PageShape[]
  readonly turn: PageRotation
  readonly pdf: PdfReader
  readonly queue: DrawQueue
  readonly column: PageColumn
  readonly work: PointerWork
  readonly texts: PageTexts
  readonly marks: MarkList
  readonly selected: SelectedMark | null
  readonly finding: Finding
  readonly onLink: (link: PdfLink) => void
}

const NO_MARKS: readonly Mark[] = []

const subscribeToResize = (changed: () => void): (() => void) => {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}

/** The pages near the view, and over them the boxes around what is being found. */
export function DrawnPages({
  columnWords,
  pages,
  shapes,
  turn,
  pdf,
  queue,
  column,
  work,
  texts,
  marks,
  selected,
  finding,
  onLink,
}: DrawnPagesProps) {
  const view = useWatched(column)
  const selecting = useWatched(work)
  const { hits, byPage, current } = useWatched(finding)
  const pixelRatio = useSyncExternalStore(subscribeToResize, () => devicePixelRatio)
  const drawn = new Set<number>()
  for (let page = view.first; page <= Math.min(view.last, pages.length - 1); page += 1) drawn.add(page)
  // The ends of a selection stay drawn, or the window would forget it when they scroll away.
  if (selecting.kind === 'text') drawn.add(selecting.passage.from.page).add(selecting.passage.to.page)

  const placeOf = (at: number) => {
    const width = view.layout.widths[at] ?? 0
    return { top: view.layout.tops[at] ?? 0, left: (view.width - width) / 2, width, height: view.layout.heights[at] ?? 0 }
  }
  return (
    <>
      {[...drawn]
        .sort((a, b) => a - b)
        .map((at) => {
          const [page, shape] = [pages[at], shapes[at]]
          if (page === undefined || shape === undefined) return null
          return (
            <PageView
              key={at}
              page={page}
              shape={shape}
              turn={turn}
              pageCount={pages.length}
              columnWords={columnWords}
              {...placeOf(at)}
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
        const hit = hits[current]
        return (
          <FindLayer
            key={`found-${at}`}
            page={at}
            shape={shape}
            texts={texts}
            hits={onPage}
            current={hit?.page === at ? hit : null}
            {...placeOf(at)}
          />
        )
      })}
    </>
  )
}
