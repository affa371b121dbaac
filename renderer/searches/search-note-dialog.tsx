import type { AnalysisId } from '@shared/analyses/analysis'
import type { ClaimId } from '@shared/claims/claim'
import { type SearchNote, searchNoteSchema } from '@shared/searches/search-note'
import { newId } from '@shared/units/ids'
import { partialDateSchema } from '@shared/units/time'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { usePreference } from '../preferences/preferences'
import { useAll } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, TextField } from '../ui/field'
import { putSearchNote } from './commands/put-search-note'
import styles from './search-note.module.css'

type SearchNoteDialogProps = {
  readonly analysisId: AnalysisId
  readonly claim: { readonly id: ClaimId; readonly number: string }
  /** The note to change; null for a new one. */
  readonly note: SearchNote | null
  readonly act: Act
  readonly onClose: () => void
}

/** Records a search that bears on a claim: where, for what, when, by whom, with what result, and what would have shown it. */
export function SearchNoteDialog({ analysisId, claim, note, act, onClose }: SearchNoteDialogProps) {
  const [researcher] = usePreference('researcherName')
  const documents = useAll('documents') ?? []
  const [where, setWhere] = useState(note?.where ?? 'the library')
  const [words, setWords] = useState(note?.words ?? '')
  const [date, setDate] = useState<string>(note === null ? today() : (note.date ?? ''))
  const [by, setBy] = useState<string | null>(note?.by ?? null)
  const [hits, setHits] = useState(note === null ? '0' : (note.hits ?? '').toString())
  const [result, setResult] = useState(note?.result ?? '')
  const [shown, setShown] = useState(note?.wouldHaveShown ?? '')
  const [searched, setSearched] = useState<'these' | 'all' | 'none'>(note === null ? 'all' : note.documentIds.length === 0 ? 'none' : 'these')
  const documentIds = searched === 'none' ? [] : searched === 'these' && note !== null ? note.documentIds : documents.filter((one) => one.status === 'ready').map((one) => one.id)

  const dated = date.trim() === '' ? null : partialDateSchema.safeParse(date.trim())
  const count = hits.trim() === '' ? null : searchNoteSchema.unwrap().shape.hits.safeParse(Number(hits))
  const wrong = dated?.success === false || count?.success === false || where.trim() === '' || (words.trim() === '' && result.trim() === '')
  const save = async (): Promise<void> => {
    if (dated?.success === false || count?.success === false) return
    const kept = {
      id: note?.id ?? newId('search'),
      analysisId,
      claimIds: note?.claimIds ?? [claim.id],
      where: where.trim(),
      words: words.trim(),
      date: dated?.data ?? null,
      by: (by ?? researcher).trim(),
      documentIds,
      hits: count?.data ?? null,
      result: result.trim(),
      wouldHaveShown: shown.trim(),
    }
    if (await act(putSearchNote, kept, note === null ? `Search recorded for ${claim.number}.` : 'Search note changed.')) onClose()
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={note === null ? `Record a search for ${claim.number}` : 'Change the search note'}
      description="Looked and not found is worth writing down. A recorded search can be evidence of absence, with less weight than a document."
      footer={
        <>
          <Button onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" disabled={wrong} onClick={() => void save()}>
            {note === null ? 'Record search' : 'Save'}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <TextField label="Words searched for" value={words} onChange={setWords} placeholder="procurement inventory" />
        <TextField label="Where" value={where} onChange={setWhere} hint="The library, a web page, a reading room." />
      </div>
      <CheckField
        label={searched === 'these' ? `Documents searched: ${documentIds.length}, as recorded` : `All ${documents.filter((one) => one.status === 'ready').length} readable documents of the library were searched`}
        checked={searched !== 'none'}
        onChange={(checked) => setSearched(checked ? 'all' : 'none')}
        hint="They are recorded by hash, so that the search can be repeated over the same files."
      />
      <div className={styles.three}>
        <TextField label="When" value={date} onChange={setDate} hint="2026, 2026-02 or 2026-02-01" error={dated?.success === false ? 'Write 2026, 2026-02 or 2026-02-01.' : null} />
        <TextField label="By" value={by ?? researcher} onChange={setBy} />
        <TextField label="Hits" value={hits} onChange={setHits} hint="Empty if not counted." error={count?.success === false ? 'Write a whole number.' : null} />
      </div>
      <TextField label="Result" multiline rows={2} value={result} onChange={setResult} placeholder="No list of purchases; two press statements." />
      <TextField label="What would have shown it" multiline rows={2} value={shown} onChange={setShown} hint="What the search would have turned up if the thing were there." />
    </Dialog>
  )
}

/** Today in the time zone of the machine, `2026-11-22`. */
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
