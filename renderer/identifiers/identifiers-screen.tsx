import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import { countUnread } from '../documents/read-through'
import { useAll } from '../storage/live'
import { useLongReading } from '../storage/long-reading'
import { rowsInPieces } from '../storage/rows-in-pieces'
import { EmptyState } from '../ui/empty-state'
import { useWorkbench } from '../workbench/workbench'
import { IdentifierList } from './identifier-list'
import { identifierRows } from './identifier-rows'
import styles from './identifiers.module.css'

/** Identifiers fetched at once. */
const AT_ONCE = 1000

const NONE: readonly ProposalDecision[] = []

/** All identifiers of the library: which contract, request or amount stands in which documents. */
export function IdentifiersScreen() {
  const { db, derived } = useWorkbench()
  const [, navigate] = useLocation()
  const documents = useAll('documents')
  const decisions = useAll('proposalDecisions')
  const rows = useLongReading(
    useCallback(() => identifierRows(derived).count(), [derived]),
    useCallback(() => rowsInPieces(identifierRows(derived), AT_ONCE), [derived]),
  )
  const unread = useLiveQuery(() => countUnread({ db, derived }), [db, derived])
  const byId = useMemo(() => new Map(documents?.map((document) => [document.id, document])), [documents])
  return (
    <section className={styles.screen} aria-label="Identifiers">
      <header className={styles.screenHead}>
        <h1>Identifiers</h1>
        <p>
          Contract, award, notice and FOIA numbers, entities, amounts and dates, as they are printed in the documents of the{' '}
          <Link href={routes.library()}>library</Link>.
        </p>
        {unread === undefined || unread === 0 ? null : (
          <output>
            {unread === 1 ? 'One document is' : `${unread.toLocaleString('en')} documents are`} still to be looked through: what stands in{' '}
            {unread === 1 ? 'it' : 'them'} is not listed yet.
          </output>
        )}
      </header>
      {rows !== undefined && rows.length === 0 && unread === 0 ? (
        <EmptyState title="No identifiers were recognised">
          <p>
            After an import they are looked for in the text of every page, in the background. Pages that are only a picture have to be
            recognised first.
          </p>
        </EmptyState>
      ) : null}
      {rows === undefined || rows.length === 0 || documents === undefined ? null : (
        <IdentifierList
          rows={rows}
          documents={byId}
          decisions={decisions ?? NONE}
          oneDocument={false}
          onGo={(row) => navigate(routes.document(row.documentId, { page: row.index, find: row.printed }))}
        />
      )}
    </section>
  )
}
