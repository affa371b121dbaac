import { runningLines } from '@shared/anchoring/running-lines'
import type { TextRange } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import type { PageReading } from '@shared/documents/page-reading'
import type { TextStores } from '../documents/page-readings'
import { readPageInWindow } from '../documents/read-page-in-window'
import { watchedValue } from '../storage/watched-value'
import type { Watched } from '../workbench/workbench'
import type { PageShape } from './page-geometry'
import { boxesOfRuns, leftEdgeOfRuns, type RunBox } from './text-hit'
import { rangesOnPage, type TextPassage } from './text-place'

/** The texts in force on a document's pages, kept at hand for the pages looked at last. */
export type PageTexts = {
  /** Changes when other texts are at hand, because others are in force: they are then to be taken again. */
  readonly state: Watched<number>
  /** Reads the texts at hand again, because what is in force was changed. */
  renew(): Promise<void>
  /** A page's text; null where none is stored. */
  load(page: number): Promise<PageReading | null>
  /** The text if it is at hand, without waiting. */
  peek(page: number): PageReading | null
  /** The parts of a passage that stand on a page at hand; running heads and feet are known where neighbouring pages are at hand too. */
  ranges(passage: TextPassage, page: number): readonly TextRange[]
  /** The boxes of the runs of a page at hand, on the page as shown at scale 1. */
  boxes(page: number, shape: PageShape): readonly RunBox[]
  /** Where the text of a page at hand begins at the left, view space at scale 1; infinite without text. */
  leftEdge(page: number, shape: PageShape): number
}

const KEPT = 60

/** @param examine looks at a page before its text is taken, so that no word under a failed redaction is shown meanwhile */
export function createPageTexts(stores: TextStores, documentId: DocumentId, examine: (page: number) => Promise<void>): PageTexts {
  const texts = new Map<number, PageReading | null>()
  const boxes = new Map<number, { readonly shape: PageShape; readonly boxes: readonly RunBox[] }>()
  const edges = new Map<number, { readonly shape: PageShape; readonly edge: number }>()
  const boxesOf = (page: number, shape: PageShape): readonly RunBox[] => {
    const known = boxes.get(page)
    if (known?.shape === shape) return known.boxes
    const made = boxesOfRuns(texts.get(page)?.runs ?? [], shape)
    if (texts.has(page)) boxes.set(page, { shape, boxes: made })
    return made
  }
  const peek = (page: number): PageReading | null => texts.get(page) ?? null
  const state = watchedValue(0)
  return {
    state,
    async renew() {
      await Promise.all(
        [...texts.keys()].map(async (page) => {
          texts.set(page, await readPageInWindow(stores, documentId, page))
          boxes.delete(page)
          edges.delete(page)
        }),
      )
      state.set(state.get() + 1)
    },
    async load(page) {
      const known = texts.get(page)
      if (known !== undefined) return known
      await examine(page)
      const text = await readPageInWindow(stores, documentId, page)
      texts.set(page, text)
      for (const oldest of texts.keys()) {
        if (texts.size <= KEPT) break
        texts.delete(oldest)
        boxes.delete(oldest)
        edges.delete(oldest)
      }
      return text
    },
    peek,
    ranges(passage, page) {
      const text = peek(page)
      return text === null ? [] : rangesOnPage(passage, page, text, passage.from.page === passage.to.page ? [] : runningLines(peek, page))
    },
    boxes: boxesOf,
    leftEdge(page, shape) {
      const known = edges.get(page)
      if (known?.shape === shape) return known.edge
      const edge = leftEdgeOfRuns(texts.get(page)?.runs ?? [], shape)
      if (texts.has(page)) edges.set(page, { shape, edge })
      return edge
    },
  }
}
