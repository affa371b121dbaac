import type { DocumentId } from '@shared/documents/document'
import { READABLE_ORIGINS } from '@shared/documents/readable-origin'
import { hitsOf } from '@shared/searches/scan'
import { type QueryTree, wantedLeaves } from '@shared/searches/query-tree'
import type { SearchQuery } from '@shared/searches/search-query'
import { snippetOf } from '@shared/searches/snippet'
import { termsOf } from '@shared/searches/terms'
import type { Database } from '@sqlite.org/sqlite-wasm'
import { ENTRIES_OF_KIND, ENTRY_KINDS, type FoundOrder, type FoundRow, LISTED, type Tally } from './found'
import { hasPhrase, matchOften, matchPhrases, matchTerms } from './match-words'
import { rankByBm25 } from './score'
import { TIERS } from './tiers'

/**
 * Ranking reads the texts, so of common words not all entries are ranked: those in which each word stands most often are (by steps,
 * `tiers.ts`), about so many, and the others follow in the order of the library.
 */
const RANKED = 200

/** To what a search is narrowed: documents by their numbers, null for all. */
export type Narrowing = Pick<SearchQuery, 'kinds' | 'textOrigins'> & { readonly documents: readonly number[] | null }

function conditionsOf({ kinds, textOrigins, documents }: Narrowing): readonly string[] {
  const conditions: string[] = []
  if (kinds.length > 0)
    conditions.push(
      `e.kind IN (${kinds
        .flatMap((kind) => ENTRIES_OF_KIND[kind])
        .map((kind) => ENTRY_KINDS.indexOf(kind))
        .join(',')})`,
    )
  if (documents !== null) conditions.push(`e.document IN (${documents.join(',')})`)
  if (textOrigins.length > 0)
    conditions.push(`(e.origin IS NULL OR e.origin IN (${textOrigins.map((origin) => READABLE_ORIGINS.indexOf(origin)).join(',')}))`)
  return conditions
}

/** The part of a statement that names the entries of one table of the index that match its parameter, within the narrowing. */
function from(table: 'found' | 'stands', narrowing: Narrowing): string {
  const conditions = conditionsOf(narrowing)
  const join = conditions.length === 0 ? '' : ` CROSS JOIN entries e ON e.id = ${table}.rowid`
  return [`${table}${join} WHERE ${table} MATCH ?`, ...conditions].join(' AND ')
}

/** The entries that match: a part of a statement that gives their ids as `id`, and one that asks `stands` besides, by its parameter. */
type Matching = { readonly ids: string; readonly values: readonly string[]; readonly also: string }

/**
 * Where words have to stand one after another, all entries are looked for once and kept in a table for a moment; words alone are asked of `stands`,
 * which answers at once.
 */
function matching(db: Database, tree: QueryTree, narrowing: Narrowing): Matching {
  if (!hasPhrase(tree)) {
    const ids = `SELECT stands.rowid AS id FROM ${from('stands', narrowing)}`
    return { ids, values: [matchTerms(tree)], also: ids }
  }
  db.exec('CREATE TEMP TABLE IF NOT EXISTS hits(id INTEGER PRIMARY KEY); DELETE FROM temp.hits')
  db.exec({ sql: `INSERT INTO temp.hits SELECT found.rowid FROM ${from('found', narrowing)}`, bind: [matchPhrases(tree)] })
  return {
    ids: 'SELECT id FROM temp.hits',
    values: [],
    also: 'SELECT h.id FROM stands CROSS JOIN temp.hits h ON h.id = stands.rowid WHERE stands MATCH ?',
  }
}

/** SQLite takes no empty list of values. */
const bound = (values: readonly string[]): string[] | undefined => (values.length === 0 ? undefined : [...values])
const numbers = (db: Database, sql: string, values: readonly string[]): readonly number[] => db.selectValues(sql, bound(values)).map(Number)

/** In how many entries a leaf stands; of a phrase, in how many its words do. */
const having = (db: Database, leaf: QueryTree): number =>
  Number(db.selectValue('SELECT count(*) FROM stands WHERE stands MATCH ?', matchTerms(leaf)))

