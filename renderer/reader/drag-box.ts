import { type ViewRect, viewRect } from '@shared/units/geometry'
import { type PageShape, shownSize, type ViewPoint } from './page-geometry'
import { STILL, trackMouse } from './track-mouse'

/**
 * Follows a drag that draws a box on one page.
 * @param start where it began, view space at scale 1
 * @param scale pixels a point of that space just now
 * @param drawn is given the box in the same space, kept on the page, and whether the hand is off it; null for one too small to be meant
 */
export function dragBox(
  down: MouseEvent,
  start: ViewPoint,
  shape: PageShape,
  scale: () => number,
  drawn: (box: ViewRect | null, settled: boolean) => void,
): void {
  const size = shownSize(shape, 1)
  const inside = ({ x, y }: ViewPoint): ViewPoint => ({
    x: Math.min(Math.max(x, 0), size.width),
    y: Math.min(Math.max(y, 0), size.height),
  })
  const from = inside(start)
  const stretch = (event: MouseEvent, settled: boolean): void => {
    const by = scale()
    const to = inside({ x: start.x + (event.clientX - down.clientX) / by, y: start.y + (event.clientY - down.clientY) / by })
    const box = viewRect(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y))
    drawn(box.width * by < STILL || box.height * by < STILL ? null : box, settled)
  }
  trackMouse(
    down,
    (move) => stretch(move, false),
    (up) => stretch(up, true),
  )
}
