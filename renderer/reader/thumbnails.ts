import { pageIndex } from '@shared/units/pages'
import type { PdfReader } from '../pdf/pdf-reader'
import { createDrawQueue, freeCanvas } from './draw-queue'

/** Small pictures of a document's pages, for the list of pages. */
export type Thumbnails = {
  /**
   * Asks for the picture of a page, `width` canvas pixels wide; the function returned takes the wish back. The canvas belongs to
   * the caller, which frees it.
   */
  ask(page: number, width: number, done: (canvas: HTMLCanvasElement) => void): () => void
  /** Pages nearest to this one are drawn first. */
  lookAt(page: number): void
  close(): void
}

/** ms that a thumbnail waits before it is drawn: those that scroll by cost nothing, and the page being read is drawn first. */
const PASSING = 90
/** Thumbnails kept at hand: about 50 KB each. */
const KEPT = 240

/** Draws them with pdf.js, one at a time, and keeps those looked at last. */
export function createThumbnails(pdf: PdfReader): Thumbnails {
  const queue = createDrawQueue(pdf)
  const kept = new Map<string, HTMLCanvasElement>()
  const keep = (key: string, canvas: HTMLCanvasElement): void => {
    kept.set(key, canvas)
    for (const [oldest, old] of kept) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
      freeCanvas(old)
    }
  }
  return {
    ask(page, width, done) {
      const key = `${page}-${width}`
      const known = kept.get(key)
      if (known !== undefined) {
        kept.delete(key)
        kept.set(key, known)
        done(copyOf(known))
        return () => undefined
      }
      let gone = false
      let stop: () => void = () => undefined
      void pdf.viewport(pageIndex(page), 1).then((viewport) => {
        if (gone) return
        stop = queue.draw({
          page,
          scale: width / viewport.width,
          turn: 0,
          delay: PASSING,
          done(canvas) {
            keep(key, canvas)
            done(copyOf(canvas))
          },
          failed: () => undefined,
        })
      })
      return () => {
        gone = true
        stop()
      }
    },
    lookAt: queue.lookAt,
    close() {
      for (const canvas of kept.values()) freeCanvas(canvas)
      kept.clear()
    },
  }
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')?.drawImage(canvas, 0, 0)
  return copy
}
