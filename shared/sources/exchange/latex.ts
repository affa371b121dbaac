const ACCENTS: Readonly<Record<string, string>> = { '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', r: '\u030a', H: '\u030b', v: '\u030c', c: '\u0327', k: '\u0328' }
const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', aa: 'å', AA: 'Å', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', textendash: '–', textemdash: '—', S: '§', P: '¶', pounds: '£', texteuro: '€', textquoteright: '’', textquoteleft: '‘', dots: '…', ldots: '…', copyright: '©',
}

/** The text of a LaTeX value: accents and signs as characters, braces and commands of type gone, white space folded. */
export function plainOfLatex(value: string): string {
  return value
    .replace(/\\([`'^~=."]|[uHvckr](?![a-zA-Z]))\s*\{?\s*(\\[ij](?![a-zA-Z])|\p{L})\s*\}?/gu, (whole, accent: string, letter: string) => {
      const mark = ACCENTS[accent]
      return mark === undefined ? whole : `${letter.replace('\\', '')}${mark}`.normalize('NFC')
    })
    .replace(/\\([a-zA-Z]+)(?:\{\}|\s+)?/g, (whole, name: string) => SIGNS[name] ?? (/^(?:emph|text\w\w|it|bf|em|tt|sc|url|href|mbox)$/.test(name) ? '' : whole))
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => (sign === '{' ? '\u0001' : sign === '}' ? '\u0002' : sign))
    .replace(/[{}]/g, '')
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
