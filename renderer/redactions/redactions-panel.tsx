import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { NO_CODE } from '@shared/redactions/tally-redactions'
import { pageIndex } from '@shared/units/pages'
import { useEffect, useMemo, useState } from 'react'
import { useAct } from '../analyses/editing/use-act'
import { useWatched } from '../app/use-watched'
import { useRestingPage } from '../reader/panels/use-resting-page'
import { segmentOfBox } from '../reader/passages'
import { useReading } from '../reader/reading'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'
import { PanelHeader } from '../ui/panel'
import { Progress } from '../ui/progress'
import { Segmented } from '../ui/segmented'
import { useWorkbench } from '../workbench/workbench'
import { acceptRedactions } from './commands/accept-redactions'
import { dismissRedactions } from './commands/dismiss-redactions'
import { HeldNotice } from './held-notice'
import { ProposalList } from './proposal-list'
import styles from './redactions-panel.module.css'
import { useRedactions } from './use-redactions'
import { WithheldView } from './withheld-view'
import { codeWithWords } from './words'

const ALL = 'all'

/** The redactions of the document that is being read: words left under some, what is proposed, and what is withheld in all. */
export function RedactionsPanel() {
  const { document, pages, column, goTo } = useReading()
  const { examination } = useWorkbench()
  const act = useAct()
  const found = useRedactions(document.id)
  const progress = useWatched(examination.progress)
  // Whoever opens the panel waits for this document: it is examined before others.
  useEffect(() => void examination.whenExamined(document.id), [examination, document.id])
  const resting = useRestingPage(column)
  const [view, setView] = useState<'proposed' | 'withheld'>('proposed')
  const [code, setCode] = useState(ALL)
  const [where, setWhere] = useState<'document' | 'page'>('document')
  const open = useMemo(() => found?.open ?? [], [found])
  const codes = useMemo(
    () => [...new Set(open.flatMap((proposal) => (proposal.codes.length === 0 ? [NO_CODE] : proposal.codes)))].sort(),
    [open],
  )
  const chosen = codes.includes(code) ? code : ALL
  const shown = useMemo(
    () =>
      open.filter(
        (proposal) =>
          (where === 'document' || proposal.pageIndex === resting) &&
          (chosen === ALL || (chosen === NO_CODE ? proposal.codes.length === 0 : proposal.codes.includes(chosen))),
      ),
    [open, where, resting, chosen],
  )

  const confirm = (proposals: readonly RedactionProposal[]): void => {
    const redactions = proposals.flatMap((proposal) => {
      const page = pages[proposal.pageIndex]
      return page === undefined
        ? []
        : [{ key: proposal.key, codes: [...proposal.codes], segment: segmentOfBox(document, page, null, proposal.area, '') }]
    })
    void act(
      acceptRedactions,
      { documentId: document.id, redactions },
      `${redactions.length === 1 ? 'One redaction' : `${redactions.length} redactions`} confirmed.`,
    )
  }
  const dismiss = (proposals: readonly RedactionProposal[]): void =>
    void act(
      dismissRedactions,
      {
        documentId: document.id,
        proposals: proposals.map((proposal) => ({ pageIndex: pageIndex(proposal.pageIndex), key: proposal.key })),
      },
      `${proposals.length === 1 ? 'One proposal' : `${proposals.length} proposals`} dismissed.`,
    )
  const go = (page: number, area?: RedactionProposal['area']): void => {
    const box = pages[page]?.box
    const fraction = area === undefined || box === undefined ? 0 : Math.max(0, (box[3] - area.top) / (box[3] - box[1]) - 0.15)
    goTo({ page, fraction }, 'redactions')
  }

  return (
    <section className={styles.panel} aria-label="Redactions">
      <PanelHeader title="Redactions" count={found ? open.length : undefined} />
      {found === null ? (
        <div className={styles.remark}>
          <output>
            {progress?.documentId === document.id
              ? `Looking at page ${progress.done.toLocaleString('en')} of ${progress.of.toLocaleString('en')}`
              : 'This document is looked at next'}
          </output>
          <Progress
            label="Pages looked at"
            done={progress?.documentId === document.id ? progress.done : 0}
            of={progress?.documentId === document.id ? progress.of : null}
          />
        </div>
      ) : null}
      {found ? (
        <>
          <div className={styles.tools}>
            <Segmented
              label="What is shown"
              value={view}
              options={[
                { value: 'proposed', label: 'Proposed' },
                { value: 'withheld', label: 'Withheld' },
              ]}
              onChange={setView}
            />
          </div>
          {view === 'withheld' ? null : <HeldNotice documentId={document.id} held={found.held} onGo={go} />}
          {view === 'withheld' ? (
            <WithheldView document={document} pages={pages} found={found} onGo={go} />
          ) : open.length === 0 ? (
            <p className={styles.remark}>
              {found.marks.length + found.dismissed === 0
                ? 'No redactions were found: no boxes over words and no exemption codes that stand alone. Where you see one, draw a box over it (B) and call it a redaction.'
                : `Nothing is left to decide: ${found.marks.length} marked as redactions, ${found.dismissed} dismissed.`}
            </p>
          ) : (
            <>
              <div className={styles.tools}>
                <SelectField
                  label="Code"
                  value={chosen}
                  options={[
                    { value: ALL, label: `All codes (${open.length})` },
                    ...codes.map((one) => ({ value: one, label: codeWithWords(one) })),
                  ]}
                  onChange={setCode}
                />
                <Segmented
                  label="Where"
                  value={where}
                  options={[
                    { value: 'document', label: 'Whole document' },
                    { value: 'page', label: 'This page' },
                  ]}
                  onChange={setWhere}
                />
              </div>
              <div className={styles.buttons}>
                <Button kind="primary" disabled={shown.length === 0} onClick={() => confirm(shown)}>
                  Confirm {shown.length === 1 ? 'this one' : `these ${shown.length}`}
                </Button>
                <Button kind="quiet" disabled={shown.length === 0} onClick={() => dismiss(shown)}>
                  Dismiss
                </Button>
              </div>
              <ProposalList
                proposals={shown}
                onGo={(proposal) => go(proposal.pageIndex, proposal.area)}
                onConfirm={(proposal) => confirm([proposal])}
                onDismiss={(proposal) => dismiss([proposal])}
              />
            </>
          )}
          {found.unseen.length === 0 ? null : (
            <p className={styles.remark}>
              Not looked at, because their drawing could not be followed: page {found.unseen.map((index) => index + 1).join(', ')}.
            </p>
          )}
        </>
      ) : null}
    </section>
  )
}
