import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { FindingState } from '../../finding'

/** Heights of a page's line and of a hit in CSS pixels, as the style sheet has them. */
const HEAD = 28
const ROW = 46

/** A line of the list: a page with the number of its hits, or a hit by its index. */
export type FoundRow = { readonly page: number; readonly count: number } | { readonly hit: number }

export type HitListing = {
  readonly rows: readonly FoundRow[]
  readonly list: Virtualizer<HTMLDivElement, Element>
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Chooses a hit, and gives it the focus once it is drawn. */
  readonly walkTo: (hit: number) => void
}

/** The hits by page, of which those near the view are drawn; the one that is looked at is always among them. */
export function useHitList({ hits, byPage, current }: FindingState, choose: (hit: number) => void): HitListing {
  const scroller = useRef<HTMLDivElement>(null)
  const walked = useRef(false)
  const rows = useMemo(() => rowsOf(hits, byPage), [hits, byPage])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (isHit(rows[at]) ? ROW : HEAD),
    overscan: 12,
  })
  const currentRow = rows.findIndex((row) => isHit(row) && row.hit === current)
  useEffect(() => list.measure(), [list, rows])
  useEffect(() => {
    if (currentRow >= 0) list.scrollToIndex(currentRow, { align: 'auto' })
  }, [list, currentRow])
  useEffect(() => {
    if (!walked.current) return
    const row = scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')
    if (!row) return
    walked.current = false
    row.focus({ preventScroll: true })
  })
  const walkTo = (hit: number): void => {
    walked.current = true
    choose(hit)
  }
  return { rows, list, scroller, walkTo }
}

export const isHit = (row: FoundRow | undefined): row is { readonly hit: number } => row !== undefined && 'hit' in row

function rowsOf(hits: FindingState['hits'], byPage: FindingState['byPage']): readonly FoundRow[] {
  const rows: FoundRow[] = []
  hits.forEach((hit, at) => {
    if (hits[at - 1]?.page !== hit.page) rows.push({ page: hit.page, count: byPage.get(hit.page)?.length ?? 0 })
    rows.push({ hit: at })
  })
  return rows
}
