import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { Check, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { useRowWindow } from '../ui/use-row-window'
import styles from './redactions-panel.module.css'
import { codesWords, proposalWords } from './words'

/** Height of a row, CSS pixels. */
const ROW = 46

type ProposalListProps = {
  readonly proposals: readonly RedactionProposal[]
  readonly onGo: (proposal: RedactionProposal) => void
  readonly onConfirm: (proposal: RedactionProposal) => void
  readonly onDismiss: (proposal: RedactionProposal) => void
}

/** Proposed redactions, one a row: arrows walk, Enter confirms, Delete dismisses. Only the rows in sight are drawn. */
export function ProposalList({ proposals, onGo, onConfirm, onDismiss }: ProposalListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { first, end, show } = useRowWindow(scroller, proposals.length, ROW)
  const [at, setAt] = useState(0)
  const walked = useRef(false)
  const current = Math.min(at, proposals.length - 1)
  useEffect(() => {
    if (!walked.current) return
    walked.current = false
    scroller.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus({ preventScroll: true })
  })
  const press = (event: KeyboardEvent): void => {
    const step =
      event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowUp'
          ? -1
          : event.key === 'Home'
            ? -proposals.length
            : event.key === 'End'
              ? proposals.length
              : 0
    const proposal = proposals[current]
    if (step !== 0) {
      const to = Math.max(0, Math.min(current + step, proposals.length - 1))
      walked.current = true
      setAt(to)
      show(to)
      const next = proposals[to]
      if (next !== undefined) onGo(next)
    } else if (event.key === 'Enter' && proposal !== undefined) {
      walked.current = true
      onConfirm(proposal)
    } else if (event.key === 'Delete' && proposal !== undefined) {
      walked.current = true
      onDismiss(proposal)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.rows} style={{ height: proposals.length * ROW }} aria-label="Proposed redactions">
        {proposals.slice(first, end).map((proposal, offset) => {
          const row = first + offset
          return (
            <li
              key={`${proposal.pageIndex} ${proposal.key}`}
              className={classes(styles.row, row === current && styles.current)}
              style={{ top: row * ROW, height: ROW }}
              aria-setsize={proposals.length}
              aria-posinset={row + 1}
            >
              <button
                type="button"
                className={styles.place}
                tabIndex={row === current ? 0 : -1}
                onKeyDown={press}
                onClick={() => {
                  setAt(row)
                  onGo(proposal)
                }}
              >
                <span>
                  <span className={styles.page}>p. {proposal.pageIndex + 1}</span>{' '}
                  <b className={styles.codes}>{codesWords(proposal.codes)}</b>
                </span>
                <span className={styles.faint}>{proposalWords(proposal)}</span>
              </button>
              <IconButton
                label={`Confirm ${codesWords(proposal.codes)} on page ${proposal.pageIndex + 1}`}
                icon={Check}
                tabIndex={-1}
                onClick={() => onConfirm(proposal)}
              />
              <IconButton
                label={`Dismiss ${codesWords(proposal.codes)} on page ${proposal.pageIndex + 1}`}
                icon={X}
                tabIndex={-1}
                onClick={() => onDismiss(proposal)}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
