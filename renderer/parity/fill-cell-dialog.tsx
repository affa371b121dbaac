import type { ShownCell } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS, PARITY_STATES, type ParityState } from '@shared/parity/parity-cell'
import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { PARITY_SIGNS } from '@shared/parity/state-signs'
import type { SearchNote } from '@shared/searches/search-note'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { usePreference } from '../preferences/preferences'
import { putSearchNote } from '../searches/commands/put-search-note'
import { today } from '../searches/today'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { ChoosePassages } from './choose-passages'
import { ChooseSearches, type NewSearch } from './choose-searches'
import { fillParityCell } from './commands/fill-parity-cell'
import styles from './dialogs.module.css'

type Props = {
  readonly matrix: ParityMatrix
  readonly shown: ShownCell
  readonly wanted: ParityState | null
  readonly act: Act
  readonly onClose: () => void
}

/** Fills a cell by hand: what was found, in a note, and what it rests on: passages and cells of tables that are marked, and recorded searches. */
export function FillCellDialog({ matrix, shown, wanted, act, onClose }: Props) {
  const { cell, element, agency, year } = shown
  const [researcher] = usePreference('researcherName')
  const [state, setState] = useState<ParityState>(wanted ?? shown.state)
  const [note, setNote] = useState(cell?.note ?? '')
  const [marks, setMarks] = useState(cell?.annotationIds ?? [])
  const [searches, setSearches] = useState(cell?.searchNoteIds ?? [])
  const [made, setMade] = useState<NewSearch>({ where: '', words: '', result: '' })

  const recorded = made.where.trim() !== '' && (made.words.trim() !== '' || made.result.trim() !== '')
  const unsearched = state === 'not-found' && searches.length === 0 && !recorded
  /** Records the new search; its id when that was done. */
  const record = async (): Promise<SearchNote['id'] | null> => {
    const search = {
      id: newId('search'),
      analysisId: matrix.analysisId,
      claimIds: [],
      where: made.where.trim(),
      words: made.words.trim(),
      date: today(),
      by: researcher,
      documentIds: [],
      hits: state === 'not-found' ? 0 : null,
      result: made.result.trim(),
      wouldHaveShown: '',
    }
    return (await act(putSearchNote, search)) ? search.id : null
  }
  const save = async (): Promise<void> => {
    const recordedAs = recorded ? await record() : undefined
    if (recordedAs === null) return
    const cellNow = {
      matrixId: matrix.id,
      elementId: element.id,
      agencyId: agency.id,
      year,
      state,
      note: note.trim(),
      annotationIds: marks,
      searchNoteIds: recordedAs === undefined ? searches : [...searches, recordedAs],
    }
    if (await act(fillParityCell, cellNow, 'Cell filled.')) onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`${element.label}, ${agency.short} ${year}`}
      description="What you found out for this cell, and what it rests on. Counts from a table stay as long as the state does."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={unsearched} onClick={() => void save()}>
            Fill the cell
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!unsearched) void save()
        }}
      >
        <SelectField
          label="What was disclosed"
          value={state}
          options={PARITY_STATES.map((one) => ({ value: one, label: `${PARITY_SIGNS[one].shape} ${PARITY_STATE_WORDS[one]}` }))}
          onChange={setState}
          hint={PARITY_SIGNS[state].means}
        />
        <TextField label="Note" multiline rows={2} value={note} onChange={setNote} hint="How you come to it, and what is open." />
        <ChoosePassages chosen={marks} onChosen={setMarks} />
        <ChooseSearches analysisId={matrix.analysisId} chosen={searches} onChosen={setSearches} made={made} onMade={setMade}>
          {unsearched ? (
            <p className={styles.hint}>“Looked and not found” needs a search: choose one, or record where you looked and for what.</p>
          ) : null}
        </ChooseSearches>
      </form>
    </Dialog>
  )
}
