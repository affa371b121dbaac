import type { SearchQuery } from '@shared/searches/search-query'
import { LISTED } from './engine/found'
import type { Found, FoundOrder, FoundRow } from './engine/found'
import type { LibrarySearch } from './library-search'

const BLOCK = 50

/** What a search found, as a list whose rows are fetched when they are needed. */
export type Results = {
  /** How many rows the list has; of more hits than it holds, the rest is not listed. */
  readonly count: number
  /** A row, if it is there already; else it is fetched and `arrived` told. */
  peek(at: number): FoundRow | undefined
  /** Rows that are needed for certain, in their order. */
  rows(at: readonly number[]): Promise<readonly FoundRow[]>
}

/** Nothing found. */
export const EMPTY_RESULTS: Results = { count: 0, peek: () => undefined, rows: async () => [] }

/** The list of what a search found. @param arrived is told when rows that `peek` did not have were fetched */
export function resultsOf(search: LibrarySearch, query: SearchQuery, order: FoundOrder, found: Found, arrived: () => void): Results {
  const known = new Map<number, FoundRow>(found.rows.map((row, at) => [at, row]))
  const fetching = new Map<number, Promise<void>>()
  const fetch = (block: number): Promise<void> => {
    const before = fetching.get(block)
    if (before !== undefined) return before
    const from = block * BLOCK
    const made = search.ask('rows', { query, order, from, to: from + BLOCK }).then((answer) => {
      if (answer.ok) for (const [at, row] of answer.value.entries()) known.set(from + at, row)
      arrived()
    })
    fetching.set(block, made)
    return made
  }
  return {
    count: Math.min(found.total, LISTED),
    peek(at) {
      const row = known.get(at)
      if (row === undefined) void fetch(Math.floor(at / BLOCK))
      return row
    },
    async rows(wanted) {
      await Promise.all(wanted.filter((at) => !known.has(at)).map((at) => fetch(Math.floor(at / BLOCK))))
      return wanted.flatMap((at) => known.get(at) ?? [])
    },
  }
}
