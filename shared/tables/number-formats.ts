import { format, getFormatFromId } from 'numfmt'

/** How a workbook shows the numbers of its cells: the format of each style, in the order of the styles. */
export type NumberFormats = { readonly ofStyle: readonly string[]; readonly from1904: boolean }

/** Days between the two days from which spreadsheets count (ISO/IEC 29500-1, 18.17.4.1). */
const DAYS_TO_1904 = 1462

/**
 * A stored number as a spreadsheet program set to US English shows it. Numbers without a format are shown with all their digits:
 * a column would shorten them to fit, and a shortened number can't be quoted.
 */
export function shownNumber(stored: string, style: number, { ofStyle, from1904 }: NumberFormats): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const pattern = ofStyle[style] ?? 'General'
  if (pattern === 'General' || pattern === '@' || pattern === '') return allDigits(value)
  try {
    return format(pattern, from1904 && isDatePattern(pattern) ? value + DAYS_TO_1904 : value)
  } catch {
    // A format that no program could follow: the stored number says more than nothing.
    return allDigits(value)
  }
}

/** The format of a number by its id: one that the workbook defines, or one of those that every program knows. */
export function formatOfId(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? getFormatFromId(id)
}

const allDigits = (value: number): string => String(Number(value.toPrecision(15)))
const isDatePattern = (pattern: string): boolean => /[dmyhs]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ''))
