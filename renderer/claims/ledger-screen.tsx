import type { AnalysisId } from '@shared/analyses/analysis'
import { progressWords } from '@shared/claims/check-standing'
import { countPoints, type LedgerFilter, passesLedger, WHOLE_LEDGER } from '@shared/claims/filter-ledger'
import { progressOf } from '@shared/claims/ledger'
import { ClipboardCheck } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useAct } from '../analyses/editing/use-act'
import { routes } from '../app/routes'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Progress } from '../ui/progress'
import styles from './ledger.module.css'
import { LedgerFilters } from './ledger-filters'
import { LedgerList } from './ledger-list'
import { type Ledger, useLedger } from './ledger-source'

/** The ledger: for every claim and reading, what the evidence says beside what the researcher judged, and where they part. */
export function LedgerScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const ledger = useLedger(analysisId)
  if (ledger === undefined) return null
  if (ledger === null) {
    return (
      <EmptyState title="This analysis is not in the library" actions={<Link href={routes.analyses()}>All analyses</Link>}>
        It may have been removed; Ctrl Z takes that back.
      </EmptyState>
    )
  }
  return <Screen ledger={ledger} />
}

function Screen({ ledger }: { readonly ledger: Ledger }) {
  const { analysis, lines, complete } = ledger
  const act = useAct()
  const [, navigate] = useLocation()
  const named = new URLSearchParams(useSearch()).get('section')
  const [filter, setFilter] = useState<LedgerFilter>({ ...WHOLE_LEDGER, sectionId: named })
  // Typing goes on while a long ledger is narrowed.
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => lines.filter((line) => passesLedger(line, wanted)), [lines, wanted])
  const counts = useMemo(() => countPoints(lines), [lines])
  const progress = useMemo(() => progressOf(lines), [lines])
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.top}>
          <h1 className={styles.title}>
            Ledger of claims <span className={styles.of}>{analysis.title}</span>
          </h1>
          <Button icon={ClipboardCheck} disabled={progress.of === 0} onClick={() => navigate(routes.check(analysis.id))}>
            Check claims
          </Button>
        </div>
        <p className={styles.means}>
          Judgements are yours. Counts stand beside them and decide nothing; where the two part, the ledger says so.
        </p>
        <div className={styles.progress}>
          <Progress label="Claims and passages checked" done={progress.checked} of={Math.max(1, progress.of)} />
          <span>{complete ? progressWords(progress) : 'Reading the passages…'}</span>
        </div>
        <LedgerFilters analysis={analysis} filter={filter} counts={counts} shown={shown.length} of={lines.length} onFilter={setFilter} />
      </header>
      {lines.length === 0 ? (
        <EmptyState title="No claims yet" actions={<Link href={routes.analysis(analysis.id)}>Go to the analysis</Link>}>
          A claim is one assertion that a passage can support or contradict; add the first on the analysis page.
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title="No claim fits" actions={<Button onClick={() => setFilter(WHOLE_LEDGER)}>Show all {lines.length}</Button>}>
          Every filter has to fit.
        </EmptyState>
      ) : (
        <>
          <div className={styles.columns} aria-hidden>
            <span>Claim</span>
            <div className={styles.entry}>
              <span>Judgement</span>
              <span>Evidence</span>
              <span>To notice</span>
            </div>
          </div>
          <LedgerList
            analysis={analysis}
            all={lines}
            shown={shown}
            whole={shown.length === lines.length}
            act={act}
            onOpen={(id) => navigate(routes.claim(analysis.id, id))}
          />
        </>
      )}
    </div>
  )
}
