import { escapedXml } from './escape'

/** A piece of XML that is safe to put into a document: made by `xml` only. */
export type Xml = { readonly xml: string }
type Part = Xml | string | number | null | false | readonly Part[]

const written = (part: Part): string => {
  if (part === null || part === false) return ''
  if (typeof part === 'string') return escapedXml(part)
  if (typeof part === 'number') return String(part)
  return Array.isArray(part) ? part.map(written).join('') : (part as Xml).xml
}

/** A template whose values are escaped unless they are `Xml`; lists are joined, null and false vanish. */
export const xml = (texts: TemplateStringsArray, ...parts: readonly Part[]): Xml => ({ xml: texts.map((text, at) => text + (at < parts.length ? written(parts[at] ?? null) : '')).join('') })

/** A whole part of a package. */
export const partOf = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}\n`
