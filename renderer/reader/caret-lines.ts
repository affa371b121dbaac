import type { PageText } from '@shared/documents/page'
import type { PageShape } from './page-geometry'
import { offsetInRun, type RunBox } from './text-hit'

/** Leaving the caret's column counts so much more than going further up or down. */
const ASIDE = 3

/** Where the caret wants to be on the shown page: view space at scale 1. `top` and `bottom` are those of the line it leaves. */
export type CaretAim = { readonly x: number; readonly top: number; readonly bottom: number }

/**
 * The offset on the line above (-1) or below (1) that is nearest to where the caret stands, in the same column if there is one; null where
 * there is no line beyond it on the page.
 */
export function offsetBeside(page: PageText, boxes: readonly RunBox[], shape: PageShape, aim: CaretAim, direction: 1 | -1): number | null {
  const middle = (aim.top + aim.bottom) / 2
  let best: RunBox | null = null
  let least = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    const own = (box.top + box.bottom) / 2
    const away = (own - middle) * direction
    if (away < Math.min(box.bottom - box.top, aim.bottom - aim.top) * 0.5) continue
    const cost = away + ASIDE * Math.max(box.left - aim.x, 0, aim.x - box.right)
    if (cost < least) [best, least] = [box, cost]
  }
  return best === null
    ? null
    : offsetInRun(page.text, best.run, shape, { x: Math.max(best.left, Math.min(aim.x, best.right)), y: (best.top + best.bottom) / 2 })
}
