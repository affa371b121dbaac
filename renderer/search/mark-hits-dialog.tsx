import type { Analysis } from '@shared/analyses/analysis'
import { RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import type { ClaimId } from '@shared/claims/claim'
import { useEffect, useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { Progress } from '../ui/progress'
import { Segmented } from '../ui/segmented'
import { throughTexts } from '../whole-texts/through-texts'
import { useWorkbench } from '../workbench/workbench'
import { markHits } from './commands/mark-hits'
import type { FoundRow } from './engine/found'
import { type HitMark, MOST_MARKS, pagesOfRows, type Span } from './passages-of-hits'
import styles from './search-dialogs.module.css'

type MarkHitsProps = {
  readonly rows: readonly FoundRow[]
  readonly asked: string
  readonly analysis: Analysis | null
  readonly act: Act
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says what would be marked, and marks it: sentences or words, with a tag, linked to a claim where one is chosen. */
export function MarkHitsDialog({ rows, asked, analysis, act, onClose, onDone }: MarkHitsProps) {
  const { db, derived } = useWorkbench()
  const claims = (useRecords('claims', 'analysisId', analysis?.id ?? null) ?? [])
    .filter((claim) => claim.mergedInto === undefined)
    .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
  const [span, setSpan] = useState<Span>('sentence')
  const [made, setMade] = useState<{ readonly span: Span; readonly marks: readonly HitMark[] } | null>(null)
  const [read, setRead] = useState({ done: 0, of: 0 })
  const [tag, setTag] = useState('')
  const [claimId, setClaimId] = useState<ClaimId | ''>('')
  const [relation, setRelation] = useState<Relation>('context')
  useEffect(() => {
    const ends = new AbortController()
    const pages = pagesOfRows(rows)
    void throughTexts({ db, derived }, 'hits', { query: asked, span }, pages, {
      signal: ends.signal,
      progress: (done) => setRead({ done, of: pages.length }),
    }).then((marks) => (marks === null ? undefined : setMade({ span, marks: marks.slice(0, MOST_MARKS) })))
    return () => ends.abort()
  }, [db, derived, rows, asked, span])

  const marks = made?.span === span ? made.marks : null
  const pages = new Set(marks?.map(({ documentId, segments }) => `${documentId} ${segments[0]?.pageIndex}`)).size
  const documents = new Set(marks?.map(({ documentId }) => documentId)).size
  const mark = async (): Promise<void> => {
    if (marks === null) return
    const link =
      analysis === null || claimId === '' ? null : { analysisId: analysis.id, claimId, relation, readingIds: [], strength: null, note: '' }
    const tags = tag
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
    if (
      await act(
        markHits,
        { marks, comment: '', tags, link },
        `${numberOf(marks.length, 'mark')} made${link === null ? '' : ' and linked'}.`,
      )
    )
      onDone()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Mark what was found"
      description="Each hit becomes a highlight with its place and words. All of them are one step: Undo takes them back together."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={marks === null || marks.length === 0} onClick={() => void mark()}>
            {marks === null ? 'Mark' : `Make ${numberOf(marks.length, 'mark')}`}
          </Button>
        </>
      }
    >
      <Segmented
        label="What is marked"
        value={span}
        options={[
          { value: 'sentence', label: 'The sentence around each hit' },
          { value: 'words', label: 'Only the words found' },
        ]}
        onChange={setSpan}
      />
      <output className={styles.counted}>
        {marks === null
          ? 'Reading the pages…'
          : marks.length === 0
            ? 'None of the chosen hits stands on a page: marks, notes and claims are not marked again.'
            : `${numberOf(marks.length, 'mark')} on ${numberOf(pages, 'page')} in ${numberOf(documents, 'document')}${marks.length >= MOST_MARKS ? `: no more than ${MOST_MARKS} are made at once` : ''}.`}
      </output>
      {marks === null ? <Progress label="Pages read" {...read} /> : null}
      <TextField label="Tags" value={tag} onChange={setTag} hint="Optional. Put commas between several." />
      <div className={styles.pair}>
        <SelectField
          label="Link to a claim"
          value={claimId}
          options={[
            { value: '' as const, label: 'Do not link' },
            ...claims.map((claim) => ({ value: claim.id, label: `${claim.number} ${claim.text.slice(0, 80)}` })),
          ]}
          onChange={setClaimId}
        />
        <SelectField
          label="Each of them"
          value={relation}
          disabled={claimId === ''}
          options={RELATIONS.map((value) => ({ value, label: `${RELATION_SIGNS[value].shape} ${RELATION_SIGNS[value].word}` }))}
          onChange={setRelation}
        />
      </div>
    </Dialog>
  )
}

const numberOf = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
