import { firstSegment, quotationOf } from '@shared/annotations/annotation'
import type { ShownCell } from '@shared/parity/matrix-view'
import { PARITY_STATE_WORDS, PARITY_STATES, type ParityState } from '@shared/parity/parity-cell'
import type { ParityMatrix } from '@shared/parity/parity-matrix'
import { PARITY_SIGNS } from '@shared/parity/state-signs'
import { newId } from '@shared/units/ids'
import { pageNumberOf } from '@shared/units/pages'
import { partialDateSchema } from '@shared/units/time'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { usePreference } from '../preferences/preferences'
import { putSearchNote } from '../searches/commands/put-search-note'
import { useAll, useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import { fillParityCell } from './commands/fill-parity-cell'
import styles from './dialogs.module.css'

const shortened = (words: string): string => (words.length > 160 ? `${words.slice(0, 110)}… ${words.slice(-46)}` : words)

/** Marks shown to choose from; words narrow them. */
const SHOWN = 40

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
  const annotations = useAll('annotations') ?? []
  const documents = new Map((useAll('documents') ?? []).map((document) => [document.id, document.name]))
  const notes = useRecords('searchNotes', 'analysisId', matrix.analysisId) ?? []
  const [state, setState] = useState<ParityState>(wanted ?? shown.state)
  const [note, setNote] = useState(cell?.note ?? '')
  const [marks, setMarks] = useState(cell?.annotationIds ?? [])
  const [searches, setSearches] = useState(cell?.searchNoteIds ?? [])
  const [words, setWords] = useState('')
  const [where, setWhere] = useState('')
  const [sought, setSought] = useState('')
  const [result, setResult] = useState('')

  const recorded = where.trim() !== '' && (sought.trim() !== '' || result.trim() !== '')
  const unsearched = state === 'not-found' && searches.length === 0 && !recorded
  const wordsOf = (id: string): string => {
    const mark = annotations.find((one) => one.id === id)
    return mark === undefined
      ? ''
      : `${quotationOf(mark) || 'a marked area'} · ${documents.get(mark.documentId) ?? 'removed document'}, page ${pageNumberOf(firstSegment(mark).pageIndex)}`
  }
  const fits = annotations
    .filter((mark) => marks.includes(mark.id) || words.trim() === '' || wordsOf(mark.id).toLowerCase().includes(words.trim().toLowerCase()))
    .sort((a, b) => Number(marks.includes(b.id)) - Number(marks.includes(a.id)) || b.createdAt.localeCompare(a.createdAt))

  const save = async (): Promise<void> => {
    let searchNoteIds = searches
    if (recorded) {
      const now = new Date()
      const date = partialDateSchema.parse(
        `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`,
      )
      const made = {
        id: newId('search'),
        analysisId: matrix.analysisId,
        claimIds: [],
        where: where.trim(),
        words: sought.trim(),
        date,
        by: researcher,
        documentIds: [],
        hits: state === 'not-found' ? 0 : null,
        result: result.trim(),
        wouldHaveShown: '',
      }
      if (!(await act(putSearchNote, made))) return
      searchNoteIds = [...searches, made.id]
    }
    if (
      await act(
        fillParityCell,
        {
          matrixId: matrix.id,
          elementId: element.id,
          agencyId: agency.id,
          year,
          state,
          note: note.trim(),
          annotationIds: marks,
          searchNoteIds,
        },
        'Cell filled.',
      )
    )
      onClose()
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
        <fieldset className={styles.choices}>
          <legend>Passages it rests on ({marks.length})</legend>
          {annotations.length === 0 ? (
            <p className={styles.hint}>
              Nothing is marked yet. Passages of documents and cells of tables that you mark can be chosen here.
            </p>
          ) : (
            <>
              <TextField
                label="Words in the passages"
                hideLabel
                type="search"
                placeholder="Words in the quotation or the document’s name"
                value={words}
                onChange={setWords}
              />
              <div className={styles.list}>
                {fits.slice(0, SHOWN).map((mark) => (
                  <CheckField
                    key={mark.id}
                    label={shortened(wordsOf(mark.id))}
                    checked={marks.includes(mark.id)}
                    onChange={(checked) => setMarks(checked ? [...marks, mark.id] : marks.filter((id) => id !== mark.id))}
                  />
                ))}
              </div>
              {fits.length > SHOWN ? <p className={styles.hint}>{fits.length - SHOWN} more; words narrow them.</p> : null}
            </>
          )}
        </fieldset>
        <fieldset className={styles.choices}>
          <legend>Searches it rests on ({searches.length})</legend>
          {notes.length === 0 ? null : (
            <div className={styles.list}>
              {notes.map((one) => (
                <CheckField
                  key={one.id}
                  label={`${one.words === '' ? one.result : one.words}, ${one.where}${one.date === null ? '' : `, ${one.date}`}`}
                  checked={searches.includes(one.id)}
                  onChange={(checked) => setSearches(checked ? [...searches, one.id] : searches.filter((id) => id !== one.id))}
                />
              ))}
            </div>
          )}
          <div className={styles.three}>
            <TextField label="Record a search: where" value={where} onChange={setWhere} placeholder="The department’s own file of 2024" />
            <TextField label="Words searched for" value={sought} onChange={setSought} />
            <TextField label="Result" value={result} onChange={setResult} />
          </div>
          {unsearched ? (
            <p className={styles.hint}>“Looked and not found” needs a search: choose one, or record where you looked and for what.</p>
          ) : null}
        </fieldset>
      </form>
    </Dialog>
  )
}
