import { memo, type RefObject, useEffect, useMemo, useState } from 'react'
import type { MarkList } from '../annotations/marks'
import { useWatched } from '../app/use-watched'
import type { Finding } from './finding'
import type { PageShape } from './page-geometry'
import type { PageLayout, ScrollPlace } from './page-layout'
import { nearestPlace, placesOfHits, placesOfMarks, STEPS } from './places'
import styles from './places-strip.module.css'

type PlacesStripProps = {
  readonly marks: MarkList
  readonly finding: Finding
  readonly shapes: readonly PageShape[]
  readonly layout: PageLayout
  /** What is scrolled: the strip stands beside its scroll bar. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly onGo: (to: ScrollPlace) => void
}

/**
 * A strip along the pages with everything that stands in the document: marks in the colour of what they bear on, hits of a search. A click goes to
 * the nearest. For the eye alone: keys and lists lead to the same places by name.
 */
export const PlacesStrip = memo(function PlacesStrip({ marks, finding, shapes, layout, scroller, onGo }: PlacesStripProps) {
  const { hits } = useWatched(finding)
  const marked = useMemo(() => placesOfMarks(marks.all, shapes, layout), [marks, shapes, layout])
  const found = useMemo(() => placesOfHits(hits, (page) => finding.textOf(page).length, layout), [hits, finding, layout])
  const [bar, setBar] = useState(0)
  useEffect(() => {
    const box = scroller.current
    if (box === null) return undefined
    const measure = new ResizeObserver(() => setBar(box.offsetWidth - box.clientWidth))
    measure.observe(box)
    return () => measure.disconnect()
  }, [scroller])
  const places = [...found, ...marked]
  if (places.length === 0 || shapes.length < 2) return null
  return (
    <svg
      className={styles.strip}
      style={{ right: bar }}
      viewBox={`0 0 10 ${STEPS}`}
      preserveAspectRatio="none"
      aria-hidden
      data-places={places.length}
      onClick={(event) => {
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const place = nearestPlace(places, (event.clientY - top) / height)
        if (place !== null) onGo(place.to)
      }}
    >
      <title>{`${marks.all.length} ${marks.all.length === 1 ? 'mark' : 'marks'}${hits.length === 0 ? '' : ` and ${hits.length} ${hits.length === 1 ? 'hit' : 'hits'}`} in the document: click to go to the nearest`}</title>
      {places.map(({ share, is }) => (
        <rect
          key={`${is} ${share}`}
          className={styles[is]}
          x={is === 'hit' ? 0 : 2}
          width={is === 'hit' ? 10 : 8}
          y={Math.min(STEPS - 1, share * STEPS)}
          height={is === 'hit' ? 0.7 : 1.1}
        />
      ))}
    </svg>
  )
})
