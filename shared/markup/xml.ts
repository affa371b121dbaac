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

/** The text of a template as it goes into the document, worked out once for each. */
const texts = new WeakMap<TemplateStringsArray, readonly string[]>()

function textsOf(template: TemplateStringsArray): readonly string[] {
  const known = texts.get(template) ?? template.map((text) => text.replace(/\n\s*/g, ''))
  texts.set(template, known)
  return known
}

/**
 * A template whose values are escaped unless they are `Xml`; lists are joined, null and false vanish. Line breaks of the template, with
 * the indentation behind them, are for whoever reads the code, and do not go into the document.
 */
export const xml = (template: TemplateStringsArray, ...parts: readonly Part[]): Xml => ({
  xml: textsOf(template)
    .map((text, at) => text + (at < parts.length ? written(parts[at] ?? null) : ''))
    .join(''),
})

/** A whole XML document: a part of a package. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}\n`
