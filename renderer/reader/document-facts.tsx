import type { Document } from '@shared/documents/document'
import { useRecords } from '../storage/live'
import { useWorkbench } from '../workbench/workbench'
import { PanelHeader } from '../ui/panel'
import { useToast } from '../ui/toast'
import styles from './document-facts.module.css'

const day = (timestamp: string): string =>
  new Date(timestamp).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "text on all 7 pages", "text on 3 of 7 pages, 4 pictures". */
function textWords({ pageCount, pagesWithText, pagesImageOnly }: Document): string {
  const text = pagesWithText === pageCount ? 'text on all' : pagesWithText === 0 ? 'text on none' : `text on ${pagesWithText}`
  return pagesImageOnly === 0 ? text : `${text} · ${pagesImageOnly} only ${pagesImageOnly === 1 ? 'a picture' : 'pictures'}`
}

/** What is known of the document: its hash, its pages, when it came in and how it came out. */
export function DocumentFacts({ document }: { readonly document: Document }) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const events = useRecords('disclosureEvents', 'documentId', document.id) ?? []
  const copy = async (): Promise<void> => {
    await desktop.app.copyText(document.id)
    toast.show({ text: 'Copied the SHA-256 of the document.' })
  }
  return (
    <section aria-label="Document" className={styles.facts}>
      <PanelHeader title="Document" />
      <dl className={styles.list}>
        <dt>SHA-256</dt>
        <dd>
          <button
            type="button"
            className={styles.hash}
            title={`${document.id}: copy`}
            aria-label={`Copy the SHA-256 ${document.id.slice(0, 8)}…${document.id.slice(-4)}`}
            onClick={() => void copy()}
          >
            {document.id.slice(0, 8)}…{document.id.slice(-4)}
          </button>
        </dd>
        <dt>pages</dt>
        <dd>
          {document.pageCount} · {textWords(document)}
        </dd>
        <dt>imported</dt>
        <dd>{day(document.importedAt)}</dd>
        <dt>disclosed</dt>
        <dd>
          {events.length === 0
            ? 'not recorded'
            : events.map((event) => (
                <span key={event.id} className={styles.event}>
                  {[event.author.replace('-', ' '), event.trigger.replace('-', ' '), event.date].filter(Boolean).join(', ')}
                </span>
              ))}
        </dd>
      </dl>
      {document.copyingDiscouraged ? (
        <p className={styles.remark}>The file asks readers not to copy its text. Vouch reads it for quotation all the same.</p>
      ) : null}
    </section>
  )
}
