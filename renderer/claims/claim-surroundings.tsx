import type { Claim } from '@shared/claims/claim'
import { useState } from 'react'
import { Link } from 'wouter'
import { EditableText } from '../analyses/editing/editable-text'
import { LinesDialog } from '../analyses/editing/lines-dialog'
import type { Act } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { AssessmentPill } from '../ui/assessment-pill'
import { Button } from '../ui/button'
import { RelationSign } from '../ui/relation-sign'
import { type ClaimDetail, claimNamed } from './claim-detail'
import styles from './claim-screen.module.css'
import { TensionList } from './tension-list'
import { editClaim } from './commands/edit-claim'

const TESTS = [
  { key: 'wouldSupport', relation: 'supports', words: 'What would support it' },
  { key: 'wouldContradict', relation: 'contradicts', words: 'What would contradict it' },
  { key: 'wouldQualify', relation: 'qualifies', words: 'What would qualify it' },
] as const

/** What to look for: passages that would bear on the claim, whichever way. */
export function ClaimTests({ claim, act }: { readonly claim: Claim; readonly act: Act }) {
  const [editing, setEditing] = useState<(typeof TESTS)[number] | null>(null)
  return (
    <section className={styles.block} aria-labelledby="tests">
      <h2 id="tests" className={styles.blockTitle}>
        What to look for
      </h2>
      <div className={styles.tests}>
        {TESTS.map((test) => (
          <div key={test.key}>
            <div className={styles.testHead}>
              <h3>
                <RelationSign relation={test.relation} withWord />
              </h3>
              <Button kind="quiet" aria-label={`Edit: ${test.words}`} onClick={() => setEditing(test)}>
                Edit
              </Button>
            </div>
            {claim.tests[test.key].length === 0 ? (
              <p className={styles.third}>Nothing written down.</p>
            ) : (
              <ul className={styles.lines}>
                {claim.tests[test.key].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      {editing === null ? null : (
        <LinesDialog
          title={`${claim.number}: ${editing.words.toLowerCase()}`}
          label={editing.words}
          lines={claim.tests[editing.key]}
          onClose={() => setEditing(null)}
          onSave={(lines) =>
            act(editClaim, { id: claim.id, fields: { tests: { ...claim.tests, [editing.key]: lines } } }, `${claim.number} changed.`)
          }
        />
      )}
    </section>
  )
}

/** What the claim rests on, what pulls against it, its scope and the notes about it. */
export function ClaimSurroundings({ detail, act }: { readonly detail: ClaimDetail; readonly act: Act }) {
  const { claim, analysis } = detail
  const claims = [...detail.others.values()].flatMap((other) => other.claim ?? [])
  const resting = [...detail.others.values()].filter((other) => other.claim?.dependsOn.includes(claim.number)).map((other) => other.number)
  return (
    <>
      <section className={styles.block} aria-labelledby="rests-on">
        <h2 id="rests-on" className={styles.blockTitle}>
          How it stands with other claims
        </h2>
        {claim.dependsOn.length === 0 ? (
          <p className={styles.third}>It rests on no other claim.</p>
        ) : (
          <h3 className={styles.on}>It rests on</h3>
        )}
        <ClaimLinks detail={detail} numbers={claim.dependsOn} />
        {resting.length === 0 ? null : <h3 className={styles.on}>What rests on it</h3>}
        <ClaimLinks detail={detail} numbers={resting} />
        {detail.tensions.length === 0 ? null : <h3 className={styles.on}>What pulls against it</h3>}
        <TensionList analysis={analysis} claims={claims} tensions={detail.tensions} beside={claim.id} act={act} />
      </section>
      <section className={styles.block} aria-labelledby="notes">
        <h2 id="notes" className={styles.blockTitle}>
          Scope and notes
        </h2>
        <EditableText
          label="scope limit"
          value={claim.scopeLimit ?? ''}
          multiline={false}
          empty="Not confined to any material."
          hint="The material to which the claim is confined: “the sources consulted”."
          onSave={(text) => act(editClaim, { id: claim.id, fields: { scopeLimit: text === '' ? null : text } }, `${claim.number} changed.`)}
        >
          Confined to {claim.scopeLimit}.
        </EditableText>
        <EditableText
          label="what would change this"
          value={claim.wouldChange ?? ''}
          empty="Not written down: what would change this?"
          hint="What you would have to find to judge it otherwise. It stands in the dossier."
          onSave={(wouldChange) => act(editClaim, { id: claim.id, fields: { wouldChange } }, `${claim.number} changed.`)}
        >
          <p>
            <span className={styles.third}>What would change this:</span> {claim.wouldChange}
          </p>
        </EditableText>
        <EditableText
          label="notes"
          value={claim.notes}
          empty="No notes."
          onSave={(notes) => act(editClaim, { id: claim.id, fields: { notes } }, `${claim.number} changed.`)}
        />
      </section>
    </>
  )
}

function ClaimLinks({ detail, numbers }: { readonly detail: ClaimDetail; readonly numbers: readonly string[] }) {
  if (numbers.length === 0) return null
  return (
    <ul className={styles.claims}>
      {numbers.map((number) => {
        const named = claimNamed(detail, number)
        return (
          <li key={number} className={styles.named}>
            <span className={styles.mono}>{number}</span>
            {named.claim === null ? (
              <span className={styles.third}>was deleted</span>
            ) : (
              <span>
                <Link href={routes.claim(detail.analysis.id, named.claim.id)}>{named.claim.text}</Link>{' '}
                <AssessmentPill status={named.status} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
