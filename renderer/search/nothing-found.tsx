import { EVERYTHING, type SearchQuery } from '@shared/searches/search-query'
import { NotebookPen } from 'lucide-react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { SilentPages } from './result-head'

type NothingFoundProps = {
  readonly query: SearchQuery
  readonly onQuery: (query: SearchQuery) => void
  readonly scope: { readonly documents: number; readonly silentPages: number } | null
  readonly onRecord: (() => void) | null
}

/** Nothing was found: over what, what can be tried, and that looking in vain is worth writing down. */
export function NothingFound({ query, onQuery, scope, onRecord }: NothingFoundProps) {
  const narrowed =
    query.kinds.length + query.documentIds.length + query.authors.length + query.triggers.length + query.textOrigins.length > 0 ||
    query.fromDate !== null ||
    query.toDate !== null
  return (
    <EmptyState
      title="Nothing was found"
      actions={
        <>
          {query.fuzzy ? null : <Button onClick={() => onQuery({ ...query, fuzzy: true })}>Look for near spellings</Button>}
          {narrowed ? (
            <Button onClick={() => onQuery({ ...EVERYTHING, words: query.words, fuzzy: query.fuzzy })}>Search everything</Button>
          ) : null}
          {onRecord === null ? null : (
            <Button icon={NotebookPen} onClick={onRecord}>
              Record this search…
            </Button>
          )}
        </>
      }
    >
      <p>
        {scope === null ? '' : `${scope.documents === 1 ? '1 document was' : `${scope.documents} documents were`} searched.`}
        {scope === null || scope.silentPages === 0 ? null : <SilentPages pages={scope.silentPages} />}
      </p>
      <p>Looked and not found is worth writing down: a recorded search names the documents by hash and can be repeated.</p>
    </EmptyState>
  )
}
