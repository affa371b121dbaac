import type { DocumentId } from '@shared/documents/document'
import type { RedactionProposal } from '@shared/redactions/propose-redactions'
import { useEffect, useMemo, useState } from 'react'
import { useWatched } from '../app/use-watched'
import { useRestingPage } from '../reader/panels/use-resting-page'
import { useReading } from '../reader/reading'
import { PanelHeader } from '../ui/panel'
import { Progress } from '../ui/progress'
import { Segmented } from '../ui/segmented'
import { useWorkbench } from '../workbench/workbench'
import { HeldNotice } from './held-notice'
import { ProposalsToDecide } from './proposals-to-decide'
import styles from './redactions-panel.module.css'
import { useProposalFilter } from './use-proposal-filter'
import { useRedactions } from './use-redactions'
import { WithheldView } from './withheld-view'

/** The redactions of the document that is being read: words left under some, what is proposed, and what is withheld in all. */
export function RedactionsPanel() {
  const { document, pages, column, goTo } = useReading()
  const { examination } = useWorkbench()
  const found = useRedactions(document.id)
  // Whoever opens the panel waits for this document: it is examined before others.
  useEffect(() => void examination.whenExamined(document.id), [examination, document.id])
  const resting = useRestingPage(column)
  const [view, setView] = useState<'proposed' | 'withheld'>('proposed')
  const open = useMemo(() => found?.open ?? [], [found])
  const filter = useProposalFilter(open, resting)
  const go = (page: number, area?: RedactionProposal['area']): void => {
    const box = pages[page]?.box
    const fraction = area === undefined || box === undefined ? 0 : Math.max(0, (box[3] - area.top) / (box[3] - box[1]) - 0.15)
    goTo({ page, fraction }, 'redactions')
  }

  return (
    <section className={styles.panel} aria-label="Redactions">
      <PanelHeader title="Redactions" count={found ? open.length : undefined} />
      {found === null ? <LookingAt documentId={document.id} /> : null}
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
            <ProposalsToDecide filter={filter} of={open.length} onGo={go} />
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

/** How far this document was looked at. */
function LookingAt({ documentId }: { readonly documentId: DocumentId }) {
  const { examination } = useWorkbench()
  const looked = useWatched(examination.progress)
  const progress = looked?.documentId === documentId ? looked : null
  return (
    <div className={styles.remark}>
      <output>
        {progress === null
          ? 'This document is looked at next'
          : `Looking at page ${progress.done.toLocaleString('en')} of ${progress.of.toLocaleString('en')}`}
      </output>
      <Progress label="Pages looked at" done={progress?.done ?? 0} of={progress?.of ?? null} />
    </div>
  )
}
