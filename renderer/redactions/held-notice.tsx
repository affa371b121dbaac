import type { DocumentId } from '@shared/documents/document'
import { pageIndex, pageNumberOf } from '@shared/units/pages'
import { useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/field'
import { NearGroups } from '../ui/near-groups'
import { Notice } from '../ui/notice'
import { decideHeldWords } from './commands/decide-held-words'
import styles from './redactions-panel.module.css'
import type { HeldFinding } from './use-redactions'
import { FAILED_WORDS, places } from './words'

/** Places in a group of the list, and the height of one, CSS pixels. */
const GROUP = 25
const PLACE = 84

type Verdict = 'kept-back' | 'dismissed' | 'released'
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  'kept-back': 'kept back for good',
  dismissed: 'no redaction',
  released: 'released',
}

/** Says that words lie under redactions of a document, why care is asked for, and lets the researcher decide about each or all. */
export function HeldNotice({
  documentId,
  held,
  onGo,
}: {
  readonly documentId: DocumentId
  readonly held: readonly HeldFinding[]
  readonly onGo: (page: number) => void
}) {
  const act = useAct()
  const [releasing, setReleasing] = useState<readonly HeldFinding[] | null>(null)
  const [reason, setReason] = useState('')
  const open = held.filter(({ decision }) => decision === null)
  const decide = async (findings: readonly HeldFinding[], verdict: Verdict, why = ''): Promise<boolean> =>
    act(
      decideHeldWords,
      { documentId, findings: findings.map((one) => ({ pageIndex: pageIndex(one.pageIndex), key: one.key })), verdict, reason: why },
      `${places(findings.length)}: ${VERDICT_WORDS[verdict]}.`,
    )
  const release = async (): Promise<void> => {
    if (releasing !== null && (await decide(releasing, 'released', reason))) setReleasing(null)
  }
  if (held.length === 0) return null
  return (
    <section className={styles.held} aria-label="Words under redactions">
      <Notice kind={open.length > 0 ? 'warning' : 'info'}>
        <p>
          <b>
            {open.length > 0
              ? `At ${places(open.length)} words were left under what was to hide them.`
              : 'You have decided about all words under redactions.'}
          </b>
        </p>
        <p>
          Vouch holds them back: they stand as █ in the text, and are not found, quoted, copied or exported. The PDF itself carries them
          still.
        </p>
        <details>
          <summary>Before you release any</summary>
          <ul className={styles.reasons}>
            <li>They may name private people, witnesses or sources, and put them at risk.</li>
            <li>A court order or a statute may forbid publishing them.</li>
            <li>That the agency made a mistake does not mean that it agrees.</li>
            <li>Ask an editor or a lawyer first, and write down what they said.</li>
          </ul>
        </details>
        {open.length > 1 ? (
          <div className={styles.buttons}>
            <Button onClick={() => void decide(open, 'kept-back')}>Keep all back</Button>
            <Button onClick={() => void decide(open, 'dismissed')}>None is a redaction</Button>
            <Button onClick={() => setReleasing(open)}>Release all…</Button>
          </div>
        ) : null}
      </Notice>
      <div className={styles.held}>
        <NearGroups label="Places with words under redactions" items={held} size={GROUP} height={PLACE} className={styles.list}>
          {(one) => (
            <li key={`${one.pageIndex} ${one.key}`} className={styles.finding}>
              <button type="button" className={styles.place} onClick={() => onGo(one.pageIndex)}>
                <span className={styles.page}>p. {pageNumberOf(pageIndex(one.pageIndex))}</span> {FAILED_WORDS[one.kind]}
                {one.decision === null ? null : (
                  <span className={styles.faint}>
                    {VERDICT_WORDS[one.decision.verdict as Verdict]} by {one.decision.author}
                    {one.decision.note === '' ? '' : `: ${one.decision.note}`}
                  </span>
                )}
              </button>
              <div className={styles.buttons}>
                {one.decision?.verdict === 'kept-back' ? null : <Button onClick={() => void decide([one], 'kept-back')}>Keep back</Button>}
                {one.decision?.verdict === 'dismissed' ? null : (
                  <Button kind="quiet" onClick={() => void decide([one], 'dismissed')}>
                    No redaction
                  </Button>
                )}
                {one.decision?.verdict === 'released' ? null : (
                  <Button kind="quiet" onClick={() => setReleasing([one])}>
                    Release…
                  </Button>
                )}
              </div>
            </li>
          )}
        </NearGroups>
      </div>
      {releasing === null ? null : (
        <Dialog
          open
          onClose={() => setReleasing(null)}
          title={`Release the words at ${places(releasing.length)}?`}
          description="They can then be read, found, quoted and exported. Your name, the time and the reason are kept in the custody log."
          footer={
            <>
              <Button onClick={() => setReleasing(null)}>Keep them back</Button>
              <Button kind="danger" disabled={reason.trim() === ''} onClick={() => void release()}>
                Release
              </Button>
            </>
          }
        >
          <TextField
            label="Why, and whom you asked"
            multiline
            rows={3}
            value={reason}
            onChange={setReason}
            hint="Needed: without a reason nothing is released."
          />
        </Dialog>
      )}
    </section>
  )
}
