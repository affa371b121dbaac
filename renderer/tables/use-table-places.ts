import type { AnnotationId } from '@shared/annotations/annotation'
import { useCallback, useState } from 'react'
import type { Mark } from '../annotations/marks'
import type { OpenSheet } from './segment-of-place'
import { type CellPlace, NO_FILTER, type RowFilter, type RowOrder } from './table-view'

const FIRST: CellPlace = { row: 0, column: 0 }

/** Where one is in a table: the sheet, the place that is chosen on each, which rows are shown and how, and the mark that is chosen. */
export function useTablePlaces(sheets: readonly OpenSheet[]) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      sheets.findIndex(({ hidden, pages }) => !hidden && pages.count > 0),
    ),
  )
  const [places, setPlaces] = useState<ReadonlyMap<number, CellPlace>>(new Map())
  const [filter, setFilter] = useState<RowFilter>(NO_FILTER)
  const [sorted, setSorted] = useState<RowOrder>(null)
  const [selected, setSelected] = useState<AnnotationId | null>(null)
  const [shown, setShown] = useState(0)
  const sheet = sheets[at]
  const place = places.get(at) ?? (sheet !== undefined && sheet.rows.length === 0 ? { row: -1, column: 0 } : FIRST)

  const choose = useCallback((sheetAt: number, next: CellPlace): void => {
    setAt(sheetAt)
    setPlaces((before) => new Map(before).set(sheetAt, next))
    setShown((before) => before + 1)
  }, [])
  const chooseHere = useCallback((next: CellPlace): void => choose(at, next), [choose, at])
  /** Chooses a place by its page; rows that a filter hides are shown again. */
  const goTo = useCallback(
    (index: number, column: number | null): boolean => {
      const sheetAt = sheets.findIndex(({ pages }) => index >= pages.first && index < pages.first + pages.count)
      const target = sheets[sheetAt]
      if (target === undefined) return false
      setFilter(NO_FILTER)
      choose(sheetAt, { row: index - target.pages.first - 1, column })
      return true
    },
    [sheets, choose],
  )
  const goToMark = useCallback(
    (mark: Mark): void => {
      setSelected(mark.annotation.id)
      const [first] = mark.annotation.segments
      if (first !== undefined) goTo(first.pageIndex, first.cell?.column == null ? null : first.cell.column - 1)
    },
    [goTo],
  )
  const selectMark = useCallback((mark: Mark | null): void => setSelected(mark?.annotation.id ?? null), [])
  const showAll = useCallback((): void => {
    setFilter(NO_FILTER)
    setSorted(null)
  }, [])
  const showSheet = (next: number): void => {
    showAll()
    setAt(next)
  }
  return {
    at,
    sheet,
    place,
    /** Grows when the chosen place is to be brought into view. */
    shown,
    filter,
    setFilter,
    sorted,
    setSorted,
    selected,
    setSelected,
    selectMark,
    chooseHere,
    goTo,
    goToMark,
    showAll,
    showSheet,
  }
}
