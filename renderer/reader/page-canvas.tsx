import type { PageRotation } from '@shared/units/geometry'
import { useEffect, useRef, useState } from 'react'
import { type DrawQueue, freeCanvas } from './draw-queue'
import styles from './page-view.module.css'

/** ms that a page which comes into view waits before it is drawn, and that a zoomed page waits for the zoom to end. */
const PASSING = 30
const ZOOMING = 120

type PageCanvasProps = { readonly queue: DrawQueue; readonly page: number; readonly scale: number; readonly turn: PageRotation; readonly pixelRatio: number; readonly first: boolean }

/** The picture of a page. While a new size is drawn the old picture stays, stretched. */
export function PageCanvas({ queue, page, scale, turn, pixelRatio, first }: PageCanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    const frame = host.current
    if (frame === null) return undefined
    const before = frame.querySelector('canvas')
    return queue.draw({
      page,
      scale: scale * pixelRatio,
      turn,
      delay: before === null ? (first ? 0 : PASSING) : ZOOMING,
      done: (canvas) => {
        setFailure(null)
        const old = frame.querySelector('canvas')
        frame.replaceChildren(canvas)
        frame.dataset['drawn'] = String(scale)
        if (old !== null) freeCanvas(old)
      },
      failed: setFailure,
    })
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
      <div ref={host} className={styles.canvas} aria-hidden />
      {failure === null ? null : <p className={styles.failure}>This page could not be drawn: {failure}. Its text, if it has any, can still be selected.</p>}
    </>
  )
}
