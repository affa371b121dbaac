import type { Problem } from '@shared/errors/outcome'
import type { QueryProblem } from '@shared/searches/parse-query'
import type { SearchQuery } from '@shared/searches/search-query'
import { useEffect, useReducer, useState } from 'react'
import { useWatched } from '../app/use-watched'
import { useWorkbench } from '../workbench/workbench'
import { EMPTY_RESULTS, type Results, resultsOf } from './results'
import type { Found, FoundOrder, Tally } from './engine/found'

/** Typing within so many ms is one search. */
const PAUSE = 120

export type SearchAnswer = {
  /** The search that is answered: while another is under way, the one before. */
  readonly query: SearchQuery | null
  readonly found: Found | null
  readonly results: Results
  /** Follows when the list stands already. */
  readonly tally: Tally | null
  readonly scope: { readonly documents: number; readonly silentPages: number } | null
  readonly problem: QueryProblem | Problem | null
}

const NOTHING: SearchAnswer = { query: null, found: null, results: EMPTY_RESULTS, tally: null, scope: null, problem: null }
/** Rows that come with the answer itself. */
const FIRST = 20

/** Searches whenever the query, the order or the index changes. An answer that comes late for another query is dropped. */
export function useSearchAnswer(query: SearchQuery, order: FoundOrder): SearchAnswer {
  const { search } = useWorkbench()
  const { form } = useWatched(search.state)
  const [answer, setAnswer] = useState<SearchAnswer>(NOTHING)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  // A new form of the index is a reason to ask again.
  const key = JSON.stringify({ query, form })
  useEffect(() => {
    let gone = false
    const { query: asked }: { readonly query: SearchQuery } = JSON.parse(key)
    const look = async (): Promise<void> => {
      const [found, scope] = await Promise.all([
        search.ask('find', { query: asked, order, limit: FIRST }),
        search.ask('scope', { query: asked }),
      ])
      if (gone) return
      const within = scope.ok ? { documents: scope.value.documentIds.length, silentPages: scope.value.silentPages } : null
      if (!found.ok) {
        setAnswer({ ...NOTHING, query: asked, scope: within, problem: found.problem })
        return
      }
      const results = resultsOf(search, asked, order, found.value, () => (gone ? undefined : redraw()))
      setAnswer((before) => ({ query: asked, found: found.value, results, tally: before.tally, scope: within, problem: null }))
      const tally = await search.ask('tally', { query: asked })
      if (!gone) setAnswer((before) => ({ ...before, tally: tally.ok ? tally.value : null }))
    }
    const timer = setTimeout(() => void look(), PAUSE)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [search, key, order])
  return answer
}
