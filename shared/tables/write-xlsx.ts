import { strToU8, zipSync } from 'fflate'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { type Xml, xml, xmlDocument } from '../markup/xml'
import { columnLetters, MOST_ROW_NUMBER } from './table'

/** Characters that a cell can hold (Excel specifications and limits). */
const LONGEST_CELL = 32_767
/** The moment that stands in the zip: none, so that the same rows make the same bytes. */
const NO_MOMENT = new Date(1980, 0, 1)

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/**
 * Writes rows as a workbook of one sheet (ISO/IEC 29500, SpreadsheetML). Every cell is a string and in the format of text, so that words
 * like `=1+1` are words and stay so when somebody edits the cell. Problems: `xlsx-cell-long`, `xlsx-rows`.
 * @param rows the first is the heading, which stays in sight
 */
export function writeXlsx(name: string, rows: readonly (readonly string[])[]): Outcome<Uint8Array> {
  if (rows.length > MOST_ROW_NUMBER)
    return trouble(
      problem(
        'xlsx-rows',
        `${rows.length.toLocaleString('en-US')} rows are more than a sheet of a workbook holds.`,
        'Save it as CSV, which has no such limit.',
      ),
    )
  const long = rows.findIndex((row) => row.some((cell) => cell.length > LONGEST_CELL))
  if (long !== -1)
    return trouble(
      problem(
        'xlsx-cell-long',
        `A cell of row ${long + 1} has more than ${LONGEST_CELL.toLocaleString('en-US')} characters, which no workbook holds.`,
        'Save it as CSV, which has no such limit.',
      ),
    )
  const parts: Readonly<Record<string, Xml>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml`
      <workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">
        <sheets><sheet name="${name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets>
      </workbook>
    `,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': xml`
      <worksheet xmlns="${MAIN}">
        <sheetViews>
          <sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>
        </sheetViews>
        <cols>${widths(rows).map((width, at) => xml`<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)}</cols>
        <sheetData>${rows.map(rowOf)}</sheetData>
      </worksheet>
    `,
  }
  return ok(
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, root]) => [path, strToU8(xmlDocument(root))])), { mtime: NO_MOMENT }),
  )
}

const CONTENT_TYPES = xml`
  <Types xmlns="${PACKAGE}/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/>
    ${(
      [
        ['xl/workbook.xml', 'sheet.main'],
        ['xl/worksheets/sheet1.xml', 'worksheet'],
        ['xl/styles.xml', 'styles'],
      ] as const
    ).map(
      ([path, type]) =>
        xml`<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    )}
  </Types>
`

/** Cells in the format of text, which is number 49 (18.8.30); style 1 is the heading's. */
const STYLES = xml`
  <styleSheet xmlns="${MAIN}">
    <fonts count="2">
      <font><sz val="11"/><name val="Calibri"/></font>
      <font><b/><sz val="11"/><name val="Calibri"/></font>
    </fonts>
    <fills count="2">
      <fill><patternFill patternType="none"/></fill>
      <fill><patternFill patternType="gray125"/></fill>
    </fills>
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
    <cellXfs count="2">
      ${[0, 1].map(
        (font) => xml`
        <xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">
          <alignment vertical="top" wrapText="1"/>
        </xf>
      `,
      )}
    </cellXfs>
  </styleSheet>
`

const relationships = (each: readonly (readonly [type: string, target: string])[]): Xml => xml`
  <Relationships xmlns="${PACKAGE}/relationships">
    ${each.map(([type, target], at) => xml`<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)}
  </Relationships>
`

const rowOf = (cells: readonly string[], at: number): Xml =>
  xml`<row r="${at + 1}">${cells.map((cell, column) => cell !== '' && cellOf(cell, at, column))}</row>`

/** @param column from 0 */
const cellOf = (cell: string, at: number, column: number): Xml => xml`
  <c r="${columnLetters(column + 1)}${at + 1}" s="${at === 0 ? 1 : 0}" t="inlineStr"><is><t xml:space="preserve">${writtenIn(cell)}</t></is></c>
`

/** Wide enough for most of a column's cells, and no wider than can be read. */
function widths(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = Math.max(1, ...rows.slice(0, 1).map((row) => row.length))
  return Array.from({ length: columns }, (_, column) =>
    Math.min(60, Math.max(10, ...rows.slice(0, 200).map((row) => (row[column] ?? '').length + 2))),
  )
}

const NOT_WRITTEN_AS_SUCH =
  // oxlint-disable-next-line no-control-regex -- these are what is written out
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Characters that XML can't hold, and words that look like one written out, are written out (22.9.2.19). */
const writtenIn = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_WRITTEN_AS_SUCH, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
