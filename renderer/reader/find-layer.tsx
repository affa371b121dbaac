import type { PageReading } from '@shared/documents/page-reading'
import { memo, useEffect, useState } from 'react'
import styles from './find-layer.module.css'
import type { Hit } from './finding'
import { type PageShape, shownSize } from './page-geometry'
import type { PageTexts } from './page-texts'
import { outlineOfHit, useHitOutlines } from './use-hit-outlines'

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
  const outlines = useHitOutlines(text, shape, hits)
  const size = shownSize(shape, 1)
  return (
    <svg
      className={styles.layer}
      style={{ top, left, width, height }}
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {outlines.map(({ hit, d }, at) =>
        // A path is its place among the hits.
        // oxlint-disable-next-line react/no-array-index-key
        hit !== null && hit === current ? null : <path key={at} className={styles.hit} d={d} strokeLinejoin="round" />,
      )}
      {current === null || text === null ? null : (
        <path className={styles.current} d={outlineOfHit(text, shape, current)} strokeLinejoin="round" />
      )}
    </svg>
  )
})
