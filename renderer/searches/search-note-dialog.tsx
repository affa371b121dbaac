import type { AnalysisId } from '@shared/analyses/analysis'
import type { AnnotationId } from '@shared/annotations/annotation'
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
import { ClaimChoice } from './claim-choice'
import { putSearchNote } from './commands/put-search-note'
import { type Extras, SearchNoteExtras } from './search-note-extras'
import { today } from './today'
import styles from './search-note.module.css'

type SearchNoteDialogProps = {
  readonly analysisId: AnalysisId
  /** Claims on which a new note bears unless the researcher chooses others. */
  readonly claims: readonly ClaimId[]
  /** The mark that a new note rests on: a letter that says so. */
  readonly letter?: { readonly id: AnnotationId; readonly words: string; readonly document: string } | undefined
  /** The note to change; null for a new one. */
  readonly note: SearchNote | null
  readonly act: Act
  readonly onClose: () => void
}

/** Records a search that bears on a claim: where, for what, when, by whom, with what result, and what would have shown it. */
export function SearchNoteDialog({ analysisId, claims, letter, note, act, onClose }: SearchNoteDialogProps) {
  const [researcher] = usePreference('researcherName')
  const documents = useAll('documents') ?? []
  const [where, setWhere] = useState(note?.where ?? (letter === undefined ? 'the library' : ''))
  const [words, setWords] = useState(note?.words ?? '')
  const [date, setDate] = useState<string>(note === null ? today() : (note.date ?? ''))
  const [by, setBy] = useState<string | null>(note?.by ?? null)
  const [hits, setHits] = useState(note === null ? '0' : (note.hits ?? '').toString())
  const [result, setResult] = useState(note?.result ?? (letter === undefined ? '' : `${letter.document} says: “${letter.words}”`))
  const [claimIds, setClaimIds] = useState(note?.claimIds ?? claims)
  const [extras, setExtras] = useState<Extras>({
    version: note?.version ?? '',
    couldHaveHeld: note?.couldHaveHeld ?? 'unknown',
    expires: note?.expires ?? '',
  })
  const [shown, setShown] = useState(note?.wouldHaveShown ?? '')
  const [searched, setSearched] = useState<'these' | 'all' | 'none'>(
    note === null ? (letter === undefined ? 'all' : 'none') : note.documentIds.length === 0 ? 'none' : 'these',
  )
  const documentIds =
    searched === 'none'
      ? []
      : searched === 'these' && note !== null
        ? note.documentIds
        : documents.filter((one) => one.status === 'ready').map((one) => one.id)

  const dated = date.trim() === '' ? null : partialDateSchema.safeParse(date.trim())
  const count = hits.trim() === '' ? null : searchNoteSchema.unwrap().shape.hits.safeParse(Number(hits))
  const expires = extras.expires.trim() === '' ? null : partialDateSchema.safeParse(extras.expires.trim())
  const annotationId = note?.annotationId ?? letter?.id
  const wrong =
    expires?.success === false ||
    dated?.success === false ||
    count?.success === false ||
    where.trim() === '' ||
    (words.trim() === '' && result.trim() === '')
  const save = async (): Promise<void> => {
    if (wrong) return
    const kept = {
      id: note?.id ?? newId('search'),
      analysisId,
      claimIds,
      where: where.trim(),
      words: words.trim(),
      date: dated?.data ?? null,
      by: (by ?? researcher).trim(),
      documentIds,
      hits: count?.data ?? null,
      result: result.trim(),
      wouldHaveShown: shown.trim(),
      version: extras.version.trim(),
      couldHaveHeld: extras.couldHaveHeld,
      expires: expires?.data ?? null,
      ...(annotationId === undefined ? {} : { annotationId }),
    }
    if (await act(putSearchNote, kept, note === null ? 'Search recorded.' : 'Search note changed.')) onClose()
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={note !== null ? 'Change the search note' : letter === undefined ? 'Record a search' : 'Record what a letter says was searched'}
      description="Looked and not found is worth writing down. A recorded search can be evidence of absence, with less weight than a document."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
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
      {annotationId === undefined ? null : (
        <p className={styles.second}>It rests on a mark in a document, and the dossier cites that passage.</p>
      )}
      <CheckField
        label={
          searched === 'these'
            ? `Documents searched: ${documentIds.length}, as recorded`
            : `All ${documents.filter((one) => one.status === 'ready').length} readable documents of the library were searched`
        }
        checked={searched !== 'none'}
        onChange={(checked) => setSearched(checked ? 'all' : 'none')}
        hint="They are recorded by hash, so that the search can be repeated over the same files."
      />
      <div className={styles.three}>
        <TextField
          label="When"
          value={date}
          onChange={setDate}
          hint="2026, 2026-02 or 2026-02-01"
          error={dated?.success === false ? 'Write 2026, 2026-02 or 2026-02-01.' : null}
        />
        <TextField label="By" value={by ?? researcher} onChange={setBy} />
        <TextField
          label="Hits"
          value={hits}
          onChange={setHits}
          hint="Empty if not counted."
          error={count?.success === false ? 'Write a whole number.' : null}
        />
      </div>
      <TextField
        label="Result"
        multiline
        rows={2}
        value={result}
        onChange={setResult}
        placeholder="No list of purchases; two press statements."
      />
      <SearchNoteExtras extras={extras} onChange={setExtras} wrongExpiry={expires?.success === false} />
      <TextField
        label="What would have shown it"
        multiline
        rows={2}
        value={shown}
        onChange={setShown}
        hint="What the search would have turned up if the thing were there."
      />
      <ClaimChoice analysisId={analysisId} chosen={claimIds} onChange={setClaimIds} />
    </Dialog>
  )
}
