import type { SavedSearch } from '@shared/searches/saved-search'
import { queryWords } from '@shared/searches/query-words'
import type { SearchQuery } from '@shared/searches/search-query'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { putSavedSearch } from './commands/put-saved-search'

type SaveSearchProps = {
  /** The kept search to rename; null to keep `query` under a new name. */
  readonly search: SavedSearch | null
  readonly query: SearchQuery
  readonly act: Act
  readonly onClose: () => void
}

/** Asks for the name under which a search is kept. */
export function SaveSearchDialog({ search, query, act, onClose }: SaveSearchProps) {
  const kept = search?.query ?? query
  const [name, setName] = useState(search?.name ?? kept.words)
  const save = async (): Promise<void> => {
    const done = await act(
      putSavedSearch,
      { id: search?.id ?? newId('savedsearch'), name, query: kept },
      search === null ? `Search saved as “${name.trim()}”.` : 'Saved search renamed.',
    )
    if (done) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={search === null ? 'Save the search' : 'Rename the saved search'}
      description={`“${queryWords(kept)}” is searched anew each time you open it, so it also finds what came into the library since.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={name.trim() === ''} onClick={() => void save()}>
            {search === null ? 'Save search' : 'Rename'}
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        focusAtStart
        onKeyDown={(event) => (event.key === 'Enter' && name.trim() !== '' ? void save() : undefined)}
      />
    </Dialog>
  )
}
