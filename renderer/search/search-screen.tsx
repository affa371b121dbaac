import type { SavedSearch } from '@shared/searches/saved-search'
import { addressOfQuery, queryOfAddress } from '@shared/searches/query-address'
import { EVERYTHING, type SearchQuery } from '@shared/searches/search-query'
import { useMemo, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import { useAct } from '../analyses/editing/use-act'
import { navigate } from '../app/hash-location'
import { routes } from '../app/routes'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { useAll } from '../storage/live'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import type { FoundOrder, FoundRow } from './engine/found'
import { Filters } from './filters'
import { HowToSearch } from './how-to-search'
import { IndexStatus } from './index-status'
import { MarkHitsDialog } from './mark-hits-dialog'
import { NothingFound } from './nothing-found'
import { addressOfFound } from './open-found'
import { RecordSearchDialog } from './record-search-dialog'
import { ResultHead } from './result-head'
import { ResultList } from './result-list'
import { SaveSearchDialog } from './save-search-dialog'
import { SavedSearches } from './saved-searches'
import { SearchField } from './search-field'
import styles from './search.module.css'
import { useSearchAnswer } from './use-search'

type Over =
  | { readonly kind: 'mark'; readonly rows: readonly FoundRow[] }
  | { readonly kind: 'record' }
  | { readonly kind: 'save'; readonly search: SavedSearch | null }

/** Finds words in the whole library. The search stands in the address, so Back comes back to it and it can be copied. */
export function SearchScreen() {
  const { db } = useWorkbench()
  const act = useAct()
  const toast = useToast()
  const address = useSearch()
  const query = useMemo(() => queryOfAddress(address), [address])
  const analysis = useCurrentAnalysis()
  const [order, setOrder] = useState<FoundOrder>('best')
  const answer = useSearchAnswer(query, order)
  const documents = useAll('documents')
  const claims = useAll('claims')
  const names = useMemo(
    () => ({ documents: new Map(documents?.map((one) => [one.id, one])), claims: new Map(claims?.map((one) => [one.id, one])) }),
    [documents, claims],
  )
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [over, setOver] = useState<Over | null>(null)

  const setQuery = (next: SearchQuery): void => {
    setAt(0)
    setChosen(new Set())
    list.current?.scrollTo({ top: 0 })
    navigate(routes.search(addressOfQuery(next)), { replace: true })
  }
  const open = async (row: FoundRow): Promise<void> => {
    const to = await addressOfFound(db, row, answer.found?.asked ?? query.words)
    if (to === null) toast.show({ text: 'It is no longer in the library.' })
    else navigate(to)
  }
  const openFirst = (): void => {
    const row = answer.results.peek(at)
    if (row !== undefined) void open(row)
  }
  const mark = async (): Promise<void> => {
    const wanted = chosen.size > 0 ? [...chosen].sort((a, b) => a - b) : Array.from({ length: answer.results.count }, (_, index) => index)
    setOver({ kind: 'mark', rows: await answer.results.rows(wanted) })
  }
  const close = (): void => setOver(null)
  const asked = query.words.trim() !== ''
  const { found, results, problem } = answer

  return (
    <div className={styles.search}>
      <h1 className={styles.unseen}>Search</h1>
      <SearchField
        query={query}
        onQuery={setQuery}
        problem={asked ? problem : null}
        added={found?.added ?? []}
        onDown={() => list.current?.querySelector<HTMLElement>('[data-current] button')?.focus()}
        onEnter={openFirst}
        onSave={() => setOver({ kind: 'save', search: null })}
      />
      <IndexStatus />
      <div className={styles.body}>
        <aside className={styles.aside} aria-label="Narrow the search">
          <SavedSearches act={act} onRun={(search) => setQuery(search.query)} onRename={(search) => setOver({ kind: 'save', search })} />
          {asked ? <Filters query={query} onQuery={setQuery} tally={answer.tally} documents={names.documents} /> : null}
        </aside>
        <section className={styles.list} aria-label="Results">
          {!asked || problem !== null ? (
            <div className={styles.scrolled}>
              <HowToSearch onTry={(words) => setQuery({ ...EVERYTHING, words })} />
            </div>
          ) : found === null ? null : found.total === 0 ? (
            <NothingFound
              query={query}
              onQuery={setQuery}
              scope={answer.scope}
              onRecord={analysis === null ? null : () => setOver({ kind: 'record' })}
            />
          ) : (
            <>
              <ResultHead
                found={found}
                tally={answer.tally}
                scope={answer.scope}
                order={order}
                onOrder={setOrder}
                chosen={chosen.size}
                listed={results.count}
                onMark={() => void mark()}
                onRecord={analysis === null ? null : () => setOver({ kind: 'record' })}
                onChooseNone={() => setChosen(new Set())}
              />
              <ResultList
                scroller={list}
                results={results}
                names={names}
                at={Math.min(at, Math.max(0, results.count - 1))}
                onAt={setAt}
                chosen={chosen}
                onChosen={setChosen}
                onOpen={(row) => void open(row)}
              />
            </>
          )}
        </section>
      </div>
      {over?.kind === 'mark' ? (
        <MarkHitsDialog
          rows={over.rows}
          asked={found?.asked ?? query.words}
          analysis={analysis}
          act={act}
          onClose={close}
          onDone={() => {
            close()
            setChosen(new Set())
          }}
        />
      ) : null}
      {over?.kind === 'record' && analysis !== null ? (
        <RecordSearchDialog query={query} analysis={analysis} act={act} onClose={close} />
      ) : null}
      {over?.kind === 'save' ? <SaveSearchDialog search={over.search} query={query} act={act} onClose={close} /> : null}
    </div>
  )
}
