import type { Source } from '../source'
import { carriedOf, lineOf } from './carried'
import { type CslItem, cslOfSource, textOf } from './csl'
import { latexOf } from './latex'
import { writtenNames } from './names'

/** The entry types, as BibLaTeX has them, of CSL's; of the others `misc`, with CSL's name carried beside. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-newspaper': 'article',
  'article-magazine': 'article',
  book: 'book',
  chapter: 'incollection',
  dataset: 'dataset',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  report: 'report',
  software: 'software',
  thesis: 'thesis',
  webpage: 'online',
  document: 'misc',
}
/** Types that reading gives back from the entry type alone. */
const SAID_BY_ENTRY: ReadonlySet<string> = new Set([
  'article-journal',
  'book',
  'chapter',
  'dataset',
  'legal_case',
  'legislation',
  'manuscript',
  'pamphlet',
  'paper-conference',
  'patent',
  'report',
  'software',
  'thesis',
  'webpage',
  'document',
])

const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  publisher: 'publisher',
  volume: 'volume',
  page: 'pages',
  edition: 'edition',
  'publisher-place': 'address',
  ISBN: 'isbn',
  ISSN: 'issn',
  abstract: 'abstract',
  note: 'note',
  annote: 'annote',
  'collection-title': 'series',
  version: 'version',
  language: 'language',
  genre: 'type',
  keyword: 'keywords',
}

/** `sources.bib`: the sources by number as BibLaTeX, in UTF-8. What it has no field for is carried beside, under CSL's names. */
export function bibtexOf(sources: readonly Source[]): string {
  const keys = new Set<string>()
  return sources
    .toSorted((a, b) => a.number - b.number)
    .map((source) => entryOf(cslOfSource(source), keys))
    .join('\n')
}

function entryOf(item: CslItem, keys: Set<string>): string {
  const type = textOf(item['type']) ?? 'document'
  const entry = TYPES[type] ?? 'misc'
  const names: Record<string, string> = {
    ...FIELDS,
    ...(entry === 'report' ? { publisher: 'institution' } : {}),
    ...(entry === 'article' ? { 'container-title': 'journal', issue: 'number' } : { number: 'number' }),
    ...(entry === 'incollection' || entry === 'inproceedings' ? { 'container-title': 'booktitle' } : {}),
  }
  const [issued, accessed, url, doi] = [lineOf(item, 'issued'), lineOf(item, 'accessed'), lineOf(item, 'URL'), lineOf(item, 'DOI')]
  const persons = ['author', 'editor'].map((member) => [member, writtenNames(item[member]).map(nameWords).join(' and ')] as const)
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ...persons.map(([member, words]) => [member, words === '' ? null : words] as const),
    ...Object.entries(names).map(([member, name]) => [name, latexOrNull(lineOf(item, member))] as const),
    ['date', issued],
    // For programs that know BibTeX only.
    ['year', issued?.slice(0, 4) ?? null],
    ['urldate', accessed],
    ['url', url === null ? null : verbatim(url)],
    ['doi', doi === null ? null : verbatim(doi)],
    ...(SAID_BY_ENTRY.has(type) ? [] : [['csl-type', latexOf(type)] as const]),
    ...carriedOf(item, new Set([...Object.keys(names), 'author', 'editor', 'issued', 'accessed', 'URL', 'DOI'])).map(
      ([name, value]) => [name, latexOf(value)] as const,
    ),
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]))
  return `@${entry}{${keyOf(item, keys)},\n${lines.join('')}}\n`
}

const latexOrNull = (text: string | null): string | null => (text === null ? null : latexOf(text))
/** An address stands as it is; braces and backslashes, which would end or alter the value, are written as addresses write them. */
const verbatim = (address: string): string => address.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign))

const nameWords = (name: ReturnType<typeof writtenNames>[number]): string =>
  'literal' in name || [name.family, name.given, name.suffix ?? ''].some((part) => /,|(?:^|\s)and(?:\s|$)/i.test(part))
    ? `{${latexOf('literal' in name ? name.literal : [name.given, name.family, name.suffix ?? ''].join(' ').trim())}}`
    : [name.family, ...(name.suffix === null ? [] : [name.suffix]), name.given].map(latexOf).join(', ')

/** A key without signs that end one, and that no other entry has. */
function keyOf(item: CslItem, keys: Set<string>): string {
  const wanted = (textOf(item['citation-key']) ?? textOf(item['id']) ?? '').normalize('NFKD').replace(/[^A-Za-z0-9:._-]+/g, '') || 'source'
  let key = wanted
  for (let n = 2; keys.has(key); n += 1) key = `${wanted}-${n}`
  keys.add(key)
  return key
}
