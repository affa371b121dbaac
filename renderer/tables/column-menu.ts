import { ArrowDownAZ, ArrowUpAZ, FilterX, ListOrdered } from 'lucide-react'
import type { MenuItem } from '../ui/menu'
import type { OpenSheet } from './segment-of-place'
import { type RowFilter, type RowOrder, valuesOf } from './table-view'

type ColumnMenuParts = {
  readonly sheet: OpenSheet
  readonly column: number
  /** What the chosen row holds in the column: offered first. */
  readonly cell: string
  readonly filter: RowFilter
  readonly sorted: RowOrder
  readonly onFilter: (filter: RowFilter) => void
  readonly onSort: (order: RowOrder) => void
}

/** Values of a column that are offered to narrow by. */
const OFFERED = 10
const LONGEST = 42
const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ').trim()
  return line === '' ? 'empty' : line.length > LONGEST ? `“${line.slice(0, LONGEST)}…”` : `“${line}”`
}

/** What the menu of a column offers: an order to look at its rows in, and the values to narrow them by. Nothing in the file changes. */
export function columnMenu({ sheet, column, cell, filter, sorted, onFilter, onSort }: ColumnMenuParts): readonly MenuItem[] {
  const offered = valuesOf(sheet.rows, column, OFFERED, [cell, ''])
  const chosen = filter.values.get(column)
  const narrowTo = (value: string | null): void => {
    const next = new Map(filter.values)
    if (value === null) next.delete(column)
    else next.set(column, value)
    onFilter({ ...filter, values: next })
  }
  return [
    {
      label: 'From A to Z',
      icon: ArrowDownAZ,
      checked: sorted?.column === column && !sorted.down,
      onSelect: () => onSort({ column, down: false }),
    },
    {
      label: 'From Z to A',
      icon: ArrowUpAZ,
      checked: sorted?.column === column && sorted.down,
      onSelect: () => onSort({ column, down: true }),
    },
    { label: 'In the order of the file', icon: ListOrdered, disabled: sorted === null, onSelect: () => onSort(null) },
    'separator',
    ...(chosen === undefined ? [] : [{ label: 'Rows with any value', icon: FilterX, onSelect: () => narrowTo(null) }]),
    ...offered.map(([value, count]) => ({
      label: `Only ${short(value)} (${count.toLocaleString('en-US')})`,
      checked: chosen === value,
      onSelect: () => narrowTo(value),
    })),
  ]
}
