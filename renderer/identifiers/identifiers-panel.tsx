import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import { isReadThrough } from '../documents/read-through'
import { useReading } from '../reader/reading'
import { useAll } from '../storage/live'
import { PanelHeader } from '../ui/panel'
import { useWorkbench } from '../workbench/workbench'
import { keyOf } from './grouped'
import { IdentifierList } from './identifier-list'
import { identifierRows } from './identifier-rows'
import styles from './identifiers.module.css'

/** The identifiers of the document that is being read. */
export function IdentifiersPanel() {
  const { document } = useReading()
  const { db, derived } = useWorkbench()
  const [, navigate] = useLocation()
  const rows = useLiveQuery(() => identifierRows(derived).where('documentId').equals(document.id).sortBy('index'), [derived, document.id])
  const whole = useLiveQuery(() => isReadThrough({ db, derived }, document.id), [db, derived, document.id])
  const decisions = useAll('proposalDecisions')
  const documents = useMemo(() => new Map([[document.id, document]]), [document])
  return (
    <section className={styles.panel} aria-label="Identifiers">
      <PanelHeader title="Identifiers" count={rows === undefined ? undefined : new Set(rows.map(keyOf)).size}>
        <Link href={routes.identifiers()}>whole library</Link>
      </PanelHeader>
      {whole === false ? <output className={styles.nothing}>Still looking through the pages…</output> : null}
      {rows?.length === 0 && whole === true ? (
        <p className={styles.nothing}>No contract, award, notice or FOIA numbers, entities, amounts or dates were recognised in the text of this document. Pages that are only a picture have to be recognised first.</p>
      ) : null}
      {rows === undefined || rows.length === 0 ? null : (
        <IdentifierList rows={rows} documents={documents} decisions={decisions ?? []} oneDocument onGo={(row) => navigate(routes.document(row.documentId, { page: row.index, find: row.printed }))} />
      )}
    </section>
  )
}
