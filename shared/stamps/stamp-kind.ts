/** What kind of number a stamp is, judged by what is printed around it. */
export type StampKind = 'bates' | 'filing' | 'record' | 'printed'

export const STAMP_KIND_WORDS: Readonly<Record<StampKind, string>> = {
  bates: 'Bates number',
  filing: 'Filing header',
  record: 'Record page',
  printed: 'Printed page number',
}

/** @param digits the number of digits to which the number is filled with zeros; 0 for none */
export function kindOfStamp(before: string, after: string, digits: number): StampKind {
  if (/^\s*(of|\/)\s*\d/i.test(after)) return 'filing'
  if (!/\p{L}/u.test(before.replace(/\bpage\b/i, '')) && !/[\p{L}\d]/u.test(before.replace(/\bpage\b/i, '') + after)) return 'printed'
  return digits >= 4 || /\d[\s_-]+$/.test(before) ? 'bates' : 'record'
}
