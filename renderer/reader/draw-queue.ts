import type { PageRotation } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { messageOf } from '@shared/errors/outcome'
import type { StandIns } from '../page-pictures/stand-ins'
import type { PdfReader } from '../pdf/pdf-reader'
import { createPace } from './pace'

/** A picture of a page that is wanted. `scale` is in canvas pixels per point. */
export type DrawRequest = {
  readonly page: number
  readonly scale: number
  readonly turn: PageRotation
  /** ms to wait before it begins: a page that scrolls by, or a zoom that goes on, is not drawn for nothing. */
  readonly delay: number
  readonly done: (canvas: HTMLCanvasElement) => void
  readonly failed: (reason: string) => void
}

export type DrawQueue = {
  /** Queues a page; the function returned takes the wish back and stops the drawing. */
  draw(request: DrawRequest): () => void
  /** Pages nearest to this one are drawn first, and none while pages are flung past. */
  lookAt(page: number): void
  /** Runs work that a page needs once it stays, at once unless pages are flung past; the function returned takes it back. */
  whenCalm(work: () => void): () => void
  /** The same, unless pages pass too fast for reading. */
  whenStaying(work: () => void): () => void
  /** What stands where a page is not drawn yet; null for pages that need none. */
  readonly standIns: StandIns | null
}

/** Canvas pixels at most: larger canvases cost too much memory, and the page is drawn coarser instead. */
const MOST_PIXELS = 16_777_216

type Waiting = DrawRequest & { cancelled: boolean; stop: () => void }

/** Draws pages one at a time, the nearest first, so that what is looked at never waits for what is not. */
export function createDrawQueue(reader: PdfReader, standIns: StandIns | null = null): DrawQueue {
  const waiting = new Set<Waiting>()
  let current = 0
  let busy = false
  const pace = createPace(() => {
    standIns?.lookAt(current, 0)
    next()
  })

  function next(): void {
    if (busy) return
    if (pace.direction() !== 0) return drawCoarsely()
    const nearest = [...waiting].sort((a, b) => Math.abs(a.page - current) - Math.abs(b.page - current))[0]
    if (nearest === undefined) return
    waiting.delete(nearest)
    busy = true
    void drawOne(reader, nearest).finally(() => {
      busy = false
      next()
    })
  }

  /** While pages are flung past: a small picture of the next page that has none, so that something of it is seen. */
  function drawCoarsely(): void {
    const page = standIns?.wanted(current, pace.direction()) ?? null
    if (page === null || standIns === null) return
    busy = true
    void standIns.draw(page, reader).finally(() => {
      busy = false
      next()
    })
  }

  return {
    standIns,
    draw(request) {
      const job: Waiting = { ...request, cancelled: false, stop: () => undefined }
      const begin = (): void => {
        waiting.add(job)
        next()
      }
      const timer = setTimeout(begin, request.delay)
      return () => {
        clearTimeout(timer)
        job.cancelled = true
        waiting.delete(job)
        job.stop()
      }
    },
    lookAt(page) {
      current = page
      pace.at(page)
      standIns?.lookAt(page, pace.direction())
      if (pace.direction() !== 0) next()
    },
    whenCalm: pace.whenCalm,
    whenStaying: pace.whenStaying,
  }
}

async function drawOne(reader: PdfReader, job: Waiting): Promise<void> {
  const canvas = document.createElement('canvas')
  try {
    const page = pageIndex(job.page)
    let viewport = await reader.viewport(page, job.scale, job.turn)
    const pixels = viewport.width * viewport.height
    if (pixels > MOST_PIXELS) viewport = await reader.viewport(page, job.scale * Math.sqrt(MOST_PIXELS / pixels), job.turn)
    if (job.cancelled) return
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    const task = await reader.draw(page, canvas, viewport)
    job.stop = () => task.cancel()
    if (job.cancelled) task.cancel()
    await task.promise
    if (!job.cancelled) return job.done(canvas)
    freeCanvas(canvas)
  } catch (thrown) {
    freeCanvas(canvas)
    // A drawing that was stopped ends in an exception of pdf.js; that is no trouble.
    if (!job.cancelled) job.failed(messageOf(thrown))
  }
}

/** Gives a canvas's memory back at once; without this it stays until the next garbage collection. */
export function freeCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
