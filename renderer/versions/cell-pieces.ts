import type { TextRange } from '@shared/annotations/segment'
import { cellRanges } from '@shared/tables/cells'
import { columnLetters } from '@shared/tables/table'
import type { ChangeKind } from '@shared/versions/compare-pages'

/** A change where it stands in the text of a row; `at` is its place in the list of changes. */
export type RowChange = { readonly kind: ChangeKind; readonly at: number; readonly range: TextRange }
/** Words of a cell, and the change that they are part of. */
export type CellPiece = { readonly text: string; readonly change: RowChange | null }

/** The cells of a row that hold something, each cut where a change begins or ends. A change can run over several cells. */
export function cellPieces(
  text: string,
  changes: readonly RowChange[],
): readonly { readonly letters: string; readonly pieces: readonly CellPiece[] }[] {
  return cellRanges(text).flatMap(({ start, end }, column) => {
    if (start === end) return []
    const inside = changes.filter(({ range }) => range.start < end && range.end > start)
    const cuts = [
      ...new Set([start, end, ...inside.flatMap(({ range }) => [Math.max(start, range.start), Math.min(end, range.end)])]),
    ].sort((a, b) => a - b)
    const pieces = cuts.slice(0, -1).map((from, at): CellPiece => {
      const to = cuts[at + 1] ?? end
      return { text: text.slice(from, to), change: inside.find(({ range }) => range.start <= from && range.end >= to) ?? null }
    })
    return [{ letters: columnLetters(column + 1), pieces }]
  })
}
