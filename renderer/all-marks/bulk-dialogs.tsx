import { tagsIn } from '@shared/annotations/tags'
import { type ClaimId, compareClaims } from '@shared/claims/claim'
import { RELATION_SIGNS, RELATIONS, type Relation } from '@shared/claims/evidence-link'
import { counted } from '@shared/dossier/words'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import { changeMarks } from '../annotations/commands/change-marks'
import { confirmApproximate } from '../annotations/commands/confirm-approximate'
import { linkMarks } from '../annotations/commands/link-marks'
import { TagField } from '../annotations/tag-field'
import { useRun } from '../annotations/use-run'
import { useCurrentAnalysis } from '../app/use-current-analysis'
import { usePreference } from '../preferences/preferences'
import { useRecords } from '../storage/live'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import { Segmented } from '../ui/segmented'
import { facetOf, isWaiting, type MarkRow } from './mark-rows'
import styles from './marks-screen.module.css'

export type BulkDialog = 'link' | 'tag' | 'confirm'
type Props = { readonly rows: readonly MarkRow[]; readonly onClose: () => void }

/** Asks what is to be done with the marks that are chosen. */
export function BulkDialogs({ kind, rows, onClose }: Props & { readonly kind: BulkDialog }) {
  if (kind === 'link') return <LinkDialog rows={rows} onClose={onClose} />
  return kind === 'tag' ? <TagDialog rows={rows} onClose={onClose} /> : <ConfirmDialog rows={rows.filter(isWaiting)} onClose={onClose} />
}

function LinkDialog({ rows, onClose }: Props) {
  const run = useRun()
  const analysis = useCurrentAnalysis()
  const claims =
    useRecords('claims', 'analysisId', analysis?.id ?? null)
      ?.filter((claim) => claim.mergedInto === undefined)
      .toSorted(compareClaims(() => 0)) ?? []
  const [lastClaim] = usePreference('lastClaim')
  const [lastRelation] = usePreference('lastRelation')
  const [claim, setClaim] = useState<ClaimId | ''>('')
  const [relation, setRelation] = useState<Relation>(lastRelation)
  const [note, setNote] = useState('')
  const target = claims.find((one) => one.id === (claim === '' ? lastClaim : claim)) ?? claims[0]
  const link = async (): Promise<void> => {
    if (analysis === null || target === undefined) return
    const marks = rows.map((row) => ({ annotationId: row.id, linkId: newId('evidence') }))
    if (
      await run(linkMarks, {
        marks,
        link: { analysisId: analysis.id, claimId: target.id, relation, readingIds: [], strength: null, note: note.trim() },
      })
    )
      onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Link ${counted(rows.length, 'mark')} to a claim`}
      description={claims.length === 0 ? 'This analysis has no claims yet.' : undefined}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={target === undefined} onClick={() => void link()}>
            Link
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SelectField
          label="Claim"
          value={target?.id ?? ''}
          options={claims.map(({ id, number, text }) => ({
            value: id,
            label: `${number}: ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`,
          }))}
          onChange={(id) => setClaim(id)}
        />
        <SelectField
          label="How they bear on it"
          value={relation}
          options={RELATIONS.map((value) => ({ value, label: `${RELATION_SIGNS[value].shape} ${RELATION_SIGNS[value].word}` }))}
          onChange={setRelation}
        />
        <TextField label="Note on each link" multiline rows={2} value={note} onChange={setNote} />
      </div>
    </Dialog>
  )
}

function TagDialog({ rows, onClose }: Props) {
  const run = useRun()
  const [how, setHow] = useState<'add' | 'remove'>('add')
  const [tags, setTags] = useState('')
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const known = facetOf(rows, (row) => row.annotation.tags)
  const save = async (): Promise<void> => {
    if (
      await run(changeMarks, {
        ids: rows.map((row) => row.id),
        addTags: how === 'add' ? tagsIn(tags) : [],
        removeTags: how === 'remove' ? [...off] : [],
        kind: null,
      })
    )
      onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Tags of ${counted(rows.length, 'mark')}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={how === 'add' ? tagsIn(tags).length === 0 : off.size === 0} onClick={() => void save()}>
            {how === 'add' ? 'Add the tags' : 'Take the tags off'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {known.length === 0 ? null : (
          <Segmented
            label="What to do"
            value={how}
            options={[
              { value: 'add', label: 'Add' },
              { value: 'remove', label: 'Take off' },
            ]}
            onChange={setHow}
          />
        )}
        {how === 'add' ? (
          <TagField value={tags} onChange={setTags} />
        ) : (
          <div className={styles.checks}>
            {known.map(([tag, count]) => (
              <CheckField
                key={tag}
                label={`${tag} (${count})`}
                checked={off.has(tag)}
                onChange={(checked) => {
                  const next = new Set(off)
                  if (checked) next.add(tag)
                  else next.delete(tag)
                  setOff(next)
                }}
              />
            ))}
          </div>
        )}
      </div>
    </Dialog>
  )
}

function ConfirmDialog({ rows, onClose }: Props) {
  const run = useRun()
  const confirm = async (): Promise<void> => {
    if (await run(confirmApproximate, { ids: rows.map((row) => row.id) })) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Confirm ${counted(rows.length, 'approximate match', 'approximate matches')}`}
      description="With your name and the time, you say of each that the likeness is the passage. From then on they are cited as confirmed likenesses. Compare them one by one where you have not seen them."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={() => void confirm()}>
            Confirm all
          </Button>
        </>
      }
    >
      <ul className={styles.changed}>
        {rows.map((row) => (
          <li key={row.id}>
            <q dir="auto">{row.quote}</q>
            <span className={styles.hint}>
              p. {row.page}, {row.document?.name}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
