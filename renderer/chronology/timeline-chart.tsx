import type { ChronologyLine } from '@shared/chronology/derived-events'
import { layTimeline, MOST_ITEMS, type Years } from '@shared/chronology/timeline'
import { useEffect, useMemo, useRef, useState } from 'react'
import styles from './chronology.module.css'
import { plotTimeline, titleOfItem } from './plot-timeline'

type Props = {
  readonly lines: readonly ChronologyLine[]
  readonly years: Years
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/**
 * The chronology drawn: a lane for each kind. A day is a dot, a deadline a triangle, what went on a bar; a month or year is a pale bar over all days that
 * it may be. The list beneath says the same in words, and is the way for the keyboard.
 */
export function TimelineChart({ lines, years, chosen, onChoose }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(900)
  const timeline = useMemo(() => layTimeline(lines, years), [lines, years])
  useEffect(() => {
    const frame = host.current
    if (frame === null) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(420, Math.floor(entry.contentRect.width))))
    watch.observe(frame)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const chart = plotTimeline(timeline, years, width, chosen)
    // A shape that is clicked is told by its words; the list is the way for the keyboard.
    chart.addEventListener('click', ({ target }) => {
      const words = target instanceof Element ? target.querySelector('title')?.textContent : undefined
      const item = timeline.items.find((one) => titleOfItem(one) === words)
      if (item !== undefined) onChoose(item.line.id)
    })
    const frame = host.current
    frame?.replaceChildren(chart)
    return () => frame?.replaceChildren()
  }, [timeline, years, width, chosen, onChoose])
  return (
    <figure className={styles.timeline}>
      <div ref={host} className={styles.drawing} aria-hidden />
      <figcaption className={styles.hint}>
        {timeline.countedBy === null
          ? 'Dot: a day. Bar: what went on. Pale, dashed: somewhere in that month or year. Triangle: a deadline.'
          : `More than ${MOST_ITEMS} events: counted by the ${timeline.countedBy} in which they begin, the darker the more${timeline.countedBy === 'month' ? '; those of which only the year is known over the whole year' : ''}. Narrow the years to see each.`}
      </figcaption>
    </figure>
  )
}
