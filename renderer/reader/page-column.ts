import type { PageShape } from './page-geometry'
import type { Watched } from '../workbench/workbench'
import { watchedValue } from '../storage/watched-value'
import { type Flow, layOutPages, type PageLayout, pageAt, pagesBetween, placeAt, type ScrollPlace, scrollTopOf } from './page-layout'
import { scaleFor, stepped, type Zoom } from './zoom'

/** CSS pixels above and below the view within which pages are kept drawn. */
const NEAR = 700
/** Space at the sides of the widest page, CSS pixels. */
const SIDES = 48

/** What is seen of a document. */
export type ColumnView = {
  readonly zoom: Zoom
  /** CSS pixels per point. */
  readonly scale: number
  readonly layout: PageLayout
  /** Width of the scrolled column, CSS pixels. */
  readonly width: number
  /** First and last page near the view. */
  readonly first: number
  readonly last: number
  /** The page being read: the one a third down the view. */
  readonly current: number
}

/** A point of a page that stays where it is in the view while the zoom changes. */
type Held = { readonly page: number; readonly across: number; readonly down: number; readonly viewX: number; readonly viewY: number }
/** A point of the window, CSS pixels. */
type At = { readonly clientX: number; readonly clientY: number }

/** The scrolled column of pages: knows which pages are near the view, and keeps the place while zoom or window change. */
export type PageColumn = Watched<ColumnView> & {
  /** Begins to follow a scrolled element and the element that holds the pages; the function returned ends it. */
  attach(box: HTMLElement, inner: HTMLElement): () => void
  setShapes(shapes: readonly PageShape[]): void
  setZoom(zoom: Zoom): void
  setFlow(flow: Flow): void
  /** One step larger (1) or smaller (-1); with a point of the window, what is under that point stays. */
  step(direction: 1 | -1, at?: At): void
  /** Puts a page's upper edge, or a place in it, at the top of the view. */
  goTo(place: ScrollPlace): void
  /** Brings a part of a page into view if it is not: heights in CSS pixels at scale 1 from the page's upper edge. */
  reveal(page: number, top: number, bottom: number): void
  /** Scrolls by CSS pixels. */
  scrollBy(distance: number): void
  place(): ScrollPlace
  /** The view and the column in window coordinates; null while not attached. */
  frames(): { readonly view: DOMRect; readonly inner: DOMRect } | null
  /** Gives the pages the focus. */
  focus(): void
}

