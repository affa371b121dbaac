import { z } from 'zod'
import { canonicalJson } from '../../custody/canonical-json'
import { type Outcome, ok, problem, trouble } from '../../errors/outcome'
import { readJson } from '../../units/read-json'
import { type PartialDate, partialDateSchema } from '../../units/time'
import type { Source } from '../source'

/** An item of CSL-JSON (Citation Style Language 1.0.2). Kept whole, whatever its members are. */
export type CslItem = NonNullable<Source['csl']>
const itemSchema = z.record(z.string(), z.json())

/** An item of a file of references, with the line on which it begins; what can't be used brings the reason. */
export type ReadReference = { readonly line: number } & ({ readonly item: CslItem } | { readonly refused: string })

/** Reads CSL-JSON: one item or a list of them. Problem: `references-not-json`. */
export function readCslJson(text: string, name: string): Outcome<readonly ReadReference[]> {
  const json = readJson(text.replace(/^\ufeff/, ''))
  if (!json.ok)
    return trouble(
      problem(
        'references-not-json',
        `${name} is not JSON: ${json.problem}.`,
        'Export CSL-JSON again from the program that made it, or use BibTeX or RIS.',
      ),
    )
  const items: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value]
  const lines = linesOfItems(text)
  return ok(
    items.map((item, at): ReadReference => {
      const line = lines[at] ?? 1
      const parsed = itemSchema.safeParse(item)
      return parsed.success ? { line, item: parsed.data } : { line, refused: 'it is no object' }
    }),
  )
}

/** The line on which each member of a list at the top begins. */
function linesOfItems(text: string): readonly number[] {
  const lines: number[] = []
  let [line, depth, quoted, expecting] = [1, 0, false, true]
  const top = /^\ufeff?\s*\[/.test(text) ? 1 : 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
      continue
    }
    if (depth === top && expecting && /[^\s\ufeff,\]]/.test(sign) && !(top === 0 && depth === 0 && sign === '[')) {
      lines.push(line)
      expecting = false
    }
    if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    else if (sign === ',' && depth === top) expecting = true
  }
  return lines
}

/** What the fields of a source hold of an item. */
export type SourceFields = Pick<Source, 'title' | 'author' | 'publisher' | 'date' | 'url'>

/** The fields of a source that a CSL-JSON item says. */
export const fieldsOfCsl = (item: CslItem): SourceFields => ({
  title: textOf(item['title']),
  author: namesOf(item['author']),
  publisher: textOf(item['publisher']),
  date: dateOf(item['issued']),
  url: textOf(item['URL']),
})

/** A text without the markup that CSL allows in it. */
export const textOf = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const text = value
    .replace(/<\/?(?:i|b|sub|sup|span)[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text
}

export const cslNameSchema = z.object({
  literal: z.string().optional(),
  family: z.string().optional(),
  given: z.string().optional(),
  suffix: z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'dropping-particle': z.string().optional(),
})

/** Names as they are written one after the other, parted by `;`. */
export function namesOf(value: unknown): string | null {
  // Most items have few of the members; a parser that fails takes its time.
  if (value === undefined) return null
  const names = z.array(cslNameSchema).safeParse(value)
  if (!names.success) return textOf(value)
  const written = names.data.flatMap((name) => {
    const whole =
      name.literal ??
      [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
        .filter((part) => part !== undefined && part !== '')
        .join(' ')
    return whole.trim() === '' ? [] : [whole.trim()]
  })
  return written.length === 0 ? null : written.join('; ')
}

const dateSchema = z.object({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
})

/** A date as CSL-JSON has it, as far as it is known; null where it says none. */
export function dateOf(value: unknown): PartialDate | null {
  if (value === undefined) return null
  const date = dateSchema.safeParse(value)
  if (!date.success) return asDate(textOf(value))
  const parts = date.data['date-parts']?.[0]?.filter((part) => String(part).trim() !== '')
  if (parts === undefined || parts.length === 0) return asDate(date.data.raw ?? date.data.literal ?? null)
  return asDate(
    parts
      .slice(0, 3)
      .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
      .join('-'),
  )
}

function asDate(text: string | null): PartialDate | null {
  const parsed = partialDateSchema.safeParse(text?.trim())
  return parsed.success ? parsed.data : null
}

/** A source as an item: what was read stays as it was, and what the researcher changed since takes its place. */
export function cslOfSource(source: Source): CslItem {
  const kept = source.csl ?? {}
  const before = fieldsOfCsl(kept)
  const changed = (field: keyof SourceFields): boolean => source[field] !== before[field]
  const item: Record<string, z.core.util.JSONType> = {
    id: `source-${source.number}`,
    type: 'document',
    ...kept,
    'citation-number': source.number,
  }
  const put = (name: string, value: z.core.util.JSONType | null): void => {
    if (value === null) delete item[name]
    else item[name] = value
  }
  if (changed('title')) put('title', source.title)
  if (changed('author')) put('author', source.author === null ? null : source.author.split(/\s*;\s*/).map((literal) => ({ literal })))
  if (changed('publisher')) put('publisher', source.publisher)
  if (changed('date')) put('issued', source.date === null ? null : { 'date-parts': [source.date.split('-').map(Number)] })
  if (changed('url')) put('URL', source.url)
  return item
}

/** `sources.csl.json`: the sources by number, members in one order, so that equal sources give equal bytes however they were read. */
export const cslJsonOf = (sources: readonly Source[]): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(sources.toSorted((a, b) => a.number - b.number).map(cslOfSource))), null, 2)}\n`
