/** What kind of number a stamp is, judged by what is printed around it. */
export type StampKind = 'bates' | 'filing' | 'record' | 'printed'

export const STAMP_KIND_WORDS: Readonly<Record<StampKind, string>> = {
  bates: 'Bates number',
  filing: 'Filing header',
  record: 'Record page',
  printed: 'Printed page number',
}

/** Words ahead of the number that a court's header has. */
const FILING = /\b(?:case|docket|document|doc\.|dkt|ecf|filed|exhibit)\b/i
const OF_COUNT = /^\s*(?:of|\/)\s*\d/i
/** The last word ahead of the number is that of a request or a series: letters and a number of four digits at least, `2020-ICLI-00042`. */
const TRACKING = /(?:^|\s)(?=\S*\p{L})\S*\d{4,}\S*[\s_-]+$/u
/** What stands ahead of the number in a record: `JA `, `A.R. `, `Joint Appendix `, at most so many words and letters. */
const RECORD_WORDS = 3
const RECORD_LETTERS = 24
/** Marks of a footer that names its work, its owner or its day, and whose number counts the pages of that work. */
const FOOTER = /©|\bcopyright\b|\bpage\s*$|www\.|:\/\/|\b(?:19|20)\d{2}\b|\bversion\b|\bv?\d+\.\d/i

/** @param digits the number of digits to which the number is filled with zeros; 0 for none */
export function kindOfStamp(before: string, after: string, digits: number): StampKind {
  if (OF_COUNT.test(after)) return FILING.test(before) || /\bpage\s*$|^\W*$/i.test(before) ? 'filing' : 'printed'
  if (!/\p{L}/u.test(before.replace(/\bpage\b/i, '')) && !/[\p{L}\d]/u.test(before.replace(/\bpage\b/i, '') + after)) return 'printed'
  if (digits >= 4 || TRACKING.test(before)) return 'bates'
  const words = before.trim().split(/\s+/)
  if (!/\p{L}/u.test(before)) return /\p{L}/u.test(after) ? 'printed' : 'record'
  return words.length > RECORD_WORDS || before.trim().length > RECORD_LETTERS || FOOTER.test(before) ? 'printed' : 'record'
}

/**
 * Numbers that count something else than the pages of the document: sheets of the printer's make-up (`VerDate … Frm 00003 Fmt`), pages of
 * a web page that a browser printed, headings.
 */
export const countsOtherwise = (before: string, after: string): boolean =>
  /\bVerDate\b.*\bFrm\s*$/.test(before) ||
  /<\/GPH>/.test(after) ||
  (/:\/\//.test(before) && OF_COUNT.test(after)) ||
  /\b(?:section|chapter|part|title|article|table|figure|item|step|slide)\s+$/i.test(before)

/** Whether a count is that of a court or an agency, and worth naming though the file's own pages say the same. */
export const isFiling = (before: string): boolean => FILING.test(before)
