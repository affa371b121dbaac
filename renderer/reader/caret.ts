import { quadsOfRanges } from '@shared/anchoring/passage-geometry'
import type { TextRun } from '@shared/documents/page'
import type { Quad, ViewRect } from '@shared/units/geometry'
import { watchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import { offsetBeside } from './caret-lines'
import { type CaretStep, moveCaret, stepOfKey } from './caret-steps'
import type { PageColumn } from './page-column'
import { type PageShape, quadOnView, shownSize, toView, type ViewPoint } from './page-geometry'
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

/** A caret that is off, for the pages of a column; what it selects, `work` shows. */
export function createCaret(column: PageColumn, work: PointerWork, texts: PageTexts, shapes: readonly PageShape[]): Caret {
  const state = watchedValue<TextPlace | null>(null)
  let anchor: TextPlace | null = null
  /** Where up and down aim at while they follow each other, view space at scale 1. */
  let goal: number | null = null

  const put = (place: TextPlace): void => {
    state.set(place)
    const shape = shapes[place.page]
    const rect = shape === undefined ? null : caretRect(texts, shape, place)
    if (rect !== null) column.reveal(place.page, rect.y, rect.y + rect.height)
    // The caret may go on to the pages around, so their texts are kept at hand.
    for (const near of [place.page - 1, place.page + 1]) if (near >= 0 && near < shapes.length) void texts.load(near)
  }

  /** The line above or below as it is seen; over the edge of a page the nearest line of the next one. Null where geometry does not say. */
  const beside = (place: TextPlace, direction: 1 | -1): TextPlace | null => {
    const shape = shapes[place.page]
    const rect = shape === undefined ? null : caretRect(texts, shape, place)
    if (shape === undefined || rect === null) return null
    goal ??= rect.x
    const here = texts.peek(place.page)
    const offset =
      here === null
        ? null
        : offsetBeside(here, texts.boxes(place.page, shape), shape, { x: goal, top: rect.y, bottom: rect.y + rect.height }, direction)
    if (offset !== null) return { page: place.page, offset }
    const page = place.page + direction
    const [next, text] = [shapes[page], texts.peek(page)]
    if (next === undefined || text === null) return null
    const edge = direction === 1 ? -1e6 : shownSize(next, 1).height + 1e6
    const there = offsetBeside(text, texts.boxes(page, next), next, { x: goal, top: edge, bottom: edge }, direction)
    return there === null ? null : { page, offset: there }
  }

  const nextOf = (place: TextPlace, step: CaretStep, run: TextRun | undefined): TextPlace => {
    const lines = step === 'up' || step === 'down'
    if (!lines) goal = null
    // In vertical and turned text, lines follow each other as the text has them.
    const seen = lines && (run === undefined || run[6] === 0) ? beside(place, step === 'down' ? 1 : -1) : null
    return seen ?? moveCaret(place, step, shapes.length, texts.peek)
  }

  const go = (from: TextPlace, next: TextPlace, extend: boolean): void => {
    if (extend) {
      anchor ??= from
      const passage = passageBetween(anchor, next)
      if (passage === null) work.clear()
      else work.selectByKeys(passage)
    } else {
      anchor = null
      work.clear()
    }
    put(next)
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
      goal = null
      put({ page: current, offset: first.run[0] })
      return true
    },
    stop() {
      anchor = null
      state.set(null)
    },
    press(event) {
      const place = state.get()
      if (place === null || event.altKey) return false
      const selected = work.get().kind === 'text'
      if (selected && !event.shiftKey && (event.key === 'Enter' || event.key.toLowerCase() === 'm') && work.settle()) return true
      const run = runAt(texts, place)
      const step = stepOfKey(event, run)
      if (step === null) return false
      // With a passage selected, up and down choose the claim in the palette.
      if (!event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && selected) return false
      if (step === 'document-start' || step === 'document-end') {
        void texts.load(step === 'document-start' ? 0 : shapes.length - 1).then(() => go(place, nextOf(place, step, run), event.shiftKey))
        return true
      }
      go(place, nextOf(place, step, run), event.shiftKey)
      return true
    },
  }
}

/** The run that a place stands in, or before. */
const runAt = (texts: PageTexts, { page, offset }: TextPlace): TextRun | undefined => {
  const runs = texts.peek(page)?.runs
  return runs?.find((one) => one[1] > offset) ?? runs?.at(-1)
}

/** The piece of print that the caret stands at, and whether at its end rather than its start. Null where the text is not at hand. */
function caretQuad(texts: PageTexts, place: TextPlace): { readonly quad: Quad; readonly atEnd: boolean } | null {
  const text = texts.peek(place.page)
  const run = runAt(texts, place)
  if (text === null || run === undefined) return null
  const { offset } = place
  // After the last character of a run (a line's end) the caret stands at the end of the run before.
  const previous = text.runs.findLast((one) => one[1] <= offset)
  const after = previous !== undefined && run[0] > offset && (previous[1] === offset || run === previous)
  const at = Math.max(run[0], Math.min(offset, run[1] - 1))
  const [quad] = quadsOfRanges(text, [
    after || run[1] <= offset ? { start: previous?.[0] ?? run[0], end: previous?.[1] ?? run[1] } : { start: at, end: run[1] },
  ])
  if (quad === undefined) return null
  const last = after || run[1] <= offset
  const rightToLeft = (last ? (previous ?? run) : run)[7] === 1
  return { quad, atEnd: last !== rightToLeft }
}

/** Where the caret stands on the page, view space at scale 1: an upright line before the character, none of it as wide. */
function caretRect(texts: PageTexts, shape: PageShape, place: TextPlace): ViewRect | null {
  const stands = caretQuad(texts, place)
  if (stands === null) return null
  const rect = quadOnView(shape, 1, stands.quad)
  return { ...rect, x: stands.atEnd ? rect.x + rect.width : rect.x, width: 0 }
}

/** The caret as it is drawn, view space at scale 1: from the upper end to the lower end of its line of print, however that runs. */
export function caretLine(
  texts: PageTexts,
  shape: PageShape,
  place: TextPlace,
): { readonly from: ViewPoint; readonly to: ViewPoint } | null {
  const stands = caretQuad(texts, place)
  if (stands === null) return null
  const { quad: q, atEnd } = stands
  return atEnd
    ? { from: toView(shape, 1, q[2], q[3]), to: toView(shape, 1, q[6], q[7]) }
    : { from: toView(shape, 1, q[0], q[1]), to: toView(shape, 1, q[4], q[5]) }
}
