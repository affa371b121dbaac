import { TableTrouble } from './table-trouble'

/** The value of an attribute by its name without prefix; null where there is none. */
export type Attributes = (name: string) => string | null

export type XmlEvents = {
  /** @param name of the element, without prefix */
  open(name: string, attributes: Attributes): void
  text(words: string): void
  close(name: string): void
}

/** No tag of a workbook is longer; beyond it a file is damaged or means harm. */
const LONGEST_TAG = 1_000_000

/**
 * Reads XML as it comes, in pieces: elements, attributes and text, which is all that a workbook is made of. Declarations of documents and
 * entities (DTD) are refused, so nothing outside of the file is ever named, and nothing in it grows by being read.
 */
export function xmlScanner(events: XmlEvents): { readonly push: (piece: string) => void; readonly end: () => void } {
  let rest = ''
  let depth = 0
  const tag = (inside: string): void => {
    if (inside.startsWith('/')) {
      depth -= 1
      return events.close(localName(inside.slice(1).trim()))
    }
    const whole = inside.endsWith('/')
    const cut = inside.search(/[\s/]/)
    const name = localName(cut === -1 ? inside : inside.slice(0, cut))
    events.open(name, (wanted) => attribute(inside, wanted))
    if (whole) events.close(name)
    else depth += 1
  }
  return {
    push(piece) {
      const all = rest + piece
      let at = 0
      for (;;) {
        const open = all.indexOf('<', at)
        if (open === -1) {
          // What follows may belong to a character that is written out (`&amp;`): that is cut at no place.
          const amp = all.lastIndexOf('&')
          const upTo = amp >= at && !all.includes(';', amp) ? amp : all.length
          if (upTo > at) events.text(unescaped(all.slice(at, upTo)))
          at = upTo
          break
        }
        if (open > at) events.text(unescaped(all.slice(at, open)))
        at = open
        const end = endOfMarkup(all, open)
        if (end === null) break
        if (all.startsWith('<![CDATA[', open)) events.text(all.slice(open + 9, end - 3).replace(/\r\n?/g, '\n'))
        else if (all.startsWith('<!--', open) || all.startsWith('<?', open)) void 0
        else tag(all.slice(open + 1, end - 1))
        at = end
      }
      rest = all.slice(at)
      if (rest.length > LONGEST_TAG) throw new TableTrouble('A part of it is damaged: a tag in it does not end')
    },
    end() {
      if (rest.trim() !== '' || depth !== 0) throw new TableTrouble('A part of it is damaged: it ends before it is complete')
    },
  }
}

/** The place after the markup that begins at `open`; null where it is not there yet. */
function endOfMarkup(all: string, open: number): number | null {
  if (all.startsWith('<!', open)) {
    if (all.length < open + 9) return null
    const close = all.startsWith('<!--', open) ? '-->' : all.startsWith('<![CDATA[', open) ? ']]>' : null
    if (close === null)
      throw new TableTrouble(
        'It declares a document type (DTD), which no spreadsheet program writes',
        'Ask where it comes from before you open it elsewhere; these bytes are kept as they are.',
      )
    const end = all.indexOf(close, open + 4)
    return end === -1 ? null : end + 3
  }
  let end = all.indexOf('>', open)
  // A `>` may stand in the value of an attribute.
  while (end !== -1 && insideQuotes(all, open, end)) end = all.indexOf('>', end + 1)
  return end === -1 ? null : end + 1
}

function insideQuotes(all: string, from: number, to: number): boolean {
  let quote = 0
  for (let at = from; at < to; at += 1) {
    const code = all.charCodeAt(at)
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code
    } else if (code === quote) quote = 0
  }
  return quote !== 0
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function attribute(inside: string, wanted: string): string | null {
  // Almost always it stands there just so, and no pattern need be matched.
  const plain = inside.indexOf(` ${wanted}="`)
  if (plain !== -1 && !insideQuotes(inside, 0, plain)) {
    const start = plain + wanted.length + 3
    return unescaped(inside.slice(start, inside.indexOf('"', start)))
  }
  const each = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  for (let found = each.exec(inside); found !== null; found = each.exec(inside)) {
    if (localName(found[1] ?? '') === wanted) return unescaped(found[2] ?? found[3] ?? '')
  }
  return null
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!lines.includes('&')) return lines
  return lines.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+));/g,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
