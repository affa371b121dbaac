import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { ViewRect } from '@shared/units/geometry'
import { watchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import { moveCaret, type CaretStep } from './caret-steps'
import type { PageColumn } from './page-column'
import { type PageShape, quadOnView } from './page-geometry'
import type { PageTexts } from './page-texts'
import type { PointerWork } from './pointer-work'
import { passageBetween, type TextPlace } from './text-place'

/** Selecting with the arrow keys: a caret in the stored text of the pages. Null while it is off. */
export type Caret = Watched<TextPlace | null> & {
  /** Puts the caret before the uppermost words in view. False where the page in view has no text. */
  start(): boolean
  stop(): void
  /** Moves the caret, or with Shift the end of the selection; says whether the key was one of its own. */
  press(event: KeyboardEvent): boolean
}

const STEPS: Readonly<Record<string, CaretStep>> = { ArrowLeft: 'back', ArrowRight: 'on', ArrowUp: 'up', ArrowDown: 'down', Home: 'line-start', End: 'line-end' }

export function createCaret(column: PageColumn, work: PointerWork, texts: PageTexts, shapes: readonly PageShape[]): Caret {
  const state = watchedValue<TextPlace | null>(null)
  let anchor: TextPlace | null = null

  const put = (place: TextPlace): void => {
    state.set(place)
    const shape = shapes[place.page]
    const rect = shape === undefined ? null : caretRect(texts, shape, place)
    if (rect !== null) column.reveal(place.page, rect.y, rect.y + rect.height)
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start() {
      const { current, layout, scale } = column.get()
      const shape = shapes[current]
      const frames = column.frames()
      if (shape === undefined || frames === null) return false
      const top = (frames.view.top - frames.inner.top - (layout.tops[current] ?? 0)) / scale
      const boxes = texts.boxes(current, shape).filter((box) => box.top >= top)
      const first = boxes.toSorted((a, b) => a.top - b.top || a.left - b.left)[0]
      if (first === undefined) return false
      anchor = null
      put({ page: current, offset: first.run[0] })
      return true
    },
    stop() {
      anchor = null
      state.set(null)
    },
    press(event) {
      const step = STEPS[event.key]
      const place = state.get()
      if (place === null || step === undefined || event.altKey) return false
      // With a passage selected, up and down choose the claim in the palette.
      if (!event.shiftKey && (step === 'up' || step === 'down') && work.get().kind === 'text') return false
      const byWord = event.ctrlKey && (step === 'on' || step === 'back')
      const next = moveCaret(place, byWord ? (step === 'on' ? 'word-on' : 'word-back') : step, shapes.length, (page) => texts.peek(page)?.text ?? '')
      if (event.shiftKey) {
        anchor ??= place
        const passage = passageBetween(anchor, next)
        if (passage === null) work.clear()
        else work.selectByKeys(passage)
      } else {
        anchor = null
        work.clear()
      }
      put(next)
      return true
    },
  }
}

/** Where the caret stands on the page, view space at scale 1; null where the text is not at hand. */
export function caretRect(texts: PageTexts, shape: PageShape, { page, offset }: TextPlace): ViewRect | null {
  const text = texts.peek(page)
  if (text === null) return null
  const run = text.runs.find((one) => one[1] > offset) ?? text.runs.at(-1)
  if (run === undefined) return null
  const at = Math.max(run[0], Math.min(offset, run[1] - 1))
  const [quad] = quadsOfRanges(text, [{ start: at, end: run[1] }])
  return quad === undefined ? null : quadOnView(shape, 1, quad)
}