/** The entries that are worth ranking: all where they are few, else those with a rare word of the query, and those in which its words stand most often. */
function candidates(db: Database, tree: QueryTree, matches: Matching, total: number): readonly number[] {
  if (total <= RANKED) return numbers(db, matches.ids, matches.values)
  const chosen = new Set<number>()
  const choose = (match: string): void => {
    for (const id of numbers(db, `${matches.also} LIMIT ${RANKED}`, [match])) if (chosen.size < RANKED) chosen.add(id)
  }
  for (const leaf of wantedLeaves(tree)) if (having(db, leaf) <= RANKED) choose(`(${matchTerms(leaf)}) AND (${matchTerms(tree)})`)
  for (const { sign } of TIERS) if (chosen.size < RANKED) choose(matchOften(tree, sign))
  if (chosen.size < RANKED)
    for (const id of numbers(db, `${matches.ids} LIMIT ${RANKED}`, matches.values)) if (chosen.size < RANKED) chosen.add(id)
  return [...chosen]
}

function rank(db: Database, ids: readonly number[], tree: QueryTree): readonly number[] {
  const reading = db.prepare('SELECT text FROM texts WHERE id = ?')
  try {
    const texts = ids.map((id) => {
      reading.bind([id])
      const text = reading.step() ? String(reading.get(0)) : ''
      reading.reset()
      return { id, text }
    })
    const leaves = wantedLeaves(tree)
    // What a single word weighs changes no order.
    const all = leaves.length < 2 ? 1 : Number(db.selectValue('SELECT count(*) FROM entries'))
    return rankByBm25(texts, tree, all, leaves.length < 2 ? leaves.map(() => 1) : leaves.map((leaf) => having(db, leaf)))
  } finally {
    reading.finalize()
  }
}

/** How many entries match, and the ids of the first of them in the order asked for, at most `limit`. */
export function findEntries(
  db: Database,
  tree: QueryTree,
  narrowing: Narrowing,
  order: FoundOrder,
  limit: number,
): { readonly total: number; readonly ids: readonly number[]; readonly ranked: number } {
  const matches = matching(db, tree, narrowing)
  const total = Number(db.selectValue(`SELECT count(*) FROM (${matches.ids})`, bound(matches.values)))
  const most = Math.min(limit, LISTED)
  if (order === 'document')
    return {
      total,
      ids: numbers(
        db,
        `SELECT e2.id FROM (${matches.ids}) f JOIN entries e2 ON e2.id = f.id ORDER BY e2.document IS NULL, e2.document, e2.page, e2.id LIMIT ${most}`,
        matches.values,
      ),
      ranked: 0,
    }
  const best = rank(db, candidates(db, tree, matches, total), tree)
  if (best.length >= most || best.length >= total) return { total, ids: best.slice(0, most), ranked: best.length }
  const known = new Set(best)
  const rest = numbers(db, `${matches.ids} LIMIT ${most}`, matches.values)
  return { total, ids: [...best, ...rest.filter((id) => !known.has(id))].slice(0, most), ranked: best.length }
}

/** Some entries with a piece of their text each, in the order of the ids. */
export function rowsOf(db: Database, ids: readonly number[], tree: QueryTree): readonly FoundRow[] {
  const reading = db.prepare(
    'SELECT e.kind, d.id, e.page, e.record, e.origin, t.text FROM entries e JOIN texts t ON t.id = e.id LEFT JOIN documents d ON d.no = e.document WHERE e.id = ?',
  )
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
  const { ids, values } = matching(db, tree, narrowing)
  const rows = db.selectArrays(
    `SELECT e2.kind, d.id, count(*) FROM (${ids}) f JOIN entries e2 ON e2.id = f.id LEFT JOIN documents d ON d.no = e2.document GROUP BY e2.kind, e2.document`,
    bound(values),
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
  return {
    documents: [...documents].map(([documentId, entries]) => ({ documentId, entries })).sort((a, b) => b.entries - a.entries),
    kinds,
  }
}
