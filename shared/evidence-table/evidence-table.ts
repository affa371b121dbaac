import Papa from 'papaparse'
import { RELATIONS, type Relation } from '../claims/evidence-link'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { type PageNumber, pageNumber } from '../units/pages'

/** A row of an evidence table that can be tried: a quotation said to stand on a page, and the claim on which it bears. */
export type EvidenceRow = {
  /** Its row in the file as a spreadsheet counts: the header is row 1. */
  readonly row: number
  /** A file name or a SHA-256. */
  readonly document: string
  /** File page, from 1. */
  readonly page: PageNumber
  readonly quote: string
  /** The claim's number, `C07`. */
  readonly claim: string
  readonly relation: Relation
  readonly note: string
}

/** A row that can't be tried, and why. */
export type RefusedRow = { readonly row: number; readonly reason: string }

export type EvidenceTable = { readonly rows: readonly EvidenceRow[]; readonly refused: readonly RefusedRow[] }

const REQUIRED = ['document', 'page', 'quote', 'claim', 'relation'] as const

/** Spellings that people use for the relations, beside the words themselves. */
const RELATION_SPELLINGS: Readonly<Record<string, Relation>> = {
  support: 'supports',
  supporting: 'supports',
  contradict: 'contradicts',
  contradicting: 'contradicts',
  qualify: 'qualifies',
  undercut: 'undercuts',
  'undercuts the inference': 'undercuts',
  define: 'defines',
  'gives context': 'context',
  '': 'context',
}

/**
 * Reads an evidence table: CSV (RFC 4180, UTF-8 with or without a byte order mark) with a header naming at least
 * document, page, quote, claim and relation, and optionally note, in any order and case. See docs/formats.md.
 * @param name the file's name, for the words of a problem
 */
export function readEvidenceTable(name: string, text: string): Outcome<EvidenceTable> {
  const parsed = Papa.parse<Record<string, string | undefined>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  })
  const missing = REQUIRED.filter((column) => !(parsed.meta.fields ?? []).includes(column))
  if (missing.length > 0) {
    return trouble(
      problem('evidence-table-columns', `The evidence table ${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`, 'Give the first line the names document, page, quote, claim, relation and, if you like, note.'),
    )
  }
  const rows: EvidenceRow[] = []
  const refused: RefusedRow[] = []
  parsed.data.forEach((fields, index) => {
    const row = index + 2
    const read = readRow(row, fields)
    if (read.ok) rows.push(read.value)
    else refused.push({ row, reason: read.problem })
  })
  return ok({ rows, refused })
}

function readRow(row: number, fields: Record<string, string | undefined>): Outcome<EvidenceRow, string> {
  const field = (name: string): string => (fields[name] ?? '').trim()
  const document = field('document')
  if (document === '') return trouble('The row names no document.')
  const page = Number(field('page'))
  if (!Number.isInteger(page) || page < 1) return trouble(`“${field('page')}” is not a file page: pages are counted from 1.`)
  const quote = field('quote')
  if (quote === '') return trouble('The row has no quotation.')
  const claim = claimNumber(field('claim'))
  if (claim === null) return trouble(`“${field('claim')}” is not a claim's number, such as C07.`)
  const word = field('relation').toLowerCase()
  const relation = RELATIONS.find((known) => known === word) ?? RELATION_SPELLINGS[word]
  if (relation === undefined) return trouble(`“${field('relation')}” is not a relation: use ${RELATIONS.join(', ')}.`)
  return ok({ row, document, page: pageNumber(page), quote, claim, relation, note: field('note') })
}

/** `c7`, `7` and `C07` are all C07. */
function claimNumber(written: string): string | null {
  const parts = /^([a-z]{0,3})\s*0*(\d{1,4})$/i.exec(written)
  if (parts === null) return null
  return `${(parts[1] || 'C').toUpperCase()}${(parts[2] ?? '').padStart(2, '0')}`
}
