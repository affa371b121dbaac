import type { ParityState } from '../parity/parity-cell'
import type { Sha256 } from '../units/hashes'
import type { Timestamp } from '../units/time'
import type { PassageNode, SearchNode, Standing } from './dossier-tree'

/** A cell of a matrix that somebody filled or took over, with what it rests on. */
export type ParityCellNode = {
  /** `M1`: numbered through the dossier, in reading order. */
  readonly number: string
  readonly state: ParityState
  /** Answered of how many, always with the number of different answers; null where nothing was counted. */
  readonly counts: {
    readonly short: string
    readonly words: string
    readonly quote: string
    readonly column: string
    readonly answered: number
    readonly of: number
    readonly withheld: number
    readonly distinct: number
    readonly base: string
  } | null
  /** The table that was counted in. */
  readonly table: {
    readonly name: string
    readonly sha256: Sha256
    readonly sheet: string | null
    readonly exhibit: string | null
    readonly path: string | null
  } | null
  readonly note: string
  readonly passages: readonly { readonly standing: Standing; readonly parts: readonly PassageNode[] }[]
  readonly searches: readonly SearchNode[]
  /** Number of the claim that was made of it. */
  readonly claim: string | null
  readonly author: string
  readonly at: Timestamp
}

/** A parity matrix: elements in rows, an agency in a year in columns. */
export type ParityMatrixNode = {
  readonly title: string
  readonly columns: readonly { readonly short: string; readonly name: string; readonly year: number }[]
  /** Elements in their order; a cell is null where nobody has looked. */
  readonly rows: readonly { readonly group: string; readonly label: string; readonly cells: readonly (ParityCellNode | null)[] }[]
}

/** The cells of all matrices in the order of their numbers, with the words for their place. */
export const parityCells = (
  matrices: readonly ParityMatrixNode[],
): readonly {
  readonly matrix: ParityMatrixNode
  readonly row: ParityMatrixNode['rows'][number]
  readonly column: ParityMatrixNode['columns'][number]
  readonly cell: ParityCellNode
}[] =>
  matrices.flatMap((matrix) =>
    matrix.rows.flatMap((row) =>
      row.cells.flatMap((cell, at) => {
        const column = matrix.columns[at]
        return cell === null || column === undefined ? [] : [{ matrix, row, column, cell }]
      }),
    ),
  )
