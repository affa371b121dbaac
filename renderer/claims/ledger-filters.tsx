import type { Analysis } from '@shared/analyses/analysis'
import { ASSESSMENT_STATUSES, ASSESSMENT_WORDS } from '@shared/claims/assessment'
import { CLAIM_KIND_WORDS, CLAIM_KINDS } from '@shared/claims/claim'
import { LEDGER_POINT_WORDS, LEDGER_POINTS, type LedgerFilter, type LedgerPoint, WHOLE_LEDGER } from '@shared/claims/filter-ledger'
import { Button } from '../ui/button'
import { SelectField, TextField } from '../ui/field'
import styles from './ledger.module.css'

const ANY = 'any'

type LedgerFiltersProps = {
  readonly analysis: Analysis
  readonly filter: LedgerFilter
  /** How many claims each point is true of. */
  readonly counts: Readonly<Record<LedgerPoint, number>>
  readonly shown: number
  readonly of: number
  readonly onFilter: (filter: LedgerFilter) => void
}

/** Narrows the ledger by words, by what is to notice, by judgement, kind and section. */
export function LedgerFilters({ analysis, filter, counts, shown, of, onFilter }: LedgerFiltersProps) {
  const sections = analysis.sections.toSorted((a, b) => a.number - b.number)
  return (
    <div className={styles.filters}>
      <TextField
        label="Words"
        hideLabel
        type="search"
        placeholder="Words or number"
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <SelectField
        label="To notice"
        hideLabel
        value={filter.point ?? ANY}
        options={[
          { value: ANY, label: 'whatever is to notice' },
          ...LEDGER_POINTS.map((point) => ({ value: point, label: `${LEDGER_POINT_WORDS[point]} (${counts[point]})` })),
        ]}
        onChange={(chosen) => onFilter({ ...filter, point: LEDGER_POINTS.find((point) => point === chosen) ?? null })}
      />
      <SelectField
        label="Judgement"
        hideLabel
        value={filter.status ?? ANY}
        options={[
          { value: ANY, label: 'any judgement' },
          ...ASSESSMENT_STATUSES.map((status) => ({ value: status, label: ASSESSMENT_WORDS[status] })),
        ]}
        onChange={(chosen) => onFilter({ ...filter, status: ASSESSMENT_STATUSES.find((status) => status === chosen) ?? null })}
      />
      <SelectField
        label="Kind"
        hideLabel
        value={filter.kind ?? ANY}
        options={[{ value: ANY, label: 'any kind' }, ...CLAIM_KINDS.map((kind) => ({ value: kind, label: CLAIM_KIND_WORDS[kind] }))]}
        onChange={(chosen) => onFilter({ ...filter, kind: CLAIM_KINDS.find((kind) => kind === chosen) ?? null })}
      />
      <SelectField
        label="Section"
        hideLabel
        value={filter.sectionId ?? ANY}
        options={[
          { value: ANY, label: 'any section' },
          ...sections.map((section) => ({ value: section.id, label: `${section.number} · ${section.label}` })),
        ]}
        onChange={(chosen) => onFilter({ ...filter, sectionId: chosen === ANY ? null : chosen })}
      />
      <output className={styles.shown}>
        {shown === of
          ? `${of.toLocaleString('en-US')} ${of === 1 ? 'claim' : 'claims'}`
          : `${shown.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}`}
      </output>
      {shown === of ? null : (
        <Button kind="quiet" onClick={() => onFilter(WHOLE_LEDGER)}>
          Show all
        </Button>
      )}
    </div>
  )
}
