import { type Annotation, firstSegment } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { Relation } from '@shared/claims/evidence-link'
import { boundsOf, type PdfRect, pdfRect } from '@shared/units/geometry'
import { pageNumberOf } from '@shared/units/pages'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../ui/dialog'
import { useWorkbench, type Workbench } from '../workbench/workbench'
import styles from './evidence-card.module.css'

/** Pixels a point of the picture. */
const SCALE = 2
/** Points of the page shown around the passage. */
const MARGIN = { across: 24, along: 22 }
/** Pictures kept, newest last; an older one is drawn again when it is needed. */
const KEPT = 120

type Picture = { readonly url: string; readonly area: PdfRect }
const pictures = new Map<string, Promise<Picture | null>>()

/** The part of the page around a segment, in PDF user space; null when it has no place on the page. */
function pictureArea(segment: Pick<Segment, 'quads' | 'pageBox'>): PdfRect | null {
  const bounds = boundsOf(segment.quads)
  if (bounds === null) return null
  const [left, bottom, right, top] = segment.pageBox
  return pdfRect(
    Math.max(left, bounds.left - MARGIN.across),
    Math.max(bottom, bounds.bottom - MARGIN.along),
    Math.min(right, bounds.right + MARGIN.across),
    Math.min(top, bounds.top + MARGIN.along),
  )
}

async function draw(workbench: Workbench, segment: Segment): Promise<Picture | null> {
  const area = pictureArea(segment)
  if (area === null) return null
  const opened = await workbench.documents.open(segment.documentId)
  if (!opened.ok) return null
  try {
    return { url: URL.createObjectURL(await opened.value.picture(segment.pageIndex, area, SCALE)), area }
  } finally {
    workbench.documents.release(segment.documentId)
  }
}

function pictureOf(workbench: Workbench, key: string, segment: Segment): Promise<Picture | null> {
  const kept = pictures.get(key)
  if (kept !== undefined) return kept
  const drawn = draw(workbench, segment)
  pictures.set(key, drawn)
  const oldest = pictures.size > KEPT ? pictures.entries().next().value : undefined
  if (oldest !== undefined) {
    pictures.delete(oldest[0])
    void oldest[1].then((picture) => picture && URL.revokeObjectURL(picture.url))
  }
  return drawn
}

/** The passage as it stands on the page, drawn when it comes near the window; nothing where the document cannot be opened. */
export function PassagePicture({
  annotation,
  relation,
  name,
}: {
  readonly annotation: Annotation
  readonly relation: Relation
  readonly name: string
}) {
  const workbench = useWorkbench()
  const segment = firstSegment(annotation)
  const key = `${segment.documentId}:${segment.pageIndex}:${segment.quads.join(',')}`
  const frame = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [picture, setPicture] = useState<Picture | null | undefined>(undefined)

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && setNear(true), { rootMargin: '300px' })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])

  const latest = useRef(segment)
  useEffect(() => {
    latest.current = segment
  })
  useEffect(() => {
    if (!near) return
    let wanted = true
    void pictureOf(workbench, key, latest.current).then((drawn) => wanted && setPicture(drawn))
    return () => {
      wanted = false
    }
  }, [near, key, workbench])

  const [large, setLarge] = useState(false)
  if (picture === null) return null
  const area = picture?.area ?? pictureArea(segment)
  if (area === null) return null
  const [width, height] =
    segment.rotation % 180 === 0 ? [area.right - area.left, area.top - area.bottom] : [area.top - area.bottom, area.right - area.left]
  const words = `The passage as it stands on page ${pageNumberOf(segment.pageIndex)} of ${name}`
  const drawn =
    picture === undefined ? null : (
      <>
        <img src={picture.url} alt={words} />
        {segment.rotation !== 0 ? null : (
          <svg className={styles.glow} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden data-relation={relation}>
            {segment.quads.map((quad) => (
              <path key={quad.join(' ')} d={pathOf(quad, area)} />
            ))}
          </svg>
        )}
      </>
    )
  const shape = { aspectRatio: `${width} / ${height}` }
  return (
    <div ref={frame}>
      <button
        type="button"
        className={styles.picture}
        style={shape}
        aria-label={`Enlarge: ${words}`}
        title="Enlarge"
        onClick={() => setLarge(true)}
      >
        {drawn}
      </button>
      <Dialog open={large} wide onClose={() => setLarge(false)} title={`Page ${pageNumberOf(segment.pageIndex)} of ${name}`}>
        <div className={styles.picture} style={shape}>
          {drawn}
        </div>
      </Dialog>
    </div>
  )
}

/** A quad within an area, with y downwards from the area's top. */
const pathOf = (q: Segment['quads'][number], area: PdfRect): string => {
  const at = (x: number, y: number): string => `${x - area.left} ${area.top - y}`
  return `M${at(q[0], q[1])} L${at(q[2], q[3])} L${at(q[6], q[7])} L${at(q[4], q[5])} Z`
}
