import { useLiveQuery } from 'dexie-react-hooks'
import { isTable } from '@shared/documents/document'
import { Link } from 'wouter'
import { useAll } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'
import { routes } from './routes'
import styles from './status-bar.module.css'
import { useChain } from './use-chain'

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** The foot of the window: what is in the library, and whether its custody holds. */
export function StatusBar({ vaultPath }: { readonly vaultPath: string }) {
  const documents = useAll('documents')
  const { db } = useWorkbench()
  const recognised = useLiveQuery(() => db.rows('recognitions').count(), [db]) ?? 0
  const { entries, state } = useChain()
  const paged = documents?.filter((document) => !isTable(document)) ?? []
  const pages = paged.reduce((sum, document) => sum + document.pageCount, 0)
  const without = paged.reduce((sum, document) => sum + document.pageCount - document.pagesWithText, 0)
  const rows = (documents ?? []).reduce((sum, document) => sum + (isTable(document) ? document.pageCount : 0), 0)
  const locked = documents?.filter((document) => document.status !== 'ready').length ?? 0
  const chain = state === 'whole' ? 'chain whole' : state === 'checking' ? 'checking the chain…' : `chain broken at entry ${state.seq}`
  return (
    <footer className={styles.bar}>
      {documents === undefined ? null : (
        <Link href={routes.library()} className={styles.item}>
          {count(documents.length, 'document', 'documents')} · {count(pages, 'page', 'pages')}
          {rows > 0 ? ` · ${count(rows, 'row', 'rows')} of tables` : ''}
          {without > 0 ? ` · ${count(without, 'page', 'pages')} without text of ${without === 1 ? 'its' : 'their'} own` : ''}
          {recognised > 0 ? ` · ${recognised.toLocaleString('en')} recognised` : ''}
          {locked > 0 ? ` · ${locked} not readable yet` : ''}
        </Link>
      )}
      <span className={styles.gap} />
      <span className={typeof state === 'string' ? styles.item : styles.broken}>
        Custody: {count(entries, 'entry', 'entries')}, {chain}
      </span>
      <Link href={routes.settings()} className={styles.item}>
        Vault: {vaultPath}
      </Link>
    </footer>
  )
}
