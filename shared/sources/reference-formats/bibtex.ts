import type { z } from 'zod'
import { takeCarried } from './carried'
import type { CslItem, ReadReference } from './csl'
import { plainOfLatex } from './latex'

/** CSL types of BibTeX's and BibLaTeX's; a document is what fits none. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  electronic: 'webpage',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  jurisdiction: 'legal_case',
  legislation: 'legislation',
  manual: 'report',
  mastersthesis: 'thesis',
  online: 'webpage',
  patent: 'patent',
  phdthesis: 'thesis',
  proceedings: 'book',
  report: 'report',
  software: 'software',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  www: 'webpage',
}
/** CSL members of fields that are plain text. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  publisher: 'publisher',
  institution: 'publisher',
  school: 'publisher',
  organization: 'publisher',
  journal: 'container-title',
  journaltitle: 'container-title',
  booktitle: 'container-title',
  volume: 'volume',
  issue: 'issue',
  pages: 'page',
  edition: 'edition',
  address: 'publisher-place',
  location: 'publisher-place',
  doi: 'DOI',
  isbn: 'ISBN',
  issn: 'ISSN',
  url: 'URL',
  abstract: 'abstract',
  note: 'note',
  annote: 'annote',
  series: 'collection-title',
  version: 'version',
  language: 'language',
  type: 'genre',
  keywords: 'keyword',
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads BibTeX, and BibLaTeX as far as it is the same. What stands between entries is a comment, as BibTeX has it. */
export function readBibtex(text: string): readonly ReadReference[] {
  const strings = new Map(MONTHS.map((month) => [month, month]))
  const read: ReadReference[] = []
  for (let at = text.indexOf('@'); at !== -1;) {
    const line = text.slice(0, at).split(/\r\n|\n|\r/).length
    const head = /^@\s*([a-z]+)\s*([{(])/i.exec(text.slice(at, at + 200))
    const type = head?.[1]?.toLowerCase()
    if (head === null || type === undefined) {
      // An @ in running text, an address mostly, is no entry.
      at = text.indexOf('@', at + 1)
      continue
    }
    const scanner = new Scanner(text, at + head[0].length, head[2] === '(' ? ')' : '}')
    const end = type === 'comment' || type === 'preamble' ? scanner.skip() : entry(scanner, { type, line }, strings, read)
    if (end === null) read.push({ line, refused: `the entry @${type} is not closed` })
    at = text.indexOf('@', end ?? at + 1)
  }
  return read
}

/** Walks through one entry, from after its opening brace. */
class Scanner {
  constructor(
    readonly text: string,
    public at: number,
    readonly close: string,
  ) {}

  space(): void {
    this.at += /^[\s,]*/.exec(this.text.slice(this.at))?.[0].length ?? 0
  }

  take(form: RegExp): string | null {
    form.lastIndex = this.at
    const found = form.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  /** Past the end of the entry; null where it has none. */
  skip(): number | null {
    for (let depth = 1; this.at < this.text.length; this.at += 1) {
      const sign = this.text.charAt(this.at)
      if (sign === '{' || (sign === '(' && this.close === ')')) depth += 1
      else if (sign === '}' || sign === this.close) depth -= 1
      if (depth === 0) return this.at + 1
    }
    return null
  }

  /** A value: parts in braces, in quotation marks or by name, joined by `#`. Null where none can be read. */
  value(strings: ReadonlyMap<string, string>): string | null {
    let whole = ''
    for (;;) {
      this.space()
      const sign = this.text.charAt(this.at)
      const part = sign === '{' || sign === '"' ? this.#enclosed(sign) : this.take(/[^\s,#{}()"=]+/y)
      if (part === null) return null
      whole += sign === '{' || sign === '"' ? part : (strings.get(part.toLowerCase()) ?? part)
      if (this.take(/\s*#/y) === null) return whole
    }
  }

  #enclosed(opening: string): string | null {
    const start = (this.at += 1)
    for (let depth = 0; this.at < this.text.length; this.at += 1) {
      const sign = this.text.charAt(this.at)
      if (sign === '\\') this.at += 1
      else if (depth === 0 && sign === (opening === '{' ? '}' : '"')) return this.text.slice(start, this.at++)
      else if (sign === '{') depth += 1
      else if (sign === '}') depth -= 1
    }
    return null
  }
}

/** Reads an entry or a definition into what was read; past its end, or null where it has none. */
function entry(
  scanner: Scanner,
  { type, line }: { readonly type: string; readonly line: number },
  strings: Map<string, string>,
  read: ReadReference[],
): number | null {
  const start = scanner.at
  const key = type === 'string' ? '' : (scanner.take(/[^,{}()\s"=]*(?=\s*[,})])/y)?.trim() ?? null)
  const fields = new Map<string, string>()
  for (;;) {
    scanner.space()
    if (scanner.text.charAt(scanner.at) === scanner.close) break
    const name = scanner.take(/[a-z][\w:+-]*/iy)?.toLowerCase()
    const value = name === undefined || scanner.take(/\s*=/y) === null ? null : scanner.value(strings)
    if (name === undefined || value === null) {
      scanner.at = start
      const end = scanner.skip()
      if (end !== null)
        read.push({
          line,
          refused: `the entry @${type}${key ? ` “${key}”` : ''} can't be read${name === undefined ? '' : ` at the field ${name}`}`,
        })
      return end
    }
    fields.set(name, value)
  }
  if (type === 'string') for (const [name, value] of fields) strings.set(name, value)
  else if (fields.size === 0) read.push({ line, refused: `the entry @${type}${key ? ` “${key}”` : ''} has no fields` })
  else read.push({ line, item: itemOf(type, key, fields) })
  return scanner.at + 1
}

function itemOf(type: string, key: string | null, fields: ReadonlyMap<string, string>): CslItem {
  const item: Record<string, z.core.util.JSONType> = {
    type: TYPES[type] ?? 'document',
    ...(key === null || key === '' ? {} : { id: key, 'citation-key': key }),
  }
  const custom: Record<string, string> = {}
  for (const [name, value] of fields) {
    const member = name === 'number' ? (type === 'article' ? 'issue' : 'number') : FIELDS[name]
    if (takeCarried(item, custom, name, plainOfLatex(value))) continue
    if (name === 'author' || name === 'editor') item[name] = namesOf(value)
    else if (member !== undefined && item[member] === undefined)
      item[member] = name === 'url' || name === 'doi' ? value.trim().replace(/\\([_%&#~])/g, '$1') : plainOfLatex(value)
    else if (!['year', 'month', 'day', 'date', 'urldate'].includes(name)) custom[name] = value
  }
  const issued = dateParts(fields)
  if (issued !== null) item['issued'] = { 'date-parts': [issued] }
  else for (const name of ['date', 'year', 'month']) if (fields.has(name)) custom[name] = fields.get(name) ?? ''
  const accessed = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(fields.get('urldate')?.trim() ?? '')
  if (accessed !== null)
    item['accessed'] = {
      'date-parts': [
        accessed
          .slice(1)
          .filter((part) => part !== undefined)
          .map(Number),
      ],
    }
  else if (fields.has('urldate')) custom['urldate'] = fields.get('urldate') ?? ''
  return Object.keys(custom).length === 0 ? item : { ...item, custom }
}

function dateParts(fields: ReadonlyMap<string, string>): number[] | null {
  const date = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(fields.get('date')?.trim() ?? '')
  if (date !== null)
    return date
      .slice(1)
      .filter((part) => part !== undefined)
      .map(Number)
  const year = /^\d{4}$/.exec(plainOfLatex(fields.get('year') ?? ''))?.[0]
  if (year === undefined) return null
  const written = plainOfLatex(fields.get('month') ?? '').toLowerCase()
  const month = /^\d{1,2}$/.test(written) ? Number(written) : MONTHS.indexOf(written.slice(0, 3)) + 1
  if (month < 1 || month > 12) return [Number(year)]
  const day = Number(plainOfLatex(fields.get('day') ?? ''))
  return day >= 1 && day <= 31 ? [Number(year), month, day] : [Number(year), month]
}

/** Names parted by “and”: “Family, Given”, “Given Family”, or in braces for a body. */
function namesOf(value: string): { [part: string]: string }[] {
  return partsOutsideBraces(value).map((name) => {
    if (/^\{.*\}$/s.test(name)) return { literal: plainOfLatex(name) }
    const [family = '', second, third] = name.split(',').map(plainOfLatex)
    if (second !== undefined) return third === undefined ? { family, given: second } : { family, suffix: second, given: third }
    const words = family.split(' ')
    return words.length === 1 ? { literal: family } : { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') }
  })
}

function partsOutsideBraces(value: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const word of value.trim().split(/\s+/)) {
    if (depth === 0 && word === 'and') parts.push('')
    else parts.push(`${parts.pop() ?? ''} ${word}`.trim())
    depth += (word.match(/\{/g)?.length ?? 0) - (word.match(/\}/g)?.length ?? 0)
  }
  return parts.filter((part) => part !== '' && part !== 'others')
}
