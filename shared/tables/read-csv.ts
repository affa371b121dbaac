import Papa from 'papaparse'
import { decodeText } from './decode-text'
import { cellText, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, TELL_EVERY, type Table, type TableRow, withoutEmptyEnd } from './table'
import { TableTrouble, tooManyRows, tooMuchText } from './table-trouble'

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' }

/** Reads a CSV file (RFC 4180, and what programs make of it): cells as they are written, nothing taken for a number or a formula. */
export function readCsv(bytes: Uint8Array, tell: (rows: number) => void): Table {
  const { text, encoding } = decodeText(bytes)
  // Spreadsheet programs take a first line `sep=;` for an order and not for a row.
  const named = /^sep=(.)\r?\n/i.exec(text)
  const lines = (named === null ? text : text.slice(named[0].length)).replace(/\r\n?/g, '\n')
  const rows: TableRow[] = []
  let spent = 0
  const separator = named?.[1] ?? separatorOf(lines)
  Papa.parse<readonly string[]>(lines, {
    delimiter: separator,
    newline: '\n',
    step: ({ data }) => {
      if (data.length > MOST_COLUMNS) throw new TableTrouble(`A row in it has more than ${MOST_COLUMNS.toLocaleString('en-US')} cells`)
      const cells = withoutEmptyEnd(data.map(cellText))
      for (const cell of cells) spent += cell.length + 1
      rows.push({ number: rows.length + 1, cells, formulas: [] })
      if (rows.length % TELL_EVERY === 0) tell(rows.length)
      if (rows.length > MOST_ROWS) throw tooManyRows(MOST_ROWS)
      if (spent > MOST_TEXT) throw tooMuchText(MOST_TEXT)
    },
  })
  // The line break at the end of a file begins no row.
  if (rows.at(-1)?.cells.length === 0 && lines.endsWith('\n')) rows.pop()
  return {
    media: 'csv',
    sheets: [{ name: null, hidden: false, rows, merged: [] }],
    facts: { Encoding: encoding, Separator: SEPARATORS[separator] ?? separator },
  }
}

/** Rows that are looked at to find out what parts the cells. */
const LOOKED_AT = 60

/** The separator by which most of the first rows have the same number of cells; of several, the one that makes more of them. */
function separatorOf(lines: string): string {
  const scores = Object.keys(SEPARATORS).map((separator) => {
    const rows = Papa.parse<readonly string[]>(lines, { delimiter: separator, newline: '\n', preview: LOOKED_AT }).data.filter((row) =>
      row.some((cell) => cell !== ''),
    )
    const counts = new Map<number, number>()
    for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
    const [width, alike] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
    return { separator, width, share: width < 2 ? 0 : alike / rows.length }
  })
  const [best] = scores.sort((a, b) => b.share - a.share || b.width - a.width)
  return best === undefined || best.share === 0 ? ',' : best.separator
}
