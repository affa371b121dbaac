type Held = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null }

/** What pdf.js draws on in a worker, where there is no document: canvases that belong to no page. */
export class WorkerCanvasFactory {
  create(width: number, height: number): Held {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  reset({ canvas }: Held, width: number, height: number): void {
    if (canvas === null) return
    canvas.width = width
    canvas.height = height
  }

  destroy(held: Held): void {
    if (held.canvas !== null) held.canvas.width = held.canvas.height = 0
    held.canvas = null
    held.context = null
  }

  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  }
}

/** In a worker there are no SVG filters. What they would do to soft masks pdf.js then does pixel by pixel; transfer functions of colours are left out, which does not move a letter. */
export class WorkerFilterFactory {
  addFilter = none
  addHCMFilter = none
  addAlphaFilter = none
  addLuminosityFilter = none
  addKnockoutFilter = none
  addHighlightHCMFilter = none
  addSelectionHCMFilter = none
  addSelectionFilter = none
  createSelectionStyle = (): null => null
  destroy = (): void => undefined
}

function none(): string {
  return 'none'
}
