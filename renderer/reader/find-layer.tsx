import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { PageReading } from '@shared/documents/page-reading'
import { memo, useEffect, useMemo, useState } from 'react'
import styles from './find-layer.module.css'
import type { Hit } from './finding'
import { outlineOfQuad, type PageShape, shownSize } from './page-geometry'
import type { PageTexts } from './page-texts'

type FindLayerProps = {
  readonly page: number
  readonly shape: PageShape
  readonly texts: PageTexts
  readonly hits: readonly Hit[]
  /** The hit that is looked at, where it is on this page. */
  readonly current: Hit | null
  /** Place and size in the column, CSS pixels. */
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Room between the words and the box around them, pixels at scale 1. */
const AROUND = 1.5

/** The boxes around the hits of a page; the one looked at has a second, heavier frame. */
export const FindLayer = memo(function FindLayer({ page, shape, texts, hits, current, top, left, width, height }: FindLayerProps) {
  const [text, setText] = useState<PageReading | null>(() => texts.peek(page))
  useEffect(() => {
    let gone = false
    void texts.load(page).then((loaded) => (gone ? undefined : setText(loaded)))
    return () => {
      gone = true
    }
  }, [texts, page])
  const boxes = useMemo(
    () =>
      text === null
        ? []
        : hits.flatMap((hit) => quadsOfRanges(text, [hit]).map((quad) => ({ hit, d: outlineOfQuad(shape, quad, AROUND) }))),
    [text, hits, shape],
  )
  const size = shownSize(shape, 1)
  return (
    <svg
      className={styles.layer}
      style={{ top, left, width, height }}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {boxes.map(({ hit, d }, at) => (
        <path key={`${hit.start}-${at}`} className={hit === current ? styles.current : styles.hit} d={d} strokeLinejoin="round" />
      ))}
    </svg>
  )
})
