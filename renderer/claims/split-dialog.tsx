import { quotationOf } from '@shared/annotations/annotation'
import { RELATION_SIGNS } from '@shared/claims/evidence-link'
import { newId } from '@shared/units/ids'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import { useWorkbench } from '../workbench/workbench'
import type { ClaimDetail } from './claim-detail'
import styles from './claim-dialogs.module.css'
import { claimNumbersGiven } from './claim-numbers'
import { SPLIT_CHOICES, type SplitChoice, splitClaim } from './commands/split-claim'

const WORDS: Readonly<Record<SplitChoice, string>> = { stay: 'stays', go: 'goes with the new claim', both: 'bears on both' }

type SplitDialogProps = {
  readonly detail: ClaimDetail
  readonly act: Act
  readonly onClose: () => void
  readonly onSplit: (id: ClaimDetail['claim']['id']) => void
}

/** Makes two claims of one: what each says, and to which of them each piece of evidence belongs. */
export function SplitDialog({ detail, act, onClose, onSplit }: SplitDialogProps) {
  const { claim, evidence, searches } = detail
  const { db } = useWorkbench()
  const [text, setText] = useState(claim.text)
  const [newText, setNewText] = useState('')
  const [choices, setChoices] = useState<Readonly<Record<string, SplitChoice>>>({})
  const [notes, setNotes] = useState<readonly string[]>([])
  const ready = text.trim() !== '' && newText.trim() !== ''
  const save = async (): Promise<void> => {
    if (!ready) return
    const id = newId('claim')
    const links = evidence.flatMap(({ link }) =>
      choices[link.id] === undefined ? [] : [{ id: link.id, choice: choices[link.id] ?? 'stay' }],
    )
    const numbersGiven = await claimNumbersGiven(db, claim.analysisId)
    const chosen = searches.filter((note) => notes.includes(note.id)).map((note) => note.id)
    if (
      await act(splitClaim, { id: claim.id, text, newId: id, newText, links, searches: chosen, numbersGiven }, `${claim.number} was split.`)
    )
      onSplit(id)
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`Split ${claim.number}`}
      description={`${claim.number} keeps its number and its judgement. The second claim gets the next number, stands right after it, and is not judged yet; sources, readings and what it rests on are the same.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={!ready} onClick={() => void save()}>
            Split
          </Button>
        </>
      }
    >
      <TextField label={`${claim.number} says`} multiline serif value={text} onChange={setText} />
      <TextField label="The new claim says" multiline serif value={newText} onChange={setNewText} />
      {evidence.length === 0 ? null : (
        <fieldset className={styles.checks}>
          <legend>Evidence</legend>
          {evidence.map(({ link, annotation, document }) => (
            <SelectField
              key={link.id}
              label={`${RELATION_SIGNS[link.relation].shape} “${shortened(quotationOf(annotation))}” (${document?.name ?? 'removed document'})`}
              value={choices[link.id] ?? 'stay'}
              options={SPLIT_CHOICES.map((choice) => ({ value: choice, label: WORDS[choice] }))}
              onChange={(choice) => setChoices({ ...choices, [link.id]: choice })}
            />
          ))}
        </fieldset>
      )}
      {searches.length === 0 ? null : (
        <fieldset className={styles.checks}>
          <legend>Searches that bear on the new claim as well</legend>
          {searches.map((note) => (
            <CheckField
              key={note.id}
              label={`${note.where}: ${note.words}`}
              checked={notes.includes(note.id)}
              onChange={(checked) => setNotes(checked ? [...notes, note.id] : notes.filter((id) => id !== note.id))}
            />
          ))}
        </fieldset>
      )}
    </Dialog>
  )
}

const shortened = (quote: string): string => (quote.length > 90 ? `${quote.slice(0, 88)}…` : quote)
