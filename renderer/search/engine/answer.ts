import type { DocumentId } from '@shared/documents/document'
import { type Outcome, ok, type Problem } from '@shared/errors/outcome'
import { differencesAllowed, nearWords } from '@shared/searches/near-words'
import { parseQuery, type QueryProblem } from '@shared/searches/parse-query'
import { mapWanted, type QueryTree, treeWords } from '@shared/searches/query-tree'
import { documentsInScope } from '@shared/searches/search-scope'
import type { SearchQuery } from '@shared/searches/search-query'
import type { Database as Sqlite } from '@sqlite.org/sqlite-wasm'
import type { Database } from '../../storage/database'
import { findEntries, type Narrowing, rowsOf, tallyOf } from './find'
import { type Found, type FoundOrder, type FoundRow, LISTED, type Tally } from './found'
import type { Asked } from './messages'
import { readVocabulary } from './vocabulary'
import type { SearchIndex } from './search-index'

type Made = { readonly tree: QueryTree; readonly narrowing: Narrowing; readonly added: readonly string[] }

const NOTHING: Found = { total: 0, rows: [], asked: '', added: [], ranked: 0 }

/** Answers what is asked of the index. What one answer needs again for the next (the list of a search, the vocabulary) is kept until the index changes. */
export function answering(library: Database, sqlite: Sqlite, index: SearchIndex) {
  let list: { readonly key: string; readonly ids: readonly number[] } | null = null
  let vocabulary: readonly (readonly [string, number])[] | null = null

  const narrowingOf = async (query: SearchQuery): Promise<Narrowing> => {
    const scope = documentsInScope(query, await library.all('disclosureEvents'))
    const known = scope === null ? null : index.documents()
    return {
      kinds: query.kinds,
      textOrigins: query.textOrigins,
      documents: scope === null ? null : scope.flatMap((id) => known?.get(id)?.no ?? []),
    }
  }
  const make = async (query: SearchQuery): Promise<Outcome<Made | null, QueryProblem>> => {
    const parsed = parseQuery(query.words)
    if (!parsed.ok) return parsed
    if (parsed.value === null) return ok(null)
    const narrowing = await narrowingOf(query)
    if (!query.fuzzy) return ok({ tree: parsed.value, narrowing, added: [] })
    vocabulary ??= readVocabulary(sqlite)
    const words = vocabulary
    const added: string[] = []
    const tree = mapWanted(parsed.value, (leaf) => {
      const [phrase] = leaf.phrases
      const [term] = phrase?.terms ?? []
      if (
        leaf.phrases.length !== 1 ||
        phrase === undefined ||
        phrase.prefix ||
        phrase.terms.length !== 1 ||
        term === undefined ||
        differencesAllowed(term) === 0
      )
        return leaf
      const near = nearWords(term, words)
      added.push(...near)
      return { kind: 'leaf', phrases: [phrase, ...near.map((one) => ({ terms: [one], prefix: false }))] }
    })
    return ok({ tree, narrowing, added })
  }
  const listOf = (key: string, { tree, narrowing }: Made, order: FoundOrder): readonly number[] => {
    if (list?.key !== key) list = { key, ids: findEntries(sqlite, tree, narrowing, order, LISTED).ids }
    return list.ids
  }

  return {
    /** To be called when the index has changed. */
    forget(): void {
      list = null
      vocabulary = null
    },
    async find({ query, order, limit }: Asked['find']['ask']): Promise<Outcome<Found, QueryProblem>> {
      const made = await make(query)
      if (!made.ok) return made
      if (made.value === null) return ok(NOTHING)
      const { tree, narrowing, added } = made.value
      const { total, ids, ranked } = findEntries(sqlite, tree, narrowing, order, limit)
      return ok({ total, rows: rowsOf(sqlite, ids, tree), asked: treeWords(tree), added, ranked })
    },
    async rows({ query, order, from, to }: Asked['rows']['ask']): Promise<Outcome<readonly FoundRow[], Problem>> {
      const made = await make(query)
      if (!made.ok) return made
      if (made.value === null) return ok([])
      return ok(rowsOf(sqlite, listOf(JSON.stringify({ query, order }), made.value, order).slice(from, to), made.value.tree))
    },
    async tally({ query }: Asked['tally']['ask']): Promise<Outcome<Tally, Problem>> {
      const made = await make(query)
      if (!made.ok) return made
      return ok(
        made.value === null
          ? { documents: [], kinds: { page: 0, mark: 0, note: 0, claim: 0 } }
          : tallyOf(sqlite, made.value.tree, made.value.narrowing),
      )
    },
    async scope({ query }: Asked['scope']['ask']): Promise<Asked['scope']['answer']> {
      const scope = documentsInScope(query, await library.all('disclosureEvents'))
      const inScope = scope === null ? null : new Set<DocumentId>(scope)
      const searched = [...index.documents()].filter(([id]) => inScope === null || inScope.has(id))
      return ok({
        documentIds: searched.map(([id]) => id),
        silentPages: searched.reduce((sum, [, { silent }]) => sum + silent, 0),
        silentDocuments: searched.filter(([, { silent }]) => silent > 0).map(([id]) => id),
      })
    },
  }
}
