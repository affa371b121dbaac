/** An accent that is printed as a character of its own over or under the letter beside it, as TeX's older fonts do: `filos\u00b4ofic` for `filos\u00f3fic`. */
export type PrintedAccent = {
  /** The range of both in the text, UTF-16 units; there may be a space between them. */
  readonly start: number
  readonly end: number
  /** The letter with its accent, in the normal form C as far as there is one (Unicode Standard Annex 15). */
  readonly letter: string
}

const COMBINING: Readonly<Record<string, string>> = {
  '\u00b4': '\u0301', '`': '\u0300', '\u02cb': '\u0300', '^': '\u0302', '\u02c6': '\u0302', '~': '\u0303', '\u02dc': '\u0303', '\u00a8': '\u0308', '\u00af': '\u0304',
  '\u02d8': '\u0306', '\u02d9': '\u0307', '\u02da': '\u030a', '\u02dd': '\u030b', '\u02c7': '\u030c', '\u00b8': '\u0327',
}
/** Accents that stand for nothing else, then those of the keyboard: these count within words alone. A cedilla is drawn before its letter or after it. */
const PRINTED = /[\u00b4\u00a8\u00af\u02c6\u02c7\u02cb\u02d8-\u02da\u02dc\u02dd] ?[A-Za-z\u0131\u0237]|(?<=[\p{L}\u2019])[`^~] ?[a-z\u0131\u0237](?=\p{L}|[\s,.;:)]|$)|\u00b8[cCsStT]|[cCsStT]\u00b8(?![cCsStT])/gu
const DOTLESS: Readonly<Record<string, string>> = { '\u0131': 'i', '\u0237': 'j' }

/** The accents of a text that are characters of their own, in their order, where a letter with that accent is known. */
export function printedAccents(text: string): readonly PrintedAccent[] {
  return Array.from(text.matchAll(PRINTED), ({ 0: found, index: start }): PrintedAccent | null => {
    const [first, last] = [found.charAt(0), found.charAt(found.length - 1)]
    const [base, accent] = last === '\u00b8' ? [first, last] : [last, first]
    const mark = COMBINING[accent] ?? ''
    // Only what is one character exists; a dotless letter keeps its form, which its accent needs.
    return Array.from(`${DOTLESS[base] ?? base}${mark}`.normalize('NFC')).length > 1 ? null : { start, end: start + found.length, letter: `${base}${mark}`.normalize('NFC') }
  }).filter((accent) => accent !== null)
}

/** The text with each such accent joined to its letter. */
export function withAccentsJoined(text: string): string {
  let joined = ''
  let at = 0
  for (const { start, end, letter } of printedAccents(text)) {
    joined += text.slice(at, start) + letter
    at = end
  }
  return joined + text.slice(at)
}
