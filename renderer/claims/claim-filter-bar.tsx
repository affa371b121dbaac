import { ASSESSMENT_STATUSES, ASSESSMENT_WORDS } from '@shared/claims/assessment'
import { CLAIM_KINDS, CLAIM_KIND_WORDS } from '@shared/claims/claim'
import type { ClaimFilter } from '@shared/claims/filter-claims'
import { ListFilter } from 'lucide-react'
import { IconButton } from '../ui/button'
import { TextField } from '../ui/field'
import { Menu } from '../ui/menu'
import styles from './claim-list.module.css'

/** Narrows the list by words, and by status or kind from a menu. What is narrowed is said under the box. */
export function ClaimFilterBar({ filter, onChange }: { readonly filter: ClaimFilter; readonly onChange: (filter: ClaimFilter) => void }) {
  const narrowed = [
    filter.status === null ? null : ASSESSMENT_WORDS[filter.status],
    filter.kind === null ? null : CLAIM_KIND_WORDS[filter.kind],
  ].filter((word) => word !== null)
  return (
    <div className={styles.filter}>
      <div className={styles.filterLine}>
        <TextField
          label="Filter claims"
          hideLabel
          type="search"
          placeholder="Filter by words or number"
          value={filter.words}
          onChange={(words) => onChange({ ...filter, words })}
        />
        <Menu
          align="end"
          trigger={
            <IconButton
              label={narrowed.length === 0 ? 'Filter by judgement or kind' : `Filter: ${narrowed.join(', ')}`}
              icon={ListFilter}
              pressed={narrowed.length > 0}
            />
          }
          items={[
            { label: 'Any judgement', checked: filter.status === null, onSelect: () => onChange({ ...filter, status: null }) },
            ...ASSESSMENT_STATUSES.map((status) => ({
              label: ASSESSMENT_WORDS[status],
              checked: filter.status === status,
              onSelect: () => onChange({ ...filter, status }),
            })),
            'separator',
            { label: 'Any kind', checked: filter.kind === null, onSelect: () => onChange({ ...filter, kind: null }) },
            ...CLAIM_KINDS.map((kind) => ({
              label: CLAIM_KIND_WORDS[kind],
              checked: filter.kind === kind,
              onSelect: () => onChange({ ...filter, kind }),
            })),
          ]}
        />
      </div>
      {narrowed.length === 0 ? null : (
        <p className={styles.narrowed}>
          Only {narrowed.join(', ')} ·{' '}
          <button type="button" className={styles.link} onClick={() => onChange({ ...filter, status: null, kind: null })}>
            show all
          </button>
        </p>
      )}
    </div>
  )
}
