import type { PageRotation } from '@shared/units/geometry'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type DrawQueue, freeCanvas } from './draw-queue'
import styles from './page-view.module.css'
import { showStandIn, turnPicture } from './show-stand-in'

/** ms that a page which comes into view waits before it is drawn, and that a zoomed page waits for the zoom to end. */
const PASSING = 30
const ZOOMING = 120
/** ms that a drawn page is looked at until a picture of it is kept. */
const LOOKED_AT = 700

type PageCanvasProps = {
  readonly queue: DrawQueue
  readonly page: number
  readonly scale: number
  readonly turn: PageRotation
  readonly pixelRatio: number
  readonly first: boolean
}

/**
 * The picture of a page. Until it is drawn a kept picture stands in, and while a new size is drawn the old picture stays,
 * stretched, and turned when the page is. `data-page-picture` says which it is: `none`, `small`, `readable`, `drawn` or `failed`.
 */
export function PageCanvas({ queue, page, scale, turn, pixelRatio, first }: PageCanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<string | null>(null)

  // Before the first paint of the page, so that a picture at hand is there with the page's white.
  useLayoutEffect(() => {
    const [frame, { standIns }] = [host.current, queue]
    if (frame === null) return undefined
    turnPicture(frame, turn)
    if (standIns === null) return undefined
    const show = (): void => showStandIn(frame, standIns.peek(page), turn)
    show()
    return standIns.watch(page, show)
  }, [queue, page, turn])

  useEffect(() => {
    const frame = host.current
    if (frame === null) return undefined
    const before = frame.dataset['drawn'] !== undefined
    let looking: ReturnType<typeof setTimeout> | undefined
    const stop = queue.draw({
      page,
      scale: scale * pixelRatio,
      turn,
      delay: before ? ZOOMING : first ? 0 : PASSING,
      done: (canvas) => {
        setFailure(null)
        const old = frame.querySelector('canvas')
        frame.replaceChildren(canvas)
        frame.dataset['drawn'] = String(scale)
        frame.dataset['pagePicture'] = 'drawn'
        frame.dataset['turn'] = String(turn)
        if (old !== null) freeCanvas(old)
        if (turn === 0) looking = setTimeout(() => void queue.standIns?.keep(page, canvas), LOOKED_AT)
      },
      failed: (reason) => {
        setFailure(reason)
        frame.dataset['pagePicture'] = 'failed'
      },
    })
    return () => {
      clearTimeout(looking)
      stop()
    }
  }, [queue, page, scale, turn, pixelRatio, first])

  useEffect(() => {
    const frame = host.current
    return () => {
      const canvas = frame?.querySelector('canvas')
      if (canvas) freeCanvas(canvas)
    }
  }, [])

  return (
    <>
      <div ref={host} className={styles.canvas} aria-hidden data-page-picture="none" />
      {failure === null ? null : (
        <p className={styles.failure}>This page could not be drawn: {failure}. Its text, if it has any, can still be selected.</p>
      )}
    </>
  )
}
