import type { Analysis } from '@shared/analyses/analysis'
import type { Claim } from '@shared/claims/claim'
import type { Source } from '@shared/sources/source'
import { useState } from 'react'
import type { Act } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { CheckField, SelectField, TextField } from '../ui/field'
import { KindAndSection } from './kind-and-section'
import styles from './claim-dialogs.module.css'
import { numbersIn } from './numbers-in'
import { editClaim } from './commands/edit-claim'

type ClaimDetailsDialogProps = {
  readonly claim: Claim
  readonly analysis: Analysis
  readonly sources: readonly Source[]
  /** Numbers of all claims of the analysis. */
  readonly numbers: readonly string[]
  readonly act: Act
  readonly onClose: () => void
}

const SCOPES = [
  { value: 'unsaid', label: 'not said' },
  { value: 'sole', label: 'one source alone carries the claim' },
  { value: 'shared', label: 'a cluster: the text does not say which of them carries it' },
] as const

/** Changes where a claim stands: kind, section, cited sources, the claims it rests on. Its number stays. */
export function ClaimDetailsDialog({ claim, analysis, sources, numbers, act, onClose }: ClaimDetailsDialogProps) {
  const [kind, setKind] = useState(claim.kind)
  const [sectionId, setSectionId] = useState(claim.sectionId)
  const [cited, setCited] = useState(claim.citedSources)
  const [scope, setScope] = useState<(typeof SCOPES)[number]['value']>(claim.citationScope ?? 'unsaid')
  const [restsOn, setRestsOn] = useState(claim.dependsOn.join(', '))
  const named = numbersIn(restsOn)
  const unknown = named.filter((number) => !numbers.includes(number) && !claim.dependsOn.includes(number))
  const save = async (): Promise<void> => {
    if (unknown.length > 0) return
    const fields = { kind, sectionId, citedSources: cited, citationScope: scope === 'unsaid' ? null : scope, dependsOn: named }
    if (await act(editClaim, { id: claim.id, fields }, `${claim.number} changed.`)) onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${claim.number}: kind, section, sources`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={unknown.length > 0} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <KindAndSection sections={analysis.sections} kind={kind} onKind={setKind} section={sectionId} onSection={setSectionId} />
      {sources.length === 0 ? null : (
        <fieldset className={styles.checks}>
          <legend>Cited sources</legend>
          {sources.map((source) => (
            <CheckField
              key={source.id}
              label={`[${source.number}] ${source.title ?? 'title unknown'}`}
              checked={cited.includes(source.number)}
              onChange={(checked) =>
                setCited(checked ? [...cited, source.number].sort((a, b) => a - b) : cited.filter((number) => number !== source.number))
              }
            />
          ))}
        </fieldset>
      )}
      <SelectField label="How they are cited" value={scope} options={SCOPES} onChange={setScope} />
      <TextField
        label="Rests on"
        value={restsOn}
        onChange={setRestsOn}
        placeholder="C01, C03"
        hint="Numbers of the claims from which this one follows."
        error={unknown.length === 0 ? null : `There is no ${unknown.join(', ')} in this analysis.`}
      />
    </Dialog>
  )
}
