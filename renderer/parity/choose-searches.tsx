import type { AnalysisId } from '@shared/analyses/analysis'
import type { SearchNote } from '@shared/searches/search-note'
import type { ReactNode } from 'react'
import { useRecords } from '../storage/live'
import { CheckField, TextField } from '../ui/field'
import styles from './dialogs.module.css'

/** A search that is recorded together with the cell. */
export type NewSearch = { readonly where: string; readonly words: string; readonly result: string }

type ChooseSearchesProps = {
  readonly analysisId: AnalysisId
  readonly chosen: readonly SearchNote['id'][]
  readonly onChosen: (chosen: readonly SearchNote['id'][]) => void
  readonly made: NewSearch
  readonly onMade: (made: NewSearch) => void
  /** What is said below them. */
  readonly children: ReactNode
}

/** The recorded searches of the analysis to choose from, and fields for another. */
export function ChooseSearches({ analysisId, chosen, onChosen, made, onMade, children }: ChooseSearchesProps) {
  const notes = useRecords('searchNotes', 'analysisId', analysisId) ?? []
  return (
    <fieldset className={styles.choices}>
      <legend>Searches it rests on ({chosen.length})</legend>
      {notes.length === 0 ? null : (
        <div className={styles.list}>
          {notes.map((one) => (
            <CheckField
              key={one.id}
              label={`${one.words === '' ? one.result : one.words}, ${one.where}${one.date === null ? '' : `, ${one.date}`}`}
              checked={chosen.includes(one.id)}
              onChange={(checked) => onChosen(checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
            />
          ))}
        </div>
      )}
      <div className={styles.three}>
        <TextField
          label="Record a search: where"
          value={made.where}
          onChange={(where) => onMade({ ...made, where })}
          placeholder="The department’s own file of 2024"
        />
        <TextField label="Words searched for" value={made.words} onChange={(words) => onMade({ ...made, words })} />
        <TextField label="Result" value={made.result} onChange={(result) => onMade({ ...made, result })} />
      </div>
      {children}
    </fieldset>
  )
}
