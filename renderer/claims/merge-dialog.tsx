import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import type { ClaimDetail } from './claim-detail'
import styles from './claim-dialogs.module.css'
import { mergeClaims } from './commands/merge-claims'

const LINKS = [
  { value: 'move', label: 'moves to it' },
  { value: 'copy', label: 'bears on both' },
] as const

/** Takes a claim into another one, chosen by its number. */
export function MergeDialog({ detail, act, onClose }: { readonly detail: ClaimDetail; readonly act: Act; readonly onClose: () => void }) {
  const { claim } = detail
  const [number, setNumber] = useState('')
  const [links, setLinks] = useState<(typeof LINKS)[number]['value']>('move')
  const wanted = number.trim().toUpperCase()
  const into = detail.others.get(wanted)?.claim ?? null
  const error =
    wanted === ''
      ? null
      : into === null
        ? `There is no ${wanted} in this analysis.`
        : into.id === claim.id
          ? 'Choose another claim.'
          : into.mergedInto !== undefined
            ? `${wanted} was merged into ${into.mergedInto} itself.`
            : null
  const save = async (): Promise<void> => {
    if (into === null || error !== null) return
    if (await act(mergeClaims, { id: claim.id, into: into.id, links }, `${claim.number} merged into ${into.number}.`)) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge ${claim.number} into another claim`}
      description={`${claim.number} keeps its number, text and history, and is shown as merged. What rests on it, its searches, tensions and sources are the other claim’s from then on.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={into === null || error !== null} onClick={() => void save()}>
            Merge
          </Button>
        </>
      }
    >
      <TextField
        label="Into"
        value={number}
        onChange={setNumber}
        placeholder="C05"
        error={error}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
      {into === null || error !== null ? null : <blockquote className={styles.quote}>{into.text}</blockquote>}
      <SelectField label="Its evidence" value={links} options={LINKS} onChange={setLinks} />
    </Dialog>
  )
}
