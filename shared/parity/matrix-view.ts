import type { ComputedCell } from './compute-cell'
import { PARITY_STATES, type ParityCell, parityCellId, type ParityCounts, type ParityState } from './parity-cell'
import type { ParityAgency, ParityElement, ParityMatrix, ParityTable } from './parity-matrix'

/** What a table proposes for a cell, and which table. */
export type ParityProposal = { readonly computed: ComputedCell; readonly table: ParityTable | null }

/** A place of the matrix with all that is said of it. */
export type ShownCell = {
  readonly id: ParityCell['id']
  readonly element: ParityElement
  readonly agency: ParityAgency
  readonly year: number
  /** What somebody filled in; null where nobody has. */
  readonly cell: ParityCell | null
  readonly proposal: ParityProposal | null
  /** The state to show: the cell's, else the proposal's, else not yet looked. */
  readonly state: ParityState
  readonly counts: Omit<ParityCounts, 'documentId' | 'sheet'> | null
  /**
   * - `kept`: somebody filled it in or took it over.
   * - `parted`: so, but the table now says something else.
   * - `proposed`: computed only.
   * - `open`: nobody has looked, and no table says anything.
   */
  readonly standing: 'kept' | 'parted' | 'proposed' | 'open'
}

/** A column of the matrix. */
export type ParityColumn = { readonly agency: ParityAgency; readonly year: number }
export type ShownRow = { readonly element: ParityElement; readonly cells: readonly ShownCell[] }

/** The columns side by side: year by year, so that the agencies of one year stand together. */
export const columnsOf = ({ years, agencies }: Pick<ParityMatrix, 'years' | 'agencies'>): readonly ParityColumn[] =>
  [...years].sort((a, b) => a - b).flatMap((year) => agencies.map((agency) => ({ agency, year })))

/** @param proposals by the id of their cell */
export function shownRows(
  matrix: ParityMatrix,
  cells: readonly ParityCell[],
  proposals: ReadonlyMap<string, ParityProposal>,
): readonly ShownRow[] {
  const kept = new Map(cells.map((cell) => [cell.id, cell]))
  const columns = columnsOf(matrix)
  return matrix.elements.map((element) => ({
    element,
    cells: columns.map(({ agency, year }): ShownCell => {
      const id = parityCellId(matrix.id, element.id, agency.id, year)
      const cell = kept.get(id) ?? null
      const proposal = proposals.get(id) ?? null
      const standing = cell === null ? (proposal === null ? 'open' : 'proposed') : parts(cell, proposal) ? 'parted' : 'kept'
      return {
        id,
        element,
        agency,
        year,
        cell,
        proposal,
        state: cell?.state ?? proposal?.computed.state ?? 'not-looked',
        counts: cell === null ? (proposal?.computed.counts ?? null) : cell.counts,
        standing,
      }
    }),
  }))
}

/** Whether a cell that was taken over from a table no longer says what is computed. One filled by hand is a judgement and parts with nothing. */
function parts(cell: ParityCell, proposal: ParityProposal | null): boolean {
  if (cell.counts === null || proposal === null) return false
  const now = proposal.computed.counts
  return (
    now === null ||
    cell.state !== proposal.computed.state ||
    (['of', 'answered', 'withheld', 'distinct', 'quote'] as const).some((field) => cell.counts?.[field] !== now[field])
  )
}

/** Whether what the tables propose for a cell waits for somebody to look at it. */
export const isWaiting = ({ standing }: ShownCell): boolean => standing === 'proposed' || standing === 'parted'

export type ParityFilter = { readonly differing: boolean; readonly state: ParityState | 'any'; readonly group: string | 'any' }

/** Whether the agencies' states part in one of the years. Which of them is better is not said. */
const differs = (cells: readonly ShownCell[]): boolean => {
  const byYear = new Map<number, Set<ParityState>>()
  for (const { year, state } of cells) byYear.set(year, (byYear.get(year) ?? new Set()).add(state))
  return [...byYear.values()].some((states) => states.size > 1)
}

/** The rows that fit every part of a filter. */
export const filteredRows = (rows: readonly ShownRow[], { differing, state, group }: ParityFilter): readonly ShownRow[] =>
  rows.filter(
    (row) =>
      (group === 'any' || row.element.group === group) &&
      (state === 'any' || row.cells.some((cell) => cell.state === state)) &&
      (!differing || differs(row.cells)),
  )

/** How many cells of a column are in each state, in the order of the states. */
export type ColumnTally = ParityColumn & { readonly states: readonly { readonly state: ParityState; readonly count: number }[] }

/** How many cells of each column are in which state. */
export function tallyColumns(columns: readonly ParityColumn[], rows: readonly ShownRow[]): readonly ColumnTally[] {
  return columns.map((column, at) => ({
    ...column,
    states: PARITY_STATES.map((state) => ({ state, count: rows.filter((row) => row.cells[at]?.state === state).length })),
  }))
}

/** The groups of elements in the order of the matrix. */
export const groupsOf = (elements: readonly Pick<ParityElement, 'group'>[]): readonly string[] => [
  ...new Set(elements.map(({ group }) => group)),
]
