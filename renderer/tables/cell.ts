import type { Mark } from '../annotations/marks'

/** Characters of a cell that the grid shows; the whole of it stands below the table. */
const SHOWN = 400

export const cutCell = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** The mark on a cell of a page, or (column null) on its whole row. */
export const markOfCell = (onPage: readonly Mark[], page: number, column: number | null): Mark | undefined =>
  onPage.find((mark) =>
    mark.annotation.segments.some(
      (segment) => segment.pageIndex === page && (segment.cell?.column ?? null) === (column === null ? null : column + 1),
    ),
  )
