import type { Document } from '@shared/documents/document'
import { redactionLog } from '@shared/redactions/redaction-log'
import { tallyRedactions } from '@shared/redactions/tally-redactions'
import { FileDown } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { Link } from 'wouter'
import { routes } from '../app/routes'
import { useInTurns } from '../app/use-in-turns'
import type { PageRow } from '../storage/database'
import { Button } from '../ui/button'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './redactions-panel.module.css'
import { saveFile } from '../desktop/save-file'
import { rowOfPage, rowsOfCodes } from './tally-rows'
import { TallyTable } from './tally-table'
import type { Redactions } from './use-redactions'
import { WithheldChart } from './withheld-chart'
import { withoutCodeWords } from './words'

type WithheldViewProps = {
  readonly document: Document
  readonly pages: readonly PageRow[]
  readonly found: Redactions
  readonly onGo: (page: number) => void
}

/** What is withheld of a document, by code and by page, in numbers and bars; and the log to be taken along. */
export function WithheldView({ document, pages, found, onGo }: WithheldViewProps) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const tally = useInTurns(useCallback((rest) => tallyRedactions(pages, found.open, found.marks, rest), [pages, found]))
  const codes = useMemo(() => rowsOfCodes(tally?.codes ?? []), [tally])
  const byPage = useMemo(
    () => (tally?.pages ?? []).map((page) => rowOfPage(page, String(page.pageIndex), undefined, () => onGo(page.pageIndex))),
    [tally, onGo],
  )
  const save = async (): Promise<void> => {
    const name = `${document.name.replace(/\.pdf$/i, '')} redactions.csv`
    const saved = await saveFile(desktop, name, redactionLog([{ document, pages, proposals: found.open, marks: found.marks }]))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `The redaction log was written to ${saved.value}.` })
  }
  if (tally === undefined) return <output className={styles.remark}>Counting…</output>
  if (tally.proposed + tally.confirmed === 0) return <p className={styles.remark}>Nothing is withheld here, as far as was seen.</p>
  return (
    <div className={styles.withheld}>
      <p>
        <b>{tally.confirmed.toLocaleString('en-US')}</b> confirmed, <b>{tally.proposed.toLocaleString('en-US')}</b> proposed and not yet
        confirmed, on {tally.pages.length.toLocaleString('en-US')} of {pages.length.toLocaleString('en-US')} pages.
        {withoutCodeWords(tally.withoutCode)}
      </p>
      <WithheldChart tally={tally} pageCount={pages.length} />
      <TallyTable label="By code" head="Code" rows={codes} />
      <TallyTable label="By page" head="Page · share" rows={byPage} />
      <Link href={routes.withheld()}>What is withheld in the whole library</Link>
      <Button icon={FileDown} onClick={() => void save()}>
        Save the redaction log (CSV)
      </Button>
    </div>
  )
}
