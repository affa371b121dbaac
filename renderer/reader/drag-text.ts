import { draggedPassage } from './drag-passage'
import type { PageTexts } from './page-texts'
import type { TextPassage, TextPlace } from './text-place'
import { trackMouse } from './track-mouse'

/** Near the edges of the view, CSS pixels, the pages scroll while text is being dragged over, each some milliseconds. */
const EDGE = 28
const SCROLLS_EACH = 30

type TextDrag = {
  /** Where it extends from: a place, or the word or line that was clicked twice or thrice. */
  readonly anchor: TextPassage
  /** Whether a click selects something without a drag. */
  readonly extendsAtOnce: boolean
  readonly texts: PageTexts
  readonly placeUnder: (clientX: number, clientY: number) => TextPlace | null
  /** Where the pages are seen, window coordinates. */
  readonly view: () => DOMRect | undefined
  /** Scrolls the pages, CSS pixels. */
  readonly scrollBy: (distance: number) => void
}

/**
 * Follows a drag over text, from the press of the mouse to its release.
 * @param extended is given what is selected so far, whether the hand is off it, and whether its end stands before its beginning
 * @param ended is told whether anything was selected; else it was a click
 */
export function dragText(
  down: MouseEvent,
  { anchor, extendsAtOnce, texts, placeUnder, view, scrollBy }: TextDrag,
  extended: (passage: TextPassage | null, settled: boolean, backwards: boolean) => void,
  ended: (up: MouseEvent, selects: boolean) => void,
): void {
  let [x, y] = [down.clientX, down.clientY]
  // Alt takes single characters.
  let exact = down.altKey
  const extend = (settled: boolean): void => {
    const place = placeUnder(x, y)
    if (place === null) return
    const { passage, backwards } = draggedPassage(texts, anchor, place, exact)
    extended(passage, settled, backwards)
  }
  const scrolling = setInterval(() => {
    const frame = view()
    if (frame === undefined) return
    const beyond = y < frame.top + EDGE ? y - frame.top - EDGE : y > frame.bottom - EDGE ? y - frame.bottom + EDGE : 0
    if (beyond === 0) return
    scrollBy(beyond)
    extend(false)
  }, SCROLLS_EACH)
  if (extendsAtOnce) extend(false)
  trackMouse(
    down,
    (move) => {
      ;[x, y] = [move.clientX, move.clientY]
      exact = move.altKey
      extend(false)
    },
    (up, moved) => {
      clearInterval(scrolling)
      ;[x, y] = [up.clientX, up.clientY]
      const selects = moved || extendsAtOnce
      ended(up, selects)
      if (selects) extend(true)
    },
  )
}
