import type { AnalysisId } from '@shared/analyses/analysis'
import { counted } from '@shared/dossier/words'
import { BALANCE_KINDS, BALANCE_WORDS, balanceCsv, type BalanceKind, countBalance, sortsOf, TABLE_WORDS } from '@shared/exchange/balance'
import { Download } from 'lucide-react'
import { useLocation } from 'wouter'
import { plainName } from '../analyses/plain-name'
import { saveFile } from '../desktop/save-file'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import styles from './exchange.module.css'
import { leaveOpening } from './opening'
import type { TakenUp } from './take-up'

type BalanceSheetProps = { readonly title: string; readonly analysisId: AnalysisId; readonly merging: boolean; readonly taken: TakenUp }

/** Lines of one kind that are shown; the file has them all. */
const SHOWN = 200

/** What became of every record, once a bundle was taken up. */
export function BalanceSheet({ title, analysisId, merging, taken }: BalanceSheetProps) {
  const { desktop } = useWorkbench()
  const toast = useToast()
  const [, navigate] = useLocation()
  const { lines, readOtherwise, kept } = taken
  const counts = countBalance(lines)
  const save = async (): Promise<void> => {
    const saved = await saveFile(desktop, `${plainName(title)}-balance.csv`, balanceCsv(lines))
    if (!saved.ok) toast.show({ text: saved.problem.what, problem: saved.problem })
    else if (saved.value !== null) toast.show({ text: `Written to ${saved.value}` })
  }
  const goOn = (): void => {
    leaveOpening()
    navigate(routes.analysis(analysisId))
  }
  return (
    <div className={styles.review}>
      <header className={styles.bar}>
        <div className={styles.names}>
          <h1 className={styles.title}>
            “{title}” was {merging ? 'merged' : 'opened'}
          </h1>
          <p className={styles.third}>Ctrl Z takes all of it back in one step.</p>
        </div>
        <div className={styles.buttons}>
          <Button icon={Download} onClick={() => void save()}>
            Save the balance as CSV…
          </Button>
          <Button kind="primary" onClick={goOn}>
            Go to the analysis
          </Button>
        </div>
      </header>
      <div className={styles.scroller}>
        <div className={styles.page}>
          {readOtherwise.length === 0 ? null : (
            <Notice kind="warning">
              This version reads the text of {readOtherwise.join(', ')} otherwise than the bundle’s did. The marks keep their words and are
              looked for again whenever a dossier is composed.
            </Notice>
          )}
          {kept.length === 0 ? null : (
            <Notice kind="warning">Nothing can be quoted yet from {kept.join(', ')}: see the library for why, and what to do.</Notice>
          )}
          {BALANCE_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
            <BalanceGroup key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} />
          ))}
        </div>
      </div>
    </div>
  )
}

function BalanceGroup({ kind, lines }: { readonly kind: BalanceKind; readonly lines: TakenUp['lines'] }) {
  return (
    <details className={styles.group} open={kind === 'merged' || kind === 'removed' || kind === 'left-out'}>
      <summary>
        <b>{counted(lines.length, 'record')}</b> {BALANCE_WORDS[kind]} <span className={styles.third}>{sortsOf(lines)}</span>
      </summary>
      <ul className={styles.list}>
        {lines.slice(0, SHOWN).map(({ key, table, what, note }) => (
          <li key={key}>
            <span className={styles.third}>{TABLE_WORDS[table]}</span> {what}
            {note === '' ? null : <span className={styles.note}> {note}</span>}
          </li>
        ))}
        {lines.length > SHOWN ? <li className={styles.third}>and {lines.length - SHOWN} more, all of them in the CSV file</li> : null}
      </ul>
    </details>
  )
}
