import type { AnalysisId } from '@shared/analyses/analysis'
import type { Claim } from '@shared/claims/claim'
import { type Tension, TENSION_KIND_WORDS, TENSION_KINDS } from '@shared/claims/tension'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SelectField, TextField } from '../ui/field'
import { putTension } from './commands/put-tension'
import { numbersIn } from './numbers-in'

type TensionDialogProps = {
  readonly analysisId: AnalysisId
  /** All claims of the analysis. */
  readonly claims: readonly Claim[]
  readonly tension: Pick<Tension, 'id' | 'kind' | 'claimIds' | 'text' | 'settled'>
  readonly act: Act
  readonly onClose: () => void
}

/** Asks what pulls against what, between which claims, and how it was settled, if it was. */
export function TensionDialog({ analysisId, claims, tension, act, onClose }: TensionDialogProps) {
  const [text, setText] = useState(tension.text)
  const [kind, setKind] = useState(tension.kind)
  const [numbers, setNumbers] = useState(
    claims
      .filter((claim) => tension.claimIds.includes(claim.id))
      .map((claim) => claim.number)
      .join(', '),
  )
  const [settled, setSettled] = useState(tension.settled)
  const named = numbersIn(numbers)
  const chosen = claims.filter((claim) => named.includes(claim.number))
  const unknown = named.filter((number) => !claims.some((claim) => claim.number === number))
  const ready = text.trim() !== '' && chosen.length > 0 && unknown.length === 0
  const save = async (): Promise<void> => {
    if (
      ready &&
      (await act(
        putTension,
        { id: tension.id, analysisId, kind, claimIds: chosen.map((claim) => claim.id), text, settled },
        'Tension kept.',
      ))
    )
      onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Tension between claims"
      description="It weighs nothing. It stands beside each of its claims, and in the dossier, until somebody says how it was settled, and after that with how."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={!ready} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="What pulls against what" multiline value={text} onChange={setText} />
      <TextField
        label="Claims"
        value={numbers}
        onChange={setNumbers}
        placeholder="C01, C23"
        hint="Their numbers; one alone where it pulls against itself."
        error={unknown.length === 0 ? null : `There is no ${unknown.join(', ')} in this analysis.`}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save()
        }}
      />
      <SelectField
        label="Kind"
        value={kind}
        options={TENSION_KINDS.map((one) => ({ value: one, label: TENSION_KIND_WORDS[one] }))}
        onChange={setKind}
      />
      <TextField label="How it was settled" multiline rows={2} value={settled} onChange={setSettled} hint="Leave empty while it is open." />
    </Dialog>
  )
}
