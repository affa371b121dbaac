import type { AnnotationId } from '@shared/annotations/annotation'
import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { PageReading } from '@shared/documents/page-reading'
import { type PageRotation, quadOfRect } from '@shared/units/geometry'
import { pageNumberOf } from '@shared/units/pages'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { drawMarks } from '../annotations/mark-shapes'
import type { Mark } from '../annotations/marks'
import type { PageLinks, PdfLink, PdfReader } from '../pdf/pdf-reader'
import { HitBoxes } from '../search/hits-in-reader'
import { ProposalLayer } from '../redactions/proposal-layer'
import { PageRecognition } from '../recognition/page-recognition'
import type { PageRow } from '../storage/database'
import { PAGE_ATTRIBUTE, TEXT_ATTRIBUTE } from './dom-selection'
import type { DrawQueue } from './draw-queue'
import { HighlightLayer, MarginSigns } from './highlight-layer'
import { PageCanvas } from './page-canvas'
import { type PageShape, quadOnView } from './page-geometry'
import type { PageTexts } from './page-texts'
import styles from './page-view.module.css'
import type { Selecting } from './pointer-work'
import { CorrectionLayer } from '../text-quality/correction-layer'
import { DifferenceLayer } from '../text-versions/difference-layer'
import { useReading } from './reading'
import { fillTextLayer } from './text-layer'
import { speakMarks, type SpokenMark, spokenMarks } from './text-layer-marks'

/** The mark that is chosen; `flash` counts how often it was asked for. */
export type SelectedMark = { readonly id: AnnotationId; readonly flash: number }

type PageViewProps = {
  readonly page: PageRow
  readonly shape: PageShape
  readonly turn: PageRotation
  readonly pageCount: number
  /** Said behind the number where the same page may be shown twice. */
  readonly columnWords: string
  /** Place and size in the column, CSS pixels. */
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly pixelRatio: number
  readonly reader: PdfReader
  readonly queue: DrawQueue
  readonly texts: PageTexts
  readonly marks: readonly Mark[]
  readonly selected: SelectedMark | null
  readonly selecting: Selecting
  readonly onLink: (link: PdfLink) => void
}

const NO_LINKS: PageLinks = { links: [], more: false }
const NO_MARKS: readonly Mark[] = []

/** One page: its picture, the marks on it, its text for selecting, and its links. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const {
    page,
    shape,
    turn,
    pageCount,
    columnWords,
    top,
    left,
    width,
    height,
    scale,
    pixelRatio,
    reader,
    queue,
    texts,
    marks,
    selected,
    selecting,
    onLink,
  } = props
  const index = page.index
  const [text, setText] = useState<PageReading | null | undefined>(() => texts.peek(index) ?? undefined)
  const [{ links, more }, setLinks] = useState(NO_LINKS)
  const layer = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let gone = false
    const stop = queue.whenCalm(() => void texts.load(index).then((loaded) => (gone ? undefined : setText(loaded))))
    // Links are asked for once the page has rested in view, so that scrolling by costs nothing.
    const timer = setTimeout(() => void reader.links(index).then((found) => (gone ? undefined : setLinks(found))), 300)
    return () => {
      gone = true
      stop()
      clearTimeout(timer)
    }
  }, [texts, reader, queue, index])

  // Another text came into force: words were released, or are held back now.
  useEffect(() => texts.state.subscribe(() => void texts.load(index).then(setText)), [texts, index])

  const { claimsById } = useReading()
  const spoken = useRef<readonly SpokenMark[]>([])
  useEffect(() => {
    const place = layer.current
    if (place === null || !text) return undefined
    // Nobody selects on a page that passes, and its spans, made and thrown away, are most of what a long walk costs in memory.
    let gone = false
    const stop = queue.whenStaying(
      () =>
        void fillTextLayer(
          place,
          text,
          shape,
          () => !gone,
          () => speakMarks(place, spoken.current),
        ),
    )
    return () => {
      gone = true
      stop()
    }
  }, [queue, text, shape])
  useEffect(() => {
    spoken.current = spokenMarks(marks, index, claimsById)
    if (layer.current !== null) speakMarks(layer.current, spoken.current)
  }, [marks, index, claimsById])

  // The signs stand in the margin of the text, so marks wait for it: they are drawn once.
  const textEdge = useMemo(() => (!text ? Number.POSITIVE_INFINITY : texts.leftEdge(index, shape)), [text, texts, index, shape])
  const drawn = useMemo(
    () => drawMarks(text === undefined ? NO_MARKS : marks, index, shape, textEdge),
    [text, marks, index, shape, textEdge],
  )
  const selectedQuads = useMemo(() => {
    const mark = selected === null ? undefined : marks.find((one) => one.annotation.id === selected.id)
    return mark?.annotation.segments.filter((segment) => segment.pageIndex === index).flatMap((segment) => segment.quads) ?? []
  }, [marks, selected, index])
  const pending = useMemo(() => {
    if (selecting.kind === 'box') return selecting.page === index ? [quadOfRect(selecting.area)] : []
    return selecting.kind === 'text' && text ? quadsOfRanges(text, texts.ranges(selecting.passage, index)) : []
  }, [selecting, index, text, texts])

  const number = pageNumberOf(index)
  const label = page.label !== null && page.label !== String(number) ? `, label ${page.label}` : ''
  return (
    <section
      className={styles.page}
      style={{ top, left, width, height }}
      aria-label={`Page ${number} of ${pageCount}${label}${columnWords}`}
      {...{ [PAGE_ATTRIBUTE]: index }}
    >
      <PageCanvas queue={queue} page={index} scale={scale} turn={turn} pixelRatio={pixelRatio} first={index === 0} />
      <HighlightLayer shape={shape} marks={drawn} selected={selected} selectedQuads={selectedQuads} pending={pending} />
      <ProposalLayer documentId={page.documentId} index={index} shape={shape} />
      <div ref={layer} className={styles.text} style={{ transform: `scale(${scale})` }} {...{ [TEXT_ATTRIBUTE]: '' }} />
      <HitBoxes shape={shape} text={text} />
      {text ? <CorrectionLayer reading={text} shape={shape} scale={scale} /> : null}
      {text ? <DifferenceLayer reading={text} shape={shape} scale={scale} /> : null}
      <MarginSigns marks={drawn} scale={scale} />
      {links.map((link, at) => {
        const rect = quadOnView(shape, scale, quadOfRect(link.area))
        const name = 'page' in link.to ? `Go to page ${pageNumberOf(link.to.page)}` : `Outside link: ${link.to.address}`
        return (
          <button
            key={`${name}-${at}`}
            type="button"
            className={styles.link}
            style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
            aria-label={name}
            title={'page' in link.to ? name : `${link.to.address} (Vouch does not open it)`}
            onClick={() => onLink(link)}
          />
        )
      })}
      {more ? (
        <p className={styles.moreLinks}>
          This page has more links than can be followed here: the first {links.length.toLocaleString('en-US')} can.
        </p>
      ) : null}
      {text ? <PageRecognition page={page} reading={text} shape={shape} scale={scale} /> : null}
    </section>
  )
})
