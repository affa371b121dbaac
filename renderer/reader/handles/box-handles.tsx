import type { Segment } from '@shared/annotations/segment'
import { boundsOf, quadOfRect, type ViewRect } from '@shared/units/geometry'
import type { PointerEvent as ReactPointer } from 'react'
import { adjustMark } from '../../annotations/commands/adjust-mark'
import type { Mark } from '../../annotations/marks'
import { useRun } from '../../annotations/use-run'
import { moveBox, stepBox, stretchBox } from '../box-steps'
import { dragHandle } from './drag-handle'
import { keysOnHandle, useAdjustKeys } from './handle-keys'
import styles from './mark-ends.module.css'
import { quadOnView, rectToPdf, shownSize } from '../page-geometry'
import { segmentOfBox, wordsInBox } from '../passages'
import { useReading } from '../reading'
import { useAdjustment } from './use-adjustment'
import { usePlaced } from './use-placed'

type Grip = 'move' | 'corner'

/** The two grips of a box: one moves it, the other, at its lower right corner, stretches it. */
export function BoxHandles({ mark, segment }: { readonly mark: Mark; readonly segment: Segment | undefined }) {
  const { document, pages, shapes, texts, column } = useReading()
  const run = useRun()
  const placed = usePlaced()
  const page = segment === undefined ? undefined : pages[segment.pageIndex]
  const shape = segment === undefined ? undefined : shapes[segment.pageIndex]
  const bounds = segment === undefined ? null : boundsOf(segment.quads)
  const adjustment = useAdjustment<ViewRect>(async (box) => {
    if (segment === undefined || page === undefined || shape === undefined) return
    const area = rectToPdf(shape, 1, box)
    const text = await texts.load(page.index)
    // Words that were read from the page are read anew inside the box; typed words stay.
    const words = segment.textOrigin === 'typed' || text === null ? segment.quote : wordsInBox(text, area)
    await run(adjustMark, { id: mark.annotation.id, segments: [segmentOfBox(document, page, text, area, words, segment.stamp)] })
  })
  const { draft, latest, hold, keep } = adjustment
  const original = shape === undefined || bounds === null ? null : quadOnView(shape, 1, quadOfRect(bounds))
  const step = (grip: Grip, event: Pick<KeyboardEvent, 'key'>): boolean => {
    const from = latest.current ?? original
    const box =
      from === null || shape === undefined
        ? null
        : stepBox(from, { key: event.key, shiftKey: grip === 'corner', ctrlKey: false }, shownSize(shape, 1))
    if (box !== null) hold(box)
    return box !== null
  }
  useAdjustKeys((end, event) => step(end === 'end' ? 'corner' : 'move', event), adjustment)
  if (segment === undefined || shape === undefined || original === null) return null

  const drag = (grip: Grip, down: ReactPointer<HTMLElement>): void => {
    const size = shownSize(shape, 1)
    const move = (event: PointerEvent): void => {
      const { scale } = column.get()
      const [dx, dy] = [(event.clientX - down.clientX) / scale, (event.clientY - down.clientY) / scale]
      hold((grip === 'move' ? moveBox : stretchBox)(original, dx, dy, size))
    }
    dragHandle(down, move, () => void keep())
  }
  const [rect] = placed(segment.pageIndex, [
    quadOfRect(draft === null ? (bounds ?? rectToPdf(shape, 1, original)) : rectToPdf(shape, 1, draft)),
  ])
  if (rect === undefined) return null
  const { x, y, width, height } = rect
  const grips = [
    {
      grip: 'move',
      label: 'Move the box: arrow keys move it, Enter keeps it',
      title: 'Drag, or Ctrl Alt and an arrow: move the box',
      at: { left: x, top: y },
    },
    {
      grip: 'corner',
      label: 'Size of the box: arrow keys change it, Enter keeps it',
      title: 'Drag, or Alt Shift and an arrow: change the size',
      at: { left: x + width, top: y + height },
    },
  ] as const
  return (
    <>
      {draft === null ? null : <div className={styles.preview} style={{ left: x, top: y, width, height }} />}
      {grips.map(({ grip, label, title, at }) => (
        <button
          key={grip}
          type="button"
          className={styles.grip}
          data-grip={grip}
          aria-label={label}
          title={title}
          style={at}
          onPointerDown={(event) => drag(grip, event)}
          onKeyDown={(event) => keysOnHandle(event, () => step(grip, event), adjustment)}
        />
      ))}
      <output className={styles.said}>{draft === null ? '' : boxInWords(draft)}</output>
    </>
  )
}

const boxInWords = ({ x, y, width, height }: ViewRect): string =>
  `Box ${Math.round(width)} by ${Math.round(height)} points, ${Math.round(x)} from the left, ${Math.round(y)} from the top`
