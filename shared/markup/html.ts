import { escapedHtml } from './escape'

/** A piece of HTML that is safe to put into a page: made by `html` or `raw` only. */
export type Html = { readonly html: string }
type Part = Html | string | number | null | false | readonly Part[]

/** Text that is HTML already. Only for what this program wrote itself. */
export const raw = (text: string): Html => ({ html: text })

const written = (part: Part): string => {
  if (part === null || part === false) return ''
  if (typeof part === 'string') return escapedHtml(part)
  if (typeof part === 'number') return String(part)
  return Array.isArray(part) ? part.map(written).join('') : (part as Html).html
}

/** A template whose values are escaped unless they are `Html`; lists are joined, null and false vanish. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  raw(texts.map((text, at) => text + (at < parts.length ? written(parts[at] ?? null) : '')).join(''))
