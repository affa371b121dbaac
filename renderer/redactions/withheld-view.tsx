import type { Document } from '@shared/documents/document'
import { redactionLog } from '@shared/redactions/redaction-log'
import { tallyRedactions } from '@shared/redactions/tally-redactions'
import { FileDown } from 'lucide-react'
import { useMemo } from 'react'
import type { PageRow } from '../storage/database'
import { Button } from '../ui/button'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './redactions-panel.module.css'
import { saveTable } from './save-table'
import type { Redactions } from './use-redactions'
import { WithheldChart } from './withheld-chart'
import { codeWithWords, percent } from './words'

type WithheldViewProps = { readonly document: Document; readonly pages: readonly PageRow[]; readonly found: Redactions; readonly onGo: (page: number) => void }

/** What is withheld of a document, by code and by page, as a chart with its table; and the log to be taken along. */
export function WithheldView({ document, pages, found, onGo }: WithheldViewProps) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const tally = useMemo(() => tallyRedactions(pages, found.open, found.marks), [pages, found])
  const save = async (): Promise<void> => {
    const name = `${document.name.replace(/\.pdf$/i, '')} redactions.csv`
    const saved = await saveTable(desktop, name, redactionLog(document, pages, found.open, found.marks))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `The redaction log was written to ${saved.value}.` })
  }
  if (tally.proposed + tally.confirmed === 0) return <p className={styles.remark}>Nothing is withheld here, as far as was seen.</p>
  return (
    <div className={styles.withheld}>
      <p>
        <b>{tally.confirmed}</b> confirmed, <b>{tally.proposed}</b> proposed and not yet confirmed, on {tally.pages.length} of {pages.length} pages. {tally.withoutCode} without a code, though the law asks for one at each.
      </p>
      <WithheldChart tally={tally} pageCount={pages.length} />
      <table className={styles.table}>
        <caption>By code</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Confirmed</th>
            <th scope="col">Proposed</th>
          </tr>
        </thead>
        <tbody>
          {tally.codes.map(({ code, proposed, confirmed }) => (
            <tr key={code}>
              <th scope="row">{codeWithWords(code)}</th>
              <td>{confirmed}</td>
              <td>{proposed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.table}>
        <caption>By page: share of the page under redactions</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Confirmed</th>
            <th scope="col">Proposed</th>
          </tr>
        </thead>
        <tbody>
          {tally.pages.map((page) => (
            <tr key={page.pageIndex}>
              <th scope="row">
                <button type="button" className={styles.link} onClick={() => onGo(page.pageIndex)}>
                  {page.pageIndex + 1}
                </button>
              </th>
              <td>
                {page.confirmed} · {percent(page.share.confirmed)}
              </td>
              <td>
                {page.proposed} · {percent(page.share.proposed)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button icon={FileDown} onClick={() => void save()}>
        Save the redaction log (CSV)
      </Button>
    </div>
  )
}