/** @param start where the view begins; null for the top of the first page */
export function createPageColumn(
  firstShapes: readonly PageShape[],
  zoom: Zoom,
  start: ScrollPlace | null,
  startFlow: Flow = 'continuous',
): PageColumn {
  let shapes = firstShapes
  let flow = startFlow
  let box: HTMLElement | null = null
  let inner: HTMLElement | null = null
  let size = { width: 0, height: 0 }
  let last: ScrollPlace = start ?? { page: 0, fraction: -1 }
  const firstScale = scaleFor(zoom, shapes[0], size)
  const view = watchedValue<ColumnView>({
    zoom,
    scale: firstScale,
    layout: layOutPages(shapes, firstScale),
    width: 0,
    first: last.page,
    last: last.page,
    current: last.page,
  })

  /** Looks where the view stands now, and says so if it shows other pages than before. */
  const look = (next: ColumnView): void => {
    // Before the first layout the column has no height, and where it stands says nothing.
    if (box === null || size.width === 0) return
    last = placeAt(next.layout, box.scrollTop)
    const [first, lastNear] = pagesBetween(next.layout, box.scrollTop, box.scrollTop + box.clientHeight, NEAR)
    // At the very end the last page is the one being read, though it may be too small to reach that far up.
    const atEnd = box.scrollTop > 0 && box.scrollTop + box.clientHeight >= next.layout.height - 1
    const current = atEnd ? shapes.length - 1 : pageAt(next.layout, box.scrollTop + box.clientHeight / 3)
    const now = view.get()
    if (next === now && now.first === first && now.last === lastNear && now.current === current) return
    view.set({ ...next, first, last: lastNear, current })
  }

  const layOut = (wanted: Zoom, held: Held | null): void => {
    const { current } = view.get()
    const scale = scaleFor(wanted, shapes[Math.min(current, shapes.length - 1)], size)
    const layout = layOutPages(shapes, scale, flow === 'single' ? size.height : 0)
    const width = Math.max(size.width, layout.width + SIDES)
    if (box !== null && inner !== null) {
      const place = last
      inner.style.height = `${layout.height}px`
      inner.style.width = `${width}px`
      if (held === null) {
        box.scrollTop = scrollTopOf(layout, place)
        box.scrollLeft = (width - size.width) / 2
      } else {
        const pageWidth = layout.widths[held.page] ?? 0
        box.scrollTop = (layout.tops[held.page] ?? 0) + held.down * (layout.heights[held.page] ?? 0) - held.viewY
        box.scrollLeft = (width - pageWidth) / 2 + held.across * pageWidth - held.viewX
      }
    }
    const next = { ...view.get(), zoom: wanted, scale, layout, width }
    if (box === null || size.width === 0) view.set(next)
    else look(next)
  }

  const hold = (at: At | undefined): Held | null => {
    if (box === null) return null
    const { layout, width } = view.get()
    const frame = box.getBoundingClientRect()
    const viewX = at === undefined ? box.clientWidth / 2 : at.clientX - frame.left
    const viewY = at === undefined ? box.clientHeight / 3 : at.clientY - frame.top
    const page = pageAt(layout, box.scrollTop + viewY)
    const [pageWidth, pageHeight] = [layout.widths[page] ?? 1, layout.heights[page] ?? 1]
    const across = (box.scrollLeft + viewX - (width - pageWidth) / 2) / pageWidth
    return { page, across, down: (box.scrollTop + viewY - (layout.tops[page] ?? 0)) / pageHeight, viewX, viewY }
  }

  return {
    get: view.get,
    subscribe: view.subscribe,
    attach(element, content) {
      box = element
      inner = content
      const scrolled = (): void => look(view.get())
      const measure = new ResizeObserver(() => {
        if (element.clientWidth === size.width && element.clientHeight === size.height) return
        size = { width: element.clientWidth, height: element.clientHeight }
        if (size.width > 0) layOut(view.get().zoom, null)
      })
      measure.observe(element)
      element.addEventListener('scroll', scrolled, { passive: true })
      return () => {
        measure.disconnect()
        element.removeEventListener('scroll', scrolled)
        box = null
        inner = null
        size = { width: 0, height: 0 }
      }
    },
    setShapes(next) {
      if (next === shapes) return
      shapes = next
      layOut(view.get().zoom, null)
    },
    setFlow(next) {
      if (next === flow) return
      flow = next
      layOut(view.get().zoom, null)
    },
    setZoom: (next) => layOut(next, next.kind === 'scale' ? hold(undefined) : null),
    step: (direction, at) => layOut({ kind: 'scale', scale: stepped(view.get().scale, direction) }, hold(at)),
    goTo(place) {
      last = place
      if (box === null || size.width === 0) return
      box.scrollTop = scrollTopOf(view.get().layout, place)
      // Not only when the window says that it scrolled: whoever asks where the view stands now is to be told the truth.
      look(view.get())
    },
    reveal(page, top, bottom) {
      const { layout, scale } = view.get()
      const upper = (layout.tops[page] ?? 0) + top * scale
      const lower = (layout.tops[page] ?? 0) + bottom * scale
      if (box === null || size.height === 0) {
        last = { page, fraction: Math.max(0, top * scale - 120) / (layout.heights[page] ?? 1) }
        return
      }
      if (upper - 40 >= box.scrollTop && lower + 60 <= box.scrollTop + box.clientHeight) return
      box.scrollTop = Math.max(0, upper - Math.max(60, (box.clientHeight - (lower - upper)) / 3))
      look(view.get())
    },
    scrollBy(distance) {
      if (box !== null) box.scrollTop += distance
    },
    place: () => last,
    frames: () => (box === null || inner === null ? null : { view: box.getBoundingClientRect(), inner: inner.getBoundingClientRect() }),
    focus: () => box?.focus({ preventScroll: true }),
  }
}
