import { shortPlaceOf } from '@shared/annotations/place-words'
import { inReadingOrder } from '@shared/annotations/reading-order'
import type { Segment } from '@shared/annotations/segment'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Button, IconButton } from '../ui/button'
import styles from './dialogs.module.css'

type SegmentListProps = {
  readonly segments: readonly Segment[]
  /** Which of them stay, by their places from 0, in the order in which they are quoted. */
  readonly order: readonly number[]
  readonly onOrder: (order: readonly number[]) => void
}

/** The passages of a mark: put into another order, or taken out; one stays always. */
export function SegmentList({ segments, order, onOrder }: SegmentListProps) {
  const swapped = (at: number, to: number): readonly number[] =>
    order.map((from, place) => (place === at ? (order[to] ?? from) : place === to ? (order[at] ?? from) : from))
  const read = inReadingOrder(segments).filter((at) => order.includes(at))
  return (
    <fieldset className={styles.segments}>
      <legend>Passages, in the order in which they are quoted</legend>
      <ol>
        {order.map((from, at) => {
          const segment = segments[from]
          if (segment === undefined) return null
          const name = `passage ${at + 1}`
          return (
            <li key={from}>
              <span className={styles.segmentPage}>{shortPlaceOf(segment)}</span>
              <span className={styles.segmentWords} dir="auto">
                {segment.quote}
              </span>
              <IconButton label={`Earlier: ${name}`} icon={ArrowUp} disabled={at === 0} onClick={() => onOrder(swapped(at, at - 1))} />
              <IconButton
                label={`Later: ${name}`}
                icon={ArrowDown}
                disabled={at === order.length - 1}
                onClick={() => onOrder(swapped(at, at + 1))}
              />
              <IconButton
                label={`Take out ${name}`}
                icon={X}
                disabled={order.length === 1}
                onClick={() => onOrder(order.filter((one) => one !== from))}
              />
            </li>
          )
        })}
      </ol>
      <Button kind="quiet" disabled={read.every((from, at) => order[at] === from)} onClick={() => onOrder(read)}>
        In reading order
      </Button>
    </fieldset>
  )
}
