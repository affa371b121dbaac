/** An accent that is printed as a character of its own over or under the letter beside it, as TeX's older fonts do: `filos\u00b4ofic` for `filos\u00f3fic`. */
export type PrintedAccent = {
  /** The range of both in the text, UTF-16 units; there may be a space between them. */
  readonly start: number
  readonly end: number
  /** The letter with its accent, in the normal form C as far as there is one (Unicode Standard Annex 15). */
  readonly letter: string
}

const COMBINING: Readonly<Record<string, string>> = {
  '\u00b4': '\u0301',
  '`': '\u0300',
  '\u02cb': '\u0300',
  '^': '\u0302',
  '\u02c6': '\u0302',
  '~': '\u0303',
  '\u02dc': '\u0303',
  '\u00a8': '\u0308',
  '\u00af': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
}
const ANY = /[\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02cb\u02d8-\u02da\u02dc\u02dd`^~]/g
/** Accents that stand for nothing else, then those of the keyboard: these count within words alone. A cedilla is drawn before its letter or after it. */
const BEFORE_LETTER =
  /[\u00a8\u00af\u00b4\u02c6\u02c7\u02cb\u02d8-\u02da\u02dc\u02dd] ?[A-Za-z\u0131\u0237]|(?<=[\p{L}\u2019])[`^~] ?[a-z\u0131\u0237](?=\p{L}|[\s,.;:)]|$)|\u00b8[cCsStT]/uy
const WITH_CEDILLA = /[cCsStT]/
const DOTLESS: Readonly<Record<string, string>> = { '\u0131': 'i', '\u0237': 'j' }

/** The accents of a text that are characters of their own, in their order, where a letter with that accent is known. */
export function printedAccents(text: string): readonly PrintedAccent[] {
  const found: PrintedAccent[] = []
  for (const { index, 0: accent } of text.matchAll(ANY)) {
    BEFORE_LETTER.lastIndex = index
    const before = BEFORE_LETTER.exec(text)?.[0]
    const behind =
      before === undefined && accent === '\u00b8' && index > (found.at(-1)?.end ?? 0) && WITH_CEDILLA.test(text.charAt(index - 1))
    if (before === undefined && !behind) continue
    const base = before === undefined ? text.charAt(index - 1) : before.charAt(before.length - 1)
    const mark = COMBINING[accent] ?? ''
    // Only what is one character exists; a dotless letter keeps its form, which its accent needs.
    if (Array.from(`${DOTLESS[base] ?? base}${mark}`.normalize('NFC')).length > 1) continue
    found.push({ start: behind ? index - 1 : index, end: index + (before ?? accent).length, letter: `${base}${mark}`.normalize('NFC') })
  }
  return found
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
