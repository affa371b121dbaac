import { type ViewRect, viewRect } from '@shared/units/geometry'

/** Points by which a key moves or stretches a box; with Ctrl one at a time. */
const STEP = 12
const LEAST = 6

type Size = { readonly width: number; readonly height: number }
type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'>
const MOVES: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A box after an arrow key: moved, or with Shift stretched at its lower right corner; it stays on the page. Null for other keys. View space at scale 1. */
export function stepBox(box: ViewRect, { key, shiftKey, ctrlKey }: Pressed, page: Size): ViewRect | null {
  const move = MOVES[key]
  if (move === undefined) return null
  const step = ctrlKey ? 1 : STEP
  const [dx, dy] = [move[0] * step, move[1] * step]
  return (shiftKey ? stretchBox : moveBox)(box, dx, dy, page)
}

/** A box moved by a distance, kept on its page. View space at scale 1. */
export const moveBox = (box: ViewRect, dx: number, dy: number, page: Size): ViewRect =>
  viewRect(within(box.x + dx, 0, page.width - box.width), within(box.y + dy, 0, page.height - box.height), box.width, box.height)

/** A box whose lower right corner was moved by a distance, kept on its page and never smaller than can be seen. View space at scale 1. */
export const stretchBox = (box: ViewRect, dx: number, dy: number, page: Size): ViewRect =>
  viewRect(box.x, box.y, within(box.width + dx, LEAST, page.width - box.x), within(box.height + dy, LEAST, page.height - box.y))

/** Where a box begins when it is drawn with keys: in the middle of what is seen of the page. */
export function firstBox(page: Size, seenTop: number, seenBottom: number): ViewRect {
  const [width, height] = [Math.min(240, page.width / 2), 48]
  const middle = within((Math.max(0, seenTop) + Math.min(page.height, seenBottom)) / 2, height, page.height - height)
  return viewRect((page.width - width) / 2, middle - height / 2, width, height)
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)))
