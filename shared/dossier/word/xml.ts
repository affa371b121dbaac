/** A piece of XML that is safe to put into a part of a Word file: made by `xml` only. */
export type Xml = { readonly xml: string }
type Part = Xml | string | number | null | false | readonly Part[]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets): control characters, halves of pairs, and two that are no characters. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const escapeXml = (text: string): string => text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)

const written = (part: Part): string => {
  if (part === null || part === false) return ''
  if (typeof part === 'string') return escapeXml(part)
  if (typeof part === 'number') return String(part)
  return Array.isArray(part) ? part.map(written).join('') : (part as Xml).xml
}

/** A template whose values are escaped unless they are `Xml`; lists are joined, null and false vanish. */
export const xml = (texts: TemplateStringsArray, ...parts: readonly Part[]): Xml => ({ xml: texts.map((text, at) => text + (at < parts.length ? written(parts[at] ?? null) : '')).join('') })

/** A whole part of a package. */
export const partOf = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}\n`
