import { pageIndex, type PageIndex } from '@shared/units/pages'
import type { PdfRect, ViewRect } from '@shared/units/geometry'
import { watchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import { PAGE_ATTRIBUTE, selectBetween, selectedPassage } from './dom-selection'
import { dragBox } from './drag-box'
import { clickedPassage } from './drag-passage'
import { dragText } from './drag-text'
import type { PageColumn } from './page-column'
import { type PageShape, rectToPdf, type ViewPoint } from './page-geometry'
import { PAGE_GAP, pageAt } from './page-layout'
import type { PageTexts } from './page-texts'
import { nearestRun, offsetInRun } from './text-hit'
import { comparePlaces, type TextPassage, type TextPlace } from './text-place'

/** What is being selected: text, or a box drawn on one page. `settled` when the hand is off it. */
export type Selecting =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly passage: TextPassage; readonly settled: boolean; readonly by: 'hand' | 'keys' }
  | { readonly kind: 'box'; readonly page: PageIndex; readonly onView: ViewRect; readonly area: PdfRect; readonly settled: boolean }

/** What a drag over the pages does: it selects text, or draws a box. */
export type Tool = 'text' | 'box'

/** Selecting on the pages, by mouse and by the window's own selection. */
export type PointerWork = Watched<Selecting> & {
  attach(box: HTMLElement, inner: HTMLElement): () => void
  setTool(tool: Tool): void
  /** What a click does that selected nothing. */
  setOnClick(clicked: (at: PagePoint) => void): void
  /** Page and point under a point of the window. */
  under(clientX: number, clientY: number): PagePoint | null
  setShapes(shapes: readonly PageShape[]): void
  clear(): void
  /** Selects a passage with keys: it counts as made once the keys rest. */
  selectByKeys(passage: TextPassage): void
  /** The place in the text nearest to a point of the window; null where there is none. */
  placeUnder(clientX: number, clientY: number): TextPlace | null
  /** Draws a box with keys; `settled` asks what it holds. */
  drawBox(page: PageIndex, onView: ViewRect, settled: boolean): void
  /** Says that what is selected with keys is made; whether something was. */
  settle(): boolean
  /** Selects a passage that was found, as if it had been dragged over: the palette opens for it. */
  select(passage: TextPassage): void
}

type Parts = {
  readonly column: PageColumn
  readonly texts: PageTexts
  readonly shapes: readonly PageShape[]
}
/** A page and a point on it, view space at scale 1. */
export type PagePoint = { readonly page: number; readonly point: ViewPoint }

const NOTHING: Selecting = { kind: 'nothing' }
/** ms after the last change of a selection by keyboard until it counts as made. */
const KEYBOARD_SETTLES = 400

