import { passageBetween, type TextPassage, type TextPlace } from './text-place'

/** Attribute of a page's element: its index in the file, from 0. */
export const PAGE_ATTRIBUTE = 'data-page-index'
/** Attribute of a page's text layer. */
export const TEXT_ATTRIBUTE = 'data-text-layer'

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)

/** The index of the page in which a node stands; null outside of pages. */
function pageOf(node: Node): number | null {
  const page = elementOf(node)?.closest(`[${PAGE_ATTRIBUTE}]`)?.getAttribute(PAGE_ATTRIBUTE)
  return page === undefined || page === null ? null : Number(page)
}

const startOf = (span: Element): number | null => {
  const start = span instanceof HTMLElement ? span.dataset['start'] : undefined
  return start === undefined ? null : Number(start)
}

/** The place in the stored text of a boundary of the window's selection; null outside of text layers. */
function placeOfBoundary(node: Node, offset: number): TextPlace | null {
  const page = pageOf(node)
  const layer = elementOf(node)?.closest(`[${TEXT_ATTRIBUTE}]`)
  if (page === null || !layer) return null
  const start = node instanceof Text && node.parentElement !== null ? startOf(node.parentElement) : null
  if (start !== null) return { page, offset: start + offset }
  // A boundary between elements: it stands before the next run, or after the last one.
  const spans = runsOf(layer)
  const next = node === layer || layer.contains(node) ? spans.find((span) => isAtOrAfter(span, node, offset)) : undefined
  const last = spans.at(-1)
  if (next !== undefined) return { page, offset: startOf(next) ?? 0 }
  return last === undefined ? null : { page, offset: (startOf(last) ?? 0) + (last.textContent?.length ?? 0) }
}

/** The elements of a text layer that hold text: runs, or the pieces into which marks cut them. Each names its offset. */
const runsOf = (layer: Element): readonly Element[] =>
  [...layer.querySelectorAll('[data-start]')].filter((element) => element.firstElementChild === null)

function isAtOrAfter(span: Element, node: Node, offset: number): boolean {
  const range = document.createRange()
  range.selectNodeContents(span)
  return range.comparePoint(node, offset) <= 0
}

/** The passage that the window's selection covers; null when it covers no text of a page. */
export function selectedPassage(selection: Selection | null): TextPassage | null {
  if (selection === null || selection.isCollapsed || selection.anchorNode === null || selection.focusNode === null) return null
  const anchor = placeOfBoundary(selection.anchorNode, selection.anchorOffset)
  const focus = placeOfBoundary(selection.focusNode, selection.focusOffset)
  return anchor === null || focus === null ? null : passageBetween(anchor, focus)
}

/** The text node and offset of a place in a page's text layer; null when the page is not drawn or the place is not in a run. */
function boundaryOfPlace(root: HTMLElement, place: TextPlace): { readonly node: Text; readonly offset: number } | null {
  const layer = root.querySelector(`[${PAGE_ATTRIBUTE}="${place.page}"] [${TEXT_ATTRIBUTE}]`)
  if (layer === null) return null
  let found: { readonly node: Text; readonly offset: number } | null = null
  for (const span of runsOf(layer)) {
    const start = startOf(span) ?? 0
    const node = span.firstChild
    if (!(node instanceof Text)) continue
    if (start > place.offset) return found ?? { node, offset: 0 }
    found = { node, offset: Math.min(place.offset - start, node.length) }
    if (place.offset <= start + node.length) return found
  }
  return found
}

/** Selects the text between two places, as far as their pages are drawn. The first one stays when the second moves. */
export function selectBetween(root: HTMLElement, anchor: TextPlace, focus: TextPlace): void {
  const from = boundaryOfPlace(root, anchor)
  const to = boundaryOfPlace(root, focus)
  if (from !== null && to !== null) window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}
