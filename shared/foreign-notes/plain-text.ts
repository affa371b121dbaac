const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sect: '§',
  copy: '©',
}
/** Elements after which a new line begins. */
const LINES = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'])
/** Elements whose content is never for reading. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg'])

/**
 * The words of a piece of HTML, for showing as words: no element, attribute or script of it is kept. Addresses of links stand behind their
 * words. Reads from beginning to end once, whatever it is given.
 */
export function plainText(html: string): string {
  let text = ''
  let at = 0
  let link: string | null = null
  const lower = html.toLowerCase()
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    text += html.slice(at, open)
    const tag = /^<\/?([a-z][a-z0-9]*)\b/i.exec(html.slice(open, open + 24))
    const name = tag?.[1]?.toLowerCase()
    // A sign that opens no element is a sign.
    if (name === undefined && !html.startsWith('<!', open)) {
      text += '<'
      at = open + 1
      continue
    }
    const close = html.startsWith('<!--', open) ? html.indexOf('-->', open) : html.indexOf('>', open)
    if (close === -1) return tidied(text)
    const closing = html.charAt(open + 1) === '/'
    at = close + (html.startsWith('<!--', open) ? 3 : 1)
    if (name === undefined) continue
    if (SILENT.has(name) && !closing) {
      const end = lower.indexOf(`</${name}`, at)
      if (end === -1) return tidied(text)
      at = end
    } else if (name === 'a') {
      if (closing) {
        if (link !== null && !text.endsWith(link)) text += ` (${link})`
        link = null
      } else link = /\bhref\s*=\s*["']?\s*(https?:\/\/[^\s"'>]+)/i.exec(html.slice(open, close))?.[1] ?? null
    } else if (LINES.has(name) && (closing || name === 'br')) text += '\n'
  }
  return tidied(text + html.slice(at))
}

const tidied = (text: string): string =>
  text
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,8}));/gi,
      (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
      },
    )
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
