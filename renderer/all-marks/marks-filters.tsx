import { ANNOTATION_KIND_WORDS, ANNOTATION_KINDS } from '@shared/annotations/annotation'
import { ANCHOR_STATES } from '@shared/annotations/segment'
import { compareClaims } from '@shared/claims/claim'
import { RELATION_SIGNS, RELATIONS } from '@shared/claims/evidence-link'
import { SlidersHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useInTurns } from '../app/use-in-turns'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import { FilterBar, filterStyles } from '../ui/filter-bar'
import { counted, withAny } from '../ui/filter-options'
import { countingFacets, type Facets, NO_FACETS } from './mark-facets'
import { type MarkFilter, type MarkRow, NO_FILTER } from './mark-rows'

type MarksFiltersProps = { readonly rows: readonly MarkRow[]; readonly filter: MarkFilter; readonly onFilter: (filter: MarkFilter) => void }

const ORIGIN_WORDS = { embedded: 'embedded text', ocr: 'recognised (OCR)', typed: 'typed by hand' } as const
const RARE = ['kind', 'tag', 'author', 'origin', 'from', 'to', 'since', 'until'] as const satisfies readonly (keyof MarkFilter)[]

/** What narrows the list of all marks; each choice says how many marks it would have. */
export function MarksFilters({ rows, filter, onFilter }: MarksFiltersProps) {
  const analysis = useCurrentAnalysis()
  const claims = useRecords('claims', 'analysisId', analysis?.id ?? null)
  const [more, setMore] = useState(false)
  const set = (change: Partial<MarkFilter>): void => onFilter({ ...filter, ...change })
  const counting = useMemo(() => countingFacets(rows), [rows])
  const facets = useInTurns(counting) ?? NO_FACETS
  const rare = RARE.filter((field) => filter[field] !== '').length
  const open = more || rare > 0
  return (
    <FilterBar
      label="Narrow the marks"
      placeholder="Words of the marks"
      filter={filter}
      none={NO_FILTER}
      onFilter={onFilter}
      below={open ? <RareFilters filter={filter} facets={facets} set={set} /> : null}
    >
      <SelectField
        label="Document"
        hideLabel
        value={filter.document}
        options={withAny(
          'any document',
          facets.document.map(([id, count]) => ({ value: id, label: `${facets.names.get(id) ?? ''} (${count})` })),
        )}
        onChange={(document) => set({ document })}
      />
      <SelectField
        label="Claim"
        hideLabel
        value={filter.claim}
        options={withAny(
          'any claim',
          (claims ?? [])
            .toSorted(compareClaims(() => 0))
            .map(({ id, number }) => ({ value: id, label: `${number} (${facets.claim.get(id) ?? 0})` })),
        )}
        onChange={(claim) => set({ claim })}
      />
      <SelectField
        label="Relation"
        hideLabel
        value={filter.relation}
        options={withAny(
          'any relation',
          RELATIONS.map((value) => ({ value, label: `${RELATION_SIGNS[value].word} (${facets.relation.get(value) ?? 0})` })),
        )}
        onChange={(relation) => set({ relation })}
      />
      <SelectField
        label="Linked"
        hideLabel
        value={filter.linked}
        options={withAny('linked or not', [
          { value: 'linked' as const, label: `linked (${facets.linked})` },
          { value: 'unlinked' as const, label: `not linked (${rows.length - facets.linked})` },
        ])}
        onChange={(linked) => set({ linked })}
      />
      <SelectField
        label="State"
        hideLabel
        value={filter.state}
        options={withAny('any state', [
          ...ANCHOR_STATES.map((value) => ({ value, label: `${value} (${facets.state.get(value) ?? 0})` })),
          { value: 'waiting' as const, label: `waits for confirmation (${facets.state.get('waiting') ?? 0})` },
        ])}
        onChange={(state) => set({ state })}
      />
      <Button kind="quiet" icon={SlidersHorizontal} aria-expanded={open} onClick={() => setMore(!open)}>
        {open ? 'Fewer' : rare > 0 ? `More (${rare})` : 'More'}
      </Button>
    </FilterBar>
  )
}

type RareProps = {
  readonly filter: MarkFilter
  readonly facets: Facets
  readonly set: (change: Partial<MarkFilter>) => void
}

/** What marks are seldom narrowed by. */
function RareFilters({ filter, facets, set }: RareProps) {
  return (
    <>
      <SelectField
        label="Kind"
        value={filter.kind}
        options={withAny(
          'any kind',
          ANNOTATION_KINDS.map((value) => ({ value, label: `${ANNOTATION_KIND_WORDS[value]} (${facets.kind.get(value) ?? 0})` })),
        )}
        onChange={(kind) => set({ kind })}
      />
      <SelectField label="Tag" value={filter.tag} options={withAny('any tag', counted(facets.tag))} onChange={(tag) => set({ tag })} />
      <SelectField
        label="Author"
        value={filter.author}
        options={withAny('any author', counted(facets.author))}
        onChange={(author) => set({ author })}
      />
      <SelectField
        label="Text"
        value={filter.origin}
        options={withAny(
          'any text',
          (['embedded', 'ocr', 'typed'] as const).map((value) => ({
            value,
            label: `${ORIGIN_WORDS[value]} (${facets.origin.get(value) ?? 0})`,
          })),
        )}
        onChange={(origin) => set({ origin })}
      />
      <div className={filterStyles.pair}>
        <div className={filterStyles.number}>
          <TextField label="From page" type="number" value={filter.from} onChange={(from) => set({ from })} />
        </div>
        <div className={filterStyles.number}>
          <TextField label="to page" type="number" value={filter.to} onChange={(to) => set({ to })} />
        </div>
      </div>
      <div className={filterStyles.pair}>
        <TextField label="Marked since" type="date" value={filter.since} onChange={(since) => set({ since })} />
        <TextField label="until" type="date" value={filter.until} onChange={(until) => set({ until })} />
      </div>
    </>
  )
}
