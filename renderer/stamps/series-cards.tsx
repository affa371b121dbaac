import type { DocumentId } from '@shared/documents/document'
import type { StampProposal } from '@shared/stamps/propose-stamps'
import { STAMP_KIND_WORDS } from '@shared/stamps/stamp-kind'
import type { StampRule } from '@shared/stamps/stamp-rule'
import { newId } from '@shared/units/ids'
import { Pencil, Trash2, X } from 'lucide-react'
import type { Act } from '../analyses/editing/use-act'
import { Button, IconButton } from '../ui/button'
import { Pill } from '../ui/pill'
import { dismissStampProposal } from './commands/dismiss-stamp-proposal'
import { removeStampRule } from './commands/remove-stamp-rule'
import styles from './numbers-panel.module.css'
import { CONFIDENCE_WORDS, pagesWords, seenWords, spanWords } from './stamp-words'

type ProposalCardProps = {
  readonly proposal: StampProposal
  readonly documentId: DocumentId
  readonly act: Act
  readonly onConfirm: () => void
  readonly onEdit: () => void
  readonly onGo: () => void
}

/** A series that was found: what it says, where, how well it was read, and what the researcher makes of it. */
export function ProposalCard({ proposal, documentId, act, onConfirm, onEdit, onGo }: ProposalCardProps) {
  const span = spanWords(proposal)
  return (
    <article className={styles.proposal} aria-label={`Proposed: ${span}`}>
      <div className={styles.top}>
        <button type="button" className={styles.span} title={span} onClick={onGo}>
          {span}
        </button>
        <Pill tone={proposal.confidence === 'low' ? 'absent' : 'plain'}>{CONFIDENCE_WORDS[proposal.confidence]}</Pill>
      </div>
      <p className={styles.facts}>
        {STAMP_KIND_WORDS[proposal.kind]} · {pagesWords(proposal)} · {seenWords(proposal)}
      </p>
      <div className={styles.buttons}>
        <Button onClick={onConfirm}>Confirm</Button>
        <Button kind="quiet" onClick={onEdit}>
          Edit…
        </Button>
        <IconButton
          label={`Dismiss ${span}`}
          icon={X}
          onClick={() =>
            void act(dismissStampProposal, { id: newId('decision'), documentId, key: proposal.key }, 'Dismissed; it is not proposed again.')
          }
        />
      </div>
    </article>
  )
}

/** A confirmed series. */
export function RuleCard({
  rule,
  act,
  onEdit,
  onGo,
}: {
  readonly rule: StampRule
  readonly act: Act
  readonly onEdit: () => void
  readonly onGo: () => void
}) {
  const span = spanWords(rule)
  const byHand = rule.exceptions.length
  return (
    <article className={styles.rule} aria-label={`Confirmed: ${span}`}>
      <div className={styles.ruleWords}>
        <button type="button" className={styles.span} title={span} onClick={onGo}>
          {span}
        </button>
        <p className={styles.facts} title={`Confirmed by ${rule.author}`}>
          {pagesWords(rule)}
          {byHand === 0 || rule.from === rule.to ? '' : ` · ${byHand} by hand`}
        </p>
      </div>
      <IconButton label={`Edit ${span}`} icon={Pencil} onClick={onEdit} />
      <IconButton
        label={`Remove ${span}`}
        icon={Trash2}
        onClick={() => void act(removeStampRule, { id: rule.id }, 'Removed the page numbers.')}
      />
    </article>
  )
}
