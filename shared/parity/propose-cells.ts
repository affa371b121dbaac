import { computeCell, notAsked, rowsOfAgency } from './compute-cell'
import type { InventoryTable } from './headings'
import type { ParityProposal } from './matrix-view'
import { type ParityCell, parityCellId } from './parity-cell'
import type { ParityMatrix, ParityTable } from './parity-matrix'

/** A table of a matrix that could be read. */
export type ReadInventory = { readonly table: ParityTable; readonly inventory: InventoryTable }

/** All that tables say of the cells of a matrix, by the id of the cell: from the first table of a year that says something. */
export function proposeCells(matrix: ParityMatrix, read: readonly ReadInventory[]): ReadonlyMap<string, ParityProposal> {
  const proposals = new Map<string, ParityProposal>()
  for (const agency of matrix.agencies) {
    for (const year of matrix.years) {
      const tables = read
        .filter(({ table }) => table.year === year && (table.agencyId === null || table.agencyId === agency.id))
        .map(({ table, inventory }) => ({ table, rows: rowsOfAgency(inventory, agency, table.agencyId === agency.id) }))
        .filter(({ rows }) => rows.rows.length > 0)
      for (const element of matrix.elements) {
        const asked = element.asked.find((each) => each.year === year)
        if (asked === undefined) continue
        const id = parityCellId(matrix.id, element.id, agency.id, year)
        for (const { table, rows } of tables) {
          const computed = computeCell(rows, element, asked)
          if (computed === null || computed.counts === null) continue
          proposals.set(id, { computed, table })
          break
        }
        const unasked = proposals.has(id) ? null : notAsked(asked)
        if (unasked !== null) proposals.set(id, { computed: unasked, table: null })
      }
    }
  }
  return proposals
}

/** What a cell says once its proposal is taken over: the state, and what was counted in which table. */
export function takenOver({ computed: { state, counts }, table }: ParityProposal): Pick<ParityCell, 'state' | 'counts'> {
  return { state, counts: counts === null || table === null ? null : { ...counts, documentId: table.documentId, sheet: table.sheet } }
}