/** Selecting by pointer and by keys, which waits to be attached to the elements that show the pages. */
export function createPointerWork({ column, texts, shapes: firstShapes }: Parts): PointerWork {
  let shapes = firstShapes
  let tool: Tool = 'text'
  let onClick: (at: PagePoint) => void = () => undefined
  let inner: HTMLElement | null = null
  let box: HTMLElement | null = null
  let dragging = false
  let settles: ReturnType<typeof setTimeout> | undefined
  const state = watchedValue<Selecting>(NOTHING)

  const under = (clientX: number, clientY: number): PagePoint | null => {
    if (inner === null) return null
    const { layout, scale, width } = column.get()
    const frame = inner.getBoundingClientRect()
    const y = clientY - frame.top
    const page = pageAt(layout, y + PAGE_GAP / 2)
    const left = (width - (layout.widths[page] ?? 0)) / 2
    return { page, point: { x: (clientX - frame.left - left) / scale, y: (y - (layout.tops[page] ?? 0)) / scale } }
  }

  const placeUnder = (clientX: number, clientY: number): TextPlace | null => {
    const at = under(clientX, clientY)
    const shape = at && shapes[at.page]
    const text = at && texts.peek(at.page)
    if (!at || !shape || !text) return null
    const run = nearestRun(texts.boxes(at.page, shape), at.point)
    return run === null ? null : { page: at.page, offset: offsetInRun(text.text, run.run, shape, at.point) }
  }

  const show = (passage: TextPassage | null, settled: boolean, backwards = false): void => {
    clearTimeout(settles)
    state.set(passage === null ? NOTHING : { kind: 'text', passage, settled, by: 'hand' })
    if (inner === null || passage === null) return
    if (backwards) selectBetween(inner, passage.to, passage.from)
    else selectBetween(inner, passage.from, passage.to)
  }

  const dragTextFrom = (down: MouseEvent): void => {
    const start = placeUnder(down.clientX, down.clientY)
    if (start === null) return void window.getSelection()?.removeAllRanges()
    const clicked = clickedPassage(texts, start, down.detail)
    const known = state.get()
    const anchor =
      down.shiftKey && known.kind === 'text'
        ? { from: known.passage.from, to: known.passage.from }
        : (clicked ?? { from: start, to: start })
    const extendsAtOnce = clicked !== null || down.shiftKey
    dragging = true
    const drag = {
      anchor,
      extendsAtOnce,
      texts,
      placeUnder,
      view: () => box?.getBoundingClientRect(),
      scrollBy: (by: number) => column.scrollBy(by),
    }
    dragText(down, drag, show, (up, selects) => {
      dragging = false
      if (selects) return
      show(null, true)
      window.getSelection()?.removeAllRanges()
      const at = under(up.clientX, up.clientY)
      if (at !== null) onClick(at)
    })
  }

  const drawBox = (page: PageIndex, onView: ViewRect, settled: boolean): void => {
    const shape = shapes[page]
    if (shape !== undefined) state.set({ kind: 'box', page, onView, area: rectToPdf(shape, 1, onView), settled })
  }

  const dragBoxFrom = (down: MouseEvent): void => {
    const start = under(down.clientX, down.clientY)
    const shape = start && shapes[start.page]
    if (!start || !shape) return
    dragBox(
      down,
      start.point,
      shape,
      () => column.get().scale,
      (onView, settled) => (onView === null ? state.set(NOTHING) : drawBox(pageIndex(start.page), onView, settled)),
    )
  }

  const pressed = (event: MouseEvent): void => {
    const target = event.target
    if (
      event.button !== 0 ||
      !(target instanceof Element) ||
      target.closest(`[${PAGE_ATTRIBUTE}]`) === null ||
      target.closest('[data-page-control]') !== null
    )
      return
    // The window's own dragging would select whatever lies between columns and pages; text is found by its place instead.
    event.preventDefault()
    box?.focus({ preventScroll: true })
    if (tool === 'box') dragBoxFrom(event)
    else dragTextFrom(event)
  }

  const selectByKeys = (passage: TextPassage): void => {
    clearTimeout(settles)
    state.set({ kind: 'text', passage, settled: false, by: 'keys' })
    settles = setTimeout(() => state.set({ kind: 'text', passage, settled: true, by: 'keys' }), KEYBOARD_SETTLES)
  }

  const selectionChanged = (): void => {
    if (dragging || inner === null) return
    const selection = window.getSelection()
    const node = selection?.anchorNode
    if (selection === null || !node || !inner.contains(node)) return
    const passage = selectedPassage(selection)
    const known = state.get()
    if (passage === null) {
      if (known.kind === 'text') state.set(NOTHING)
      return
    }
    if (known.kind === 'text' && comparePlaces(known.passage.from, passage.from) === 0 && comparePlaces(known.passage.to, passage.to) === 0)
      return
    selectByKeys(passage)
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    attach(element, content) {
      box = element
      inner = content
      element.addEventListener('mousedown', pressed)
      document.addEventListener('selectionchange', selectionChanged)
      return () => {
        element.removeEventListener('mousedown', pressed)
        document.removeEventListener('selectionchange', selectionChanged)
        clearTimeout(settles)
        box = null
        inner = null
      }
    },
    setTool(next) {
      tool = next
    },
    setShapes(next) {
      shapes = next
    },
    setOnClick(clicked) {
      onClick = clicked
    },
    under,
    clear() {
      show(null, true)
      window.getSelection()?.removeAllRanges()
    },
    selectByKeys,
    placeUnder,
    drawBox,
    settle() {
      const now = state.get()
      if (now.kind !== 'text' || now.settled) return false
      clearTimeout(settles)
      state.set({ ...now, settled: true })
      return true
    },
    select: (passage) => show(passage, true),
  }
}
