/** A table of an inventory: its first row, and the rows under it, as text. */
export type InventoryTable = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Headings and choices differ in line breaks, quotation marks and case from one file to the next; letters and digits tell them apart. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A heading this long may go on: forms put their instructions behind the question. */
const LONG = 20

/** Headings folded, once for each table: a matrix asks the same ones a hundred times. */
const foldedHeadings = new WeakMap<readonly string[], readonly string[]>()
function foldedOnce(headings: readonly string[]): readonly string[] {
  const before = foldedHeadings.get(headings) ?? headings.map(folded)
  foldedHeadings.set(headings, before)
  return before
}

/**
 * The columns that bear the first of these names that the table has; several where the table repeats a heading. A long name
 * fits a heading that begins with it.
 */
export function columnsNamed(headings: readonly string[], names: readonly string[]): readonly number[] {
  const heads = foldedOnce(headings)
  for (const name of names.map(folded)) {
    if (name === '') continue
    const found = heads.flatMap((head, at) => (head === name || (name.length >= LONG && head.startsWith(name)) ? [at] : []))
    if (found.length > 0) return found
  }
  return []
}

/** What a row says in these columns: the first that is not blank, white space folded. */
export function answerIn(row: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const text = (row[column] ?? '').replace(/\s+/g, ' ').trim()
    if (text !== '') return text
  }
  return ''
}
