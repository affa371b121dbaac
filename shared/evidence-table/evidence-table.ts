import { RELATIONS, type Relation } from '../claims/evidence-link'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import type { Table } from '../tables/table'
import { type Sha256, sha256Schema } from '../units/hashes'
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
  /** The document's SHA-256 where the table has it in a column of its own: it names the document, and its name is then only for people. */
  readonly sha256: Sha256 | null
  /** Rows with the same name here, and the same claim and relation, are one passage over several places; empty for a row that stands alone. */
  readonly passage: string
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

/** A line of a table, by its number as a spreadsheet counts. */
type Line = { readonly number: number; readonly cells: readonly string[] }

/**
 * The evidence in a file that was read as a table, CSV or XLSX: of a workbook the first sheet whose header has the columns. The header names at least
 * document, page, quote, claim and relation, and optionally note, document_sha256 and passage, in any order and case. See docs/formats.md.
 * Problem: `evidence-table-columns`.
 * @param name the file's name, for the words of a problem
 */
export function evidenceOfTable(name: string, { sheets }: Table): Outcome<EvidenceTable> {
  const [first = readLines(name, []), ...others] = sheets.map((sheet) => readLines(name, sheet.rows))
  return first.ok ? first : (others.find((each) => each.ok) ?? first)
}

function readLines(name: string, all: readonly Line[]): Outcome<EvidenceTable> {
  const [header, ...lines] = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const columns = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  const missing = REQUIRED.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    return trouble(
      problem(
        'evidence-table-columns',
        `The evidence table ${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`,
        'Give the first line the names document, page, quote, claim, relation and, if you like, note.',
      ),
    )
  }
  const rows: EvidenceRow[] = []
  const refused: RefusedRow[] = []
  for (const { number: row, cells } of lines) {
    const read = readRow(row, (column) => cells[columns.indexOf(column)]?.trim() ?? '')
    if (read.ok) rows.push(read.value)
    else refused.push({ row, reason: read.problem })
  }
  return ok({ rows, refused })
}

function readRow(row: number, field: (column: string) => string): Outcome<EvidenceRow, string> {
  const hash = sha256Schema.safeParse(field('document_sha256').toLowerCase())
  const sha256 = hash.success ? hash.data : null
  const document = field('document') || (sha256 ?? '')
  if (document === '') return trouble('The row names no document.')
  if (!hash.success && field('document_sha256') !== '') return trouble(`“${field('document_sha256')}” is not a SHA-256.`)
  const page = Number(field('page'))
  if (!Number.isInteger(page) || page < 1) return trouble(`“${field('page')}” is not a file page: pages are counted from 1.`)
  const quote = field('quote')
  if (quote === '') return trouble('The row has no quotation.')
  const claim = claimNumber(field('claim'))
  if (claim === null) return trouble(`“${field('claim')}” is not a claim's number, such as C07.`)
  const word = field('relation').toLowerCase()
  const relation = RELATIONS.find((known) => known === word) ?? RELATION_SPELLINGS[word]
  if (relation === undefined) return trouble(`“${field('relation')}” is not a relation: use ${RELATIONS.join(', ')}.`)
  return ok({ row, document, page: pageNumber(page), quote, claim, relation, note: field('note'), sha256, passage: field('passage') })
}

/** `c7`, `7` and `C07` are all C07. */
function claimNumber(written: string): string | null {
  const parts = /^([a-z]{0,3})\s*0*(\d{1,4})$/i.exec(written)
  if (parts === null) return null
  return `${(parts[1] || 'C').toUpperCase()}${(parts[2] ?? '').padStart(2, '0')}`
}
