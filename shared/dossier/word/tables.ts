import type { Inline, TableBlock } from '../document/blocks'
import { type Xml, xml } from '../../markup/xml'

/** The words of a run, as far as they take room. */
const lengthOf = (content: readonly Inline[]): number => Math.max(0, ...linesOf(content).map((line) => line.length))
const linesOf = (content: readonly Inline[]): readonly string[] => textOf(content).split('\n')
const textOf = (content: readonly Inline[]): string =>
  content
    .map((inline) =>
      typeof inline === 'string'
        ? inline
        : inline.kind === 'code'
          ? inline.text
          : inline.kind === 'sign'
            ? inline.shape
            : inline.kind === 'break'
              ? '\n'
              : textOf(inline.content),
    )
    .join('')

/** A letter at the size of cells, and the room beside the words, in twentieths of a point. */
const LETTER = 96
const BESIDE = 150
const LEAST = 560

/** Widths of columns that fill `width`: narrow ones as wide as their longest line, the others share what is left by how much they hold. */
export function columnWidths(table: TableBlock, width: number): readonly number[] {
  const cells = (at: number): readonly (readonly Inline[])[] => table.groups.flatMap(({ rows }) => rows.map((row) => row.cells[at] ?? []))
  const wanted = table.columns.map((column, at) => {
    const longest = Math.max(lengthOf(column.head), ...cells(at).map(lengthOf))
    return column.narrow
      ? { fixed: Math.max(LEAST, longest * LETTER + BESIDE), weight: 0 }
      : { fixed: 0, weight: Math.sqrt(Math.min(400, Math.max(4, longest))) }
  })
  const fixed = wanted.reduce((sum, column) => sum + column.fixed, 0)
  const weights = wanted.reduce((sum, column) => sum + column.weight, 0)
  // Where narrow columns alone would take more than their share, they are made smaller together and their words are broken after all.
  const most = weights === 0 ? width : width * 0.7
  const scale = fixed > most ? most / fixed : weights === 0 && fixed > 0 ? width / fixed : 1
  const left = width - Math.min(fixed * scale, width)
  return wanted.map((column) => Math.floor(column.fixed * scale + (weights === 0 ? 0 : (column.weight / weights) * left)))
}

type Cell = { readonly content: Xml; readonly width: number; readonly span?: number }
/** A row that no page break parts; a head is repeated on every page. Widths are twentieths of a point. */
export const tableRow = (cells: readonly Cell[], head: boolean): Xml =>
  xml`
    <w:tr>
      <w:trPr><w:cantSplit/>${head && xml`<w:tblHeader/>`}</w:trPr>
      ${cells.map(
        ({ content, width, span }) => xml`
        <w:tc>
          <w:tcPr>
            <w:tcW w:w="${width}" w:type="dxa"/>
            ${span !== undefined && xml`<w:gridSpan w:val="${span}"/>`}
            ${head && xml`<w:vAlign w:val="bottom"/>`}
          </w:tcPr>
          ${content}
        </w:tc>
      `,
      )}
    </w:tr>
  `

/** @param caption said of the table to those who do not see it */
export const tableOf = (
  widths: readonly number[],
  rows: readonly Xml[],
  { indent, rowHeads, caption }: { readonly indent: number; readonly rowHeads: boolean; readonly caption: string | null },
): Xml =>
  xml`
    <w:tbl>
      <w:tblPr>
        <w:tblStyle w:val="DossierTable"/>
        <w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>
        <w:tblInd w:w="${indent}" w:type="dxa"/>
        <w:tblLayout w:type="fixed"/>
        <w:tblLook w:val="${rowHeads ? '00A0' : '0020'}" w:firstRow="1" w:lastRow="0" w:firstColumn="${rowHeads ? 1 : 0}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>
        ${caption !== null && xml`<w:tblCaption w:val="${caption}"/>`}
      </w:tblPr>
      <w:tblGrid>${widths.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>
      ${rows}
    </w:tbl>
  `

/** The words of a caption, without its looks. */
export const captionWords = (content: readonly Inline[]): string => textOf(content).replaceAll('\n', ' ')
