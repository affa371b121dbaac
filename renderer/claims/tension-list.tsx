import type { Analysis } from '@shared/analyses/analysis'
import type { Claim, ClaimId } from '@shared/claims/claim'
import { type Tension, TENSION_KIND_WORDS } from '@shared/claims/tension'
import { newId } from '@shared/units/ids'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Act } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { Pill } from '../ui/pill'
import { removeTension } from './commands/remove-tension'
import { TensionDialog } from './tension-dialog'
import styles from './tension-list.module.css'

type TensionListProps = {
  readonly analysis: Analysis
  /** All claims of the analysis. */
  readonly claims: readonly Claim[]
  readonly tensions: readonly Tension[]
  /** The claim beside which they stand: it is not named again, and stands in a new tension from the start. */
  readonly beside?: ClaimId
  readonly act: Act
}

/** Claims that pull against each other: what pulls against what, and how it was settled. Noted, changed, settled and removed here. */
export function TensionList({ analysis, claims, tensions, beside, act }: TensionListProps) {
  const [editing, setEditing] = useState<Pick<Tension, 'id' | 'kind' | 'claimIds' | 'text' | 'settled'> | null>(null)
  return (
    <div className={styles.list}>
      {tensions.length === 0 ? null : (
        <ul className={styles.items} aria-label="Tensions">
          {tensions.map((tension) => {
            const named = claims.filter((claim) => tension.claimIds.includes(claim.id) && claim.id !== beside)
            return (
              <li key={tension.id} className={classes(styles.item, tension.settled !== '' && styles.settled)}>
                <div>
                  <p className={styles.facts}>
                    <Pill tone={tension.settled === '' ? 'undercuts' : 'plain'}>{TENSION_KIND_WORDS[tension.kind]}</Pill>
                    {named.length === 0 && beside === undefined ? (
                      <span>between no claims</span>
                    ) : named.length > 0 ? (
                      <span>{beside === undefined ? 'between' : 'with'}</span>
                    ) : null}
                    {named.map((claim) => (
                      <Link key={claim.id} href={routes.claim(analysis.id, claim.id)} className={styles.number} title={claim.text}>
                        {claim.number}
                      </Link>
                    ))}
                  </p>
                  <p>{tension.text}</p>
                  {tension.settled === '' ? null : (
                    <p className={styles.how}>
                      <b>Settled:</b> {tension.settled}
                    </p>
                  )}
                </div>
                <span className={styles.buttons}>
                  <IconButton
                    label={`Change or settle the tension: ${tension.text.slice(0, 60)}`}
                    icon={Pencil}
                    onClick={() => setEditing(tension)}
                  />
                  <IconButton
                    label={`Remove the tension: ${tension.text.slice(0, 60)}`}
                    icon={Trash2}
                    onClick={() => void act(removeTension, { id: tension.id }, 'Tension removed.')}
                  />
                </span>
              </li>
            )
          })}
        </ul>
      )}
      <Button
        kind="quiet"
        icon={Plus}
        className={styles.add}
        onClick={() =>
          setEditing({ id: newId('tension'), kind: 'word', claimIds: beside === undefined ? [] : [beside], text: '', settled: '' })
        }
      >
        Add a tension
      </Button>
      {editing === null ? null : (
        <TensionDialog analysisId={analysis.id} claims={claims} tension={editing} act={act} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}
