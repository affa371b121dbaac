import type { PageText, TextRun } from '@shared/documents/page'
import { type PageShape, toView } from './page-geometry'

/** Where the baseline of the layer's font lies below the top of its line, in font heights (line height 1). */
const BASELINE = 0.85
/** Font size at which widths are measured, in CSS pixels; widths grow in proportion. */
const MEASURED_AT = 50

/** Spans of one page: laying out hundreds of thousands stops the window for seconds. */
const MOST_SPANS = 10_000
/** Spans laid out in one frame: as many as most pages of print have, fewer than hold up a key. */
const AT_ONCE = 700

let measuring: CanvasRenderingContext2D | null = null
/** Width of a text in the layer's font at a font size of 1 pixel. */
function widthOf(text: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (measuring === null) return text.length / 2
  measuring.font = `${MEASURED_AT}px sans-serif`
  return measuring.measureText(text).width / MEASURED_AT
}

/**
 * Puts the stored text of a page over its picture, run by run, invisible but selectable. It is built at scale 1 and zoomed by
 * a CSS transform. Because it holds the stored text itself, a selection in it is a range of that text: each span names the
 * offset of its first character in `data-start`. Runs beyond `MOST_SPANS` are left out here, and stay in the text that is stored and searched.
 * The text of an ordinary page stands there at once; of a page with more runs than `AT_ONCE` the first, and the others frame by frame.
 * @param wanted false once the page shows another text, or nothing: what has not been put there yet is then left out
 * @param filled called when the first runs stand there, and again when all do
 */
export async function fillTextLayer(
  container: HTMLElement,
  { text, runs }: PageText,
  shape: PageShape,
  wanted: () => boolean,
  filled: () => void,
): Promise<void> {
  const shown = runs.slice(0, MOST_SPANS)
  const spansOf = (from: number): DocumentFragment => {
    const spans = document.createDocumentFragment()
    let end = shown[from - 1]?.[1] ?? 0
    for (const run of shown.slice(from, from + AT_ONCE)) {
      if (run[0] > end && text.slice(end, run[0]).includes('\n')) spans.append(document.createElement('br'))
      spans.append(spanOf(run, text, shape))
      end = run[1]
    }
    return spans
  }
  container.replaceChildren(spansOf(0))
  filled()
  if (shown.length <= AT_ONCE) return
  for (let from = AT_ONCE; from < shown.length; from += AT_ONCE) {
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
    if (!wanted()) return
    container.append(spansOf(from))
  }
  filled()
}

function spanOf(run: TextRun, text: string, shape: PageShape): HTMLElement {
  const [start, end, x, y, advance, height, angle, rtl] = run
  const span = document.createElement('span')
  const words = text.slice(start, end)
  const size = height * shape.userUnit
  const at = toView(shape, 1, x, y)
  const natural = widthOf(words) * size
  const stretch = natural > 0 && advance > 0 ? (advance * shape.userUnit) / natural : 1
  span.textContent = words
  span.dataset['start'] = String(start)
  if (rtl === 1) span.dir = 'rtl'
  span.style.left = `${at.x.toFixed(2)}px`
  span.style.top = `${at.y.toFixed(2)}px`
  span.style.fontSize = `${size.toFixed(2)}px`
  span.style.transform = `rotate(${shape.rotation - angle}deg) translateY(-${BASELINE}em) scaleX(${stretch.toFixed(4)})`
  return span
}
