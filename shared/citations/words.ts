import { escapedHtml } from '../markup/escape'

/** A stretch of a citation: words in one type. */
type Run = { readonly text: string; readonly italic: boolean }
/** A citation, or a piece of one, before it is plain text or HTML. */
export type Words = readonly Run[]
/** A piece that may be missing: what is not known is null, and leaves no trace. */
export type Part = Words | string | null

/** The title of a work, which stands in italics. */
export const italic = (text: string): Words => [{ text, italic: true }]
/** A title in quotation marks; quotation marks within it become single ones. */
export const quoted = (title: string): string =>
  `“${title.replace(/[“”"]/g, (_, at: number) => (at === 0 || /[\s([]/.test(title.charAt(at - 1)) ? '‘' : '’'))}”`

const wordsOf = (part: Part): Words =>
  part === null || part === '' ? [] : typeof part === 'string' ? [{ text: part, italic: false }] : part
const endOf = (words: Words): string => words.at(-1)?.text ?? ''

/** Pieces one after the other, with nothing between them. */
export const run = (...parts: readonly Part[]): Words => parts.flatMap(wordsOf)

/**
 * The pieces that there are, with a separator between them. As American usage has it, a comma or full stop stands within closing quotation
 * marks, and no full stop follows another.
 */
export function joined(separator: string, parts: readonly Part[]): Words {
  return parts
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .reduce((left, right) => (left.length === 0 ? right : [...followed(left, separator), ...right]), [])
}

/** Words that end in a full stop. */
export const sentence = (words: Words): Words => (words.length === 0 ? words : followed(words, '.'))

/** Words with a separator after them. */
function followed(words: Words, separator: string): Words {
  const end = endOf(words)
  const mark = /^[.,]/.exec(separator)?.[0] ?? ''
  const rest = separator.slice(mark.length)
  const closing = /[”’]+$/.exec(end)?.[0] ?? ''
  const before = end.slice(0, end.length - closing.length)
  const stops = /[.?!]$/.test(before)
  const needed = mark === '' || (stops && (mark === '.' || closing !== '')) ? '' : mark
  const last = words.at(-1)
  if (last === undefined) return words
  // A separator after a title in italics is not in italics itself.
  if (closing === '' && last.italic) return [...words, { text: `${needed}${rest}`, italic: false }]
  return [...words.slice(0, -1), { ...last, text: `${before}${needed}${closing}${rest}` }]
}

/** The words without their looks. */
export const plainText = (words: Words): string => words.map(({ text }) => text).join('')

/** As HTML, with the titles of works as `cite`, which browsers and word processors set in italics. */
export const htmlOf = (words: Words): string =>
  words.map(({ text, italic: title }) => (title ? `<cite>${escapedHtml(text)}</cite>` : escapedHtml(text))).join('')
