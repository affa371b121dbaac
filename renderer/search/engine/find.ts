import type { DocumentId } from '@shared/documents/document'
import { READABLE_ORIGINS } from '@shared/documents/readable-origin'
import { hitsOf } from '@shared/searches/scan'
import type { QueryTree } from '@shared/searches/query-tree'
import type { SearchQuery } from '@shared/searches/search-query'
import { snippetOf } from '@shared/searches/snippet'
import { termsOf } from '@shared/searches/terms'
import type { Database } from '@sqlite.org/sqlite-wasm'
import { ENTRIES_OF_KIND, ENTRY_KINDS, type FoundOrder, type FoundRow, LISTED, type Tally } from './found'
import { matchWords } from './match-words'

/**
 * Ranking costs time for each entry that matches, so of very common words not all are ranked. Up to this many are, by BM25 (Robertson
 * and Zaragoza, 2009, as FTS5 computes it). Of more, those are ranked in which each word stands at least three times (at most so many
 * again), and the others follow in the order of the library.
 */
const RANKED = 8_000

/** To what a search is narrowed: documents by their numbers, null for all. */
export type Narrowing = Pick<SearchQuery, 'kinds' | 'textOrigins'> & { readonly documents: readonly number[] | null }

type Matching = { readonly from: string; readonly match: string }

/** The entries that match, as a part of a statement, and the value of its parameter. */
function matching(tree: QueryTree, { kinds, textOrigins, documents }: Narrowing, often = false): Matching {
  const conditions: string[] = []
  if (kinds.length > 0) conditions.push(`e.kind IN (${kinds.flatMap((kind) => ENTRIES_OF_KIND[kind]).map((kind) => ENTRY_KINDS.indexOf(kind)).join(',')})`)
  if (documents !== null) conditions.push(`e.document IN (${documents.join(',')})`)
  if (textOrigins.length > 0) conditions.push(`(e.origin IS NULL OR e.origin IN (${textOrigins.map((origin) => READABLE_ORIGINS.indexOf(origin)).join(',')}))`)
  const match = matchWords(tree, often)
  if (conditions.length === 0) return { from: 'found WHERE found MATCH ?', match }
  return { from: `found CROSS JOIN entries e ON e.id = found.rowid WHERE found MATCH ? AND ${conditions.join(' AND ')}`, match }
}

const count = (db: Database, { from, match }: Matching): number => Number(db.selectValue(`SELECT count(*) FROM ${from}`, match))

/** Ids of the entries, best first. The columns weigh alike, except that standing often is not counted twice. */
const ranked = (db: Database, { from, match }: Matching, limit: number): readonly number[] =>
  db
    .selectValues(`SELECT id FROM (SELECT found.rowid AS id, bm25(found, 1.0, 1.0, 0.0) AS score FROM ${from} LIMIT ${RANKED}) ORDER BY score, id LIMIT ${limit}`, match)
    .map(Number)

/** How many entries match, and the ids of the first of them in the order asked for, at most `limit`. */
export function findEntries(db: Database, tree: QueryTree, narrowing: Narrowing, order: FoundOrder, limit: number): { readonly total: number; readonly ids: readonly number[]; readonly ranked: number } {
  const all = matching(tree, narrowing)
  const total = count(db, all)
  const most = Math.min(limit, LISTED)
  if (order === 'document') return { total, ids: byDocument(db, tree, narrowing, most), ranked: 0 }
  if (total <= RANKED) return { total, ids: ranked(db, all, most), ranked: total }
  const often = matching(tree, narrowing, true)
  const many = ranked(db, often, most)
  const best = many.length > 0 ? many : ranked(db, all, most)
  const ranks = many.length > 0 ? Math.min(RANKED, count(db, often)) : RANKED
  if (best.length >= most) return { total, ids: best, ranked: ranks }
  const known = new Set(best)
  const rest = db.selectValues(`SELECT found.rowid FROM ${all.from} LIMIT ${most + best.length}`, all.match).map(Number)
  return { total, ids: [...best, ...rest.filter((id) => !known.has(id))].slice(0, most), ranked: best.length }
}

function byDocument(db: Database, tree: QueryTree, narrowing: Narrowing, limit: number): readonly number[] {
  const { from, match } = matching(tree, narrowing)
  return db.selectValues(`SELECT e2.id FROM (SELECT found.rowid AS id FROM ${from}) f JOIN entries e2 ON e2.id = f.id ORDER BY e2.document IS NULL, e2.document, e2.page, e2.id LIMIT ${limit}`, match).map(Number)
}

/** Some entries with a piece of their text each, in the order of the ids. */
export function rowsOf(db: Database, ids: readonly number[], tree: QueryTree): readonly FoundRow[] {
  const reading = db.prepare('SELECT e.kind, d.id, e.page, e.record, e.origin, t.text FROM entries e JOIN texts t ON t.id = e.id LEFT JOIN documents d ON d.no = e.document WHERE e.id = ?')
  try {
    return ids.flatMap((entry) => {
      reading.bind([entry])
      const row = reading.step() ? reading.get([]) : null
      reading.reset()
      if (row === null) return []
      const [kind, documentId, page, recordId, origin, text] = row
      const hits = hitsOf(termsOf(String(text)), tree)
      return [
        {
          entry,
          kind: ENTRY_KINDS[Number(kind)] ?? 'page',
          documentId: documentId === null ? null : (String(documentId) as DocumentId),
          page: page === null ? null : Number(page),
          recordId: recordId === null ? null : String(recordId),
          origin: origin === null ? null : (READABLE_ORIGINS[Number(origin)] ?? null),
          snippet: snippetOf(String(text), hits),
          hits: hits.length,
        },
      ]
    })
  } finally {
    reading.finalize()
  }
}

/** How all that matches spreads over documents and kinds. */
export function tallyOf(db: Database, tree: QueryTree, narrowing: Narrowing): Tally {
  const { from, match } = matching(tree, narrowing)
  const rows = db.selectArrays(
    `SELECT e2.kind, d.id, count(*) FROM (SELECT found.rowid AS id FROM ${from}) f JOIN entries e2 ON e2.id = f.id LEFT JOIN documents d ON d.no = e2.document GROUP BY e2.kind, e2.document`,
    match,
  )
  const documents = new Map<DocumentId, number>()
  const kinds = { page: 0, mark: 0, note: 0, claim: 0 }
  for (const [kind, id, entries] of rows) {
    if (id !== null) documents.set(String(id) as DocumentId, (documents.get(String(id) as DocumentId) ?? 0) + Number(entries))
    for (const one of ['page', 'mark', 'note', 'claim'] as const) {
      const entryKind = ENTRY_KINDS[Number(kind)]
      if (entryKind !== undefined && ENTRIES_OF_KIND[one].includes(entryKind)) kinds[one] += Number(entries)
    }
  }
  return { documents: [...documents].map(([documentId, entries]) => ({ documentId, entries })).sort((a, b) => b.entries - a.entries), kinds }
}
