import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import { useWatched } from '../app/use-watched'
import { isReadThrough } from '../documents/read-through'
import { useReading } from '../reader/reading'
import { useAll } from '../storage/live'
import { PanelHeader } from '../ui/panel'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import { keyOf } from './grouped'
import { IdentifierList } from './identifier-list'
import { identifierRows } from './identifier-rows'
import styles from './identifiers.module.css'

const NONE: readonly ProposalDecision[] = []

/** The identifiers of the document that is being read. */
export function IdentifiersPanel() {
  const { document } = useReading()
  const { db, derived, examination } = useWorkbench()
  const [, navigate] = useLocation()
  const rows = useLiveQuery(() => identifierRows(derived).where('documentId').equals(document.id).sortBy('index'), [derived, document.id])
  const whole = useLiveQuery(() => isReadThrough({ db, derived }, document.id), [db, derived, document.id])
  const looking = useWatched(examination.progress)
  const decisions = useAll('proposalDecisions')
  const documents = useMemo(() => new Map([[document.id, document]]), [document])
  // Whoever opens the panel waits for this document: it is examined before others.
  useEffect(() => void examination.whenExamined(document.id), [examination, document.id])
  return (
    <section className={styles.panel} aria-label="Identifiers">
      <PanelHeader
        title="Identifiers"
        count={rows === undefined || (whole !== true && rows.length === 0) ? undefined : new Set(rows.map(keyOf)).size}
      >
        <Link href={routes.identifiers()} className={styles.elsewhere}>
          Whole library
        </Link>
      </PanelHeader>
      {whole === false ? (
        <div className={styles.nothing}>
          <output>
            {looking?.documentId === document.id
              ? `Looking through the pages: ${looking.done.toLocaleString('en')} of ${looking.of.toLocaleString('en')}. What is recognised stands here after that.`
              : 'The pages are still to be looked through. What is recognised stands here after that.'}
          </output>
          <Progress
            label="Pages looked through"
            done={looking?.documentId === document.id ? looking.done : 0}
            of={looking?.documentId === document.id ? looking.of : null}
          />
        </div>
      ) : null}
      {rows?.length === 0 && whole === true ? (
        <p className={styles.nothing}>
          No contract, award, notice or FOIA numbers, entities, amounts or dates were recognised in the text of this document. Pages that
          are only a picture have to be recognised first.
        </p>
      ) : null}
      {rows === undefined || rows.length === 0 ? null : (
        <IdentifierList
          rows={rows}
          documents={documents}
          decisions={decisions ?? NONE}
          oneDocument
          onGo={(row) => navigate(routes.document(row.documentId, { page: row.index, find: row.printed }))}
        />
      )}
    </section>
  )
}
