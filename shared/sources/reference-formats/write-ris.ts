import type { Source } from '../source'
import { carriedOf, lineOf } from './carried'
import { type CslItem, cslOfSource, textOf } from './csl'
import { writtenNames } from './names'

/** The types of RIS; of the others `GEN`, with CSL's name carried beside. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  document: 'GEN',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'UNPB',
  pamphlet: 'PAMP',
  'paper-conference': 'CONF',
  personal_communication: 'PCOMM',
  'post-weblog': 'BLOG',
  regulation: 'LEGAL',
  report: 'RPRT',
  software: 'COMP',
  thesis: 'THES',
  webpage: 'ELEC',
}
const TAGS: Readonly<Record<string, string>> = {
  title: 'TI',
  publisher: 'PB',
  'container-title': 'T2',
  volume: 'VL',
  issue: 'IS',
  'publisher-place': 'CY',
  DOI: 'DO',
  ISSN: 'SN',
  URL: 'UR',
  abstract: 'AB',
  note: 'N1',
  edition: 'ET',
  language: 'LA',
  number: 'M1',
  genre: 'M3',
  source: 'DB',
  'call-number': 'AN',
}
/** The tag for what RIS has none for. */
export const CARRIED_TAG = 'U1'

/** `sources.ris`: the sources by number as RIS, in UTF-8. What it has no tag for is carried in user fields, under CSL's names. */
export const risOf = (sources: readonly Source[]): string =>
  sources
    .toSorted((a, b) => a.number - b.number)
    .map((source) => entryOf(cslOfSource(source)))
    .join('\r\n')

function entryOf(item: CslItem): string {
  const type = textOf(item['type']) ?? 'document'
  const [id, issued, accessed] = [lineOf(item, 'id'), lineOf(item, 'issued'), lineOf(item, 'accessed')]
  const lines: readonly (readonly [tag: string, value: string])[] = [
    ['TY', TYPES[type] ?? 'GEN'],
    ...(id === null ? [] : [['ID', id] as const]),
    ...writtenNames(item['author']).map((name) => ['AU', nameWords(name)] as const),
    ...writtenNames(item['editor']).map((name) => ['ED', nameWords(name)] as const),
    ...Object.entries(TAGS).flatMap(([member, tag]) => {
      const value = lineOf(item, member)
      return value === null ? [] : [[tag, value] as const]
    }),
    ...pageTags(lineOf(item, 'page')),
    ...(issued === null ? [] : [['PY', issued.slice(0, 4)] as const, ['DA', dateWords(issued)] as const]),
    ...(accessed === null ? [] : [['Y2', dateWords(accessed)] as const]),
    ...(TYPES[type] === undefined ? [[CARRIED_TAG, `csl-type: ${type}`] as const] : []),
    ...carriedOf(item, new Set([...Object.keys(TAGS), 'author', 'editor', 'page', 'issued', 'accessed'])).map(
      ([name, value]) => [CARRIED_TAG, `${name}: ${value}`] as const,
    ),
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')
}

/** The first page and the last, each under its tag, as programs that know RIS look for them; reading joins them with the same dash. */
function pageTags(pages: string | null): readonly (readonly [tag: string, value: string])[] {
  if (pages === null) return []
  const [, first, last] = /^([^–]+)–([^–]+)$/.exec(pages) ?? []
  return first === undefined || last === undefined
    ? [['SP', pages]]
    : [
        ['SP', first],
        ['EP', last],
      ]
}

/** `2025/09/03/`, `2025/09//`, `2025///` */
function dateWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

/** `Doe, Jane, Jr.`; a comma after the whole says that the commas within part no names. */
const nameWords = (name: ReturnType<typeof writtenNames>[number]): string => {
  if ('literal' in name) return name.literal.includes(',') ? `${name.literal},` : name.literal
  const parts = [name.family, name.given, ...(name.suffix === null ? [] : [name.suffix])]
  return parts.some((part) => part.includes(',')) ? `${[name.given, name.family, name.suffix ?? ''].join(' ').trim()},` : parts.join(', ')
}
