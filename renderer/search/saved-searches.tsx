import type { SavedSearch } from '@shared/searches/saved-search'
import { queryWords } from '@shared/searches/query-words'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import type { Act } from '../analyses/editing/use-act'
import { useAll } from '../storage/live'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import { removeSavedSearch } from './commands/remove-saved-search'
import styles from './search-aside.module.css'

/** The searches that are kept by name: run, renamed, deleted. */
export function SavedSearches({
  act,
  onRun,
  onRename,
}: {
  readonly act: Act
  readonly onRun: (search: SavedSearch) => void
  readonly onRename: (search: SavedSearch) => void
}) {
  const saved = (useAll('savedSearches') ?? []).toSorted((a, b) => a.name.localeCompare(b.name))
  if (saved.length === 0) return null
  return (
    <section className={styles.saved} aria-label="Saved searches">
      <h2>Saved searches</h2>
      <ul>
        {saved.map((search) => (
          <li key={search.id}>
            <button type="button" className={styles.run} title={queryWords(search.query)} onClick={() => onRun(search)}>
              {search.name}
            </button>
            <Menu
              align="end"
              trigger={<IconButton label={`What to do with the saved search “${search.name}”`} icon={Ellipsis} />}
              items={[
                { label: 'Rename…', icon: Pencil, onSelect: () => onRename(search) },
                {
                  label: 'Delete',
                  icon: Trash2,
                  danger: true,
                  onSelect: () => void act(removeSavedSearch, { id: search.id }, `Saved search “${search.name}” deleted.`),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
