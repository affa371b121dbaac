const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
}
/** Stand for signs that mean something in LaTeX until all of LaTeX has been read. */
const HELD = { '{': '\u0001', '}': '\u0002', '\\': '\u0003', '~': '\u0004' } as const
const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  textendash: '–',
  textemdash: '—',
  S: '§',
  P: '¶',
  pounds: '£',
  texteuro: '€',
  textquoteright: '’',
  textquoteleft: '‘',
  dots: '…',
  ldots: '…',
  copyright: '©',
  textbackslash: HELD['\\'],
  textasciitilde: HELD['~'],
  textasciicircum: '^',
  textbraceleft: HELD['{'],
  textbraceright: HELD['}'],
}

/** The text of a LaTeX value: accents and signs as characters, braces and commands of type gone, white space folded. */
export function plainOfLatex(value: string): string {
  return value
    .replace(/\\([`'^~=."]|[uHvckr](?![a-zA-Z]))\s*\{?\s*(\\[ij](?![a-zA-Z])|\p{L})\s*\}?/gu, (whole, accent: string, letter: string) => {
      const mark = ACCENTS[accent]
      return mark === undefined ? whole : `${letter.replace('\\', '')}${mark}`.normalize('NFC')
    })
    .replace(
      /\\([a-zA-Z]+)(?:\{\}|\s+)?/g,
      (whole, name: string) => SIGNS[name] ?? (/^(?:emph|text\w\w|it|bf|em|tt|sc|url|href|mbox)$/.test(name) ? '' : whole),
    )
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => (sign === '{' || sign === '}' ? HELD[sign] : sign))
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/[{}]/g, '')
    .replaceAll(HELD['{'], '{')
    .replaceAll(HELD['}'], '}')
    .replaceAll(HELD['\\'], '\\')
    .replaceAll(HELD['~'], '~')
    .replace(/\s+/g, ' ')
    .trim()
}

const WRITTEN: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** A text as a LaTeX value, in UTF-8. Signs that are read as one when they stand together are kept apart. */
export const latexOf = (text: string): string =>
  text.replace(/[\\{}~^&%$#_]/g, (sign) => WRITTEN[sign] ?? `\\${sign}`).replace(/([-`'])(?=\1)/g, '$1{}')
