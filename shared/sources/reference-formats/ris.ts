import type { z } from 'zod'
import { takeCarried } from './carried'
import type { CslItem, ReadReference } from './csl'
import { CARRIED_TAG } from './write-ris'

/** CSL types of RIS's; a document is what fits none. */
const TYPES: Readonly<Record<string, string>> = {
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  DATA: 'dataset',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  GOVDOC: 'report',
  HEAR: 'hearing',
  JOUR: 'article-journal',
  LEGAL: 'regulation',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PCOMM: 'personal_communication',
  RPRT: 'report',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  WEB: 'webpage',
}
const FIELDS: Readonly<Record<string, string>> = {
  TI: 'title',
  T1: 'title',
  PB: 'publisher',
  T2: 'container-title',
  JO: 'container-title',
  JF: 'container-title',
  BT: 'container-title',
  VL: 'volume',
  IS: 'issue',
  CY: 'publisher-place',
  DO: 'DOI',
  SN: 'ISSN',
  UR: 'URL',
  AB: 'abstract',
  N2: 'abstract',
  N1: 'note',
  ET: 'edition',
  LA: 'language',
  ID: 'id',
  M1: 'number',
  M3: 'genre',
  DB: 'source',
  AN: 'call-number',
}
const LINE = /^([A-Z][A-Z0-9])  ?-(?: (.*)|)$/

/** Reads RIS: an entry goes from its `TY` to its `ER`; a line without a tag goes on with the one before. */
export function readRis(text: string): readonly ReadReference[] {
  const read: ReadReference[] = []
  let open: { readonly line: number; readonly tags: [string, string][] } | null = null
  const close = (ended: boolean): void => {
    if (open !== null)
      read.push(ended ? { line: open.line, item: itemOf(open.tags) } : { line: open.line, refused: 'the entry does not end with ER' })
    open = null
  }
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, tag, value = ''] = LINE.exec(line) ?? []
    if (tag === 'TY') {
      close(false)
      open = { line: at + 1, tags: [['TY', value.trim()]] }
    } else if (tag === 'ER') close(true)
    else if (tag !== undefined && open !== null) entriesOf(open).push([tag, value.trim()])
    else if (line.trim() !== '' && open !== null) {
      const last = entriesOf(open).at(-1)
      if (last !== undefined) last[1] = `${last[1]} ${line.trim()}`.trim()
    } else if (line.trim() !== '') read.push({ line: at + 1, refused: `“${line.trim().slice(0, 60)}” stands outside an entry` })
  }
  close(false)
  return read
}

const entriesOf = (entry: { readonly tags: [string, string][] }): [string, string][] => entry.tags

function itemOf(tags: readonly (readonly [string, string])[]): CslItem {
  const item: Record<string, z.core.util.JSONType> = { type: 'document' }
  const custom: Record<string, string> = {}
  const names: Record<string, { [part: string]: string }[]> = {}
  const pages: string[] = []
  for (const [tag, value] of tags) {
    const member = FIELDS[tag]
    const carried = /^([\w-]+): (.*)$/.exec(value)
    const role = /^A[U1]$/.test(tag) ? 'author' : /^(?:A2|ED)$/.test(tag) ? 'editor' : null
    if (tag === 'TY') item['type'] = TYPES[value] ?? 'document'
    else if (value === '') continue
    else if (tag === CARRIED_TAG && carried !== null && takeCarried(item, custom, carried[1] ?? '', carried[2] ?? '')) continue
    else if (role !== null) names[role] = [...(names[role] ?? []), nameOf(value)]
    else if (tag === 'SP' || tag === 'EP') pages.push(value)
    else if ((tag === 'DA' || tag === 'PY' || tag === 'Y1') && datePartsOf(value).length > lengthOf(item['issued']))
      item['issued'] = { 'date-parts': [datePartsOf(value)] }
    else if (tag === 'Y2' && datePartsOf(value).length > 0) item['accessed'] = { 'date-parts': [datePartsOf(value)] }
    else if (member !== undefined && item[member] === undefined) item[member] = value
    else custom[tag] = custom[tag] === undefined ? value : `${custom[tag]}; ${value}`
  }
  if (pages.length > 0) item['page'] = pages.join('–')
  return { ...item, ...names, ...(Object.keys(custom).length === 0 ? {} : { custom }) }
}

function nameOf(value: string): { [part: string]: string } {
  // A comma after the whole says that it is the name of a body, whatever commas it has.
  const body = /^(.*\S)\s*,$/.exec(value)?.[1]
  if (body !== undefined) return { literal: body }
  const [family = '', given, suffix] = value.split(',').map((part) => part.trim())
  return given === undefined || given === ''
    ? { literal: family }
    : { family, given, ...(suffix === undefined || suffix === '' ? {} : { suffix }) }
}

/** `2025/09/03/` or `2025-09-03` or `2025`. */
const datePartsOf = (value: string): number[] =>
  /^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?/
    .exec(value)
    ?.slice(1)
    .flatMap((part) => (part === undefined ? [] : [Number(part)])) ?? []
const lengthOf = (issued: z.core.util.JSONType | undefined): number => {
  const parts = typeof issued === 'object' && issued !== null && !Array.isArray(issued) ? issued['date-parts'] : undefined
  return Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0].length : 0
}
