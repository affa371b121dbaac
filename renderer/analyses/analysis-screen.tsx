import type { AnalysisId } from '@shared/analyses/analysis'
import { tallyAnalysis } from '@shared/analyses/analysis-tally'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { routes } from '../app/routes'
import { type Ledger, useLedger } from '../claims/ledger-source'
import { ClaimsBeside } from '../claims/claims-beside'
import { SourceList } from '../sources/source-list'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Notice } from '../ui/notice'
import { useAfterFirstFrame } from '../ui/use-after-first-frame'
import { AnalysisHead } from './analysis-head'
import styles from './analysis-screen.module.css'
import { undeleteAnalysis } from './commands/undelete-analysis'
import { dayWords } from './editing/date-words'
import { useAct } from './editing/use-act'
import { Limits, OpenQuestions, Tensions } from './loose-ends'
import { SectionList } from './section-list'
import { TallyChart } from './tally-chart'

/** An analysis: its question and answer, how far the work has come, claims by section, sources, limits and what stays open. */
export function AnalysisScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const ledger = useLedger(analysisId)
  const [, navigate] = useLocation()
  return (
    <ClaimsBeside analysisId={analysisId} selected={null} onSelect={(id) => navigate(routes.claim(analysisId, id))}>
      {ledger === undefined ? null : ledger === null ? (
        <EmptyState title="This analysis is not in the library" actions={<Link href={routes.analyses()}>All analyses</Link>}>
          It may have been removed; Ctrl Z takes that back.
        </EmptyState>
      ) : (
        <AnalysisPage ledger={ledger} />
      )}
    </ClaimsBeside>
  )
}

function AnalysisPage({ ledger: { analysis, lines, tensions } }: { readonly ledger: Ledger }) {
  const act = useAct()
  const claims = useMemo(() => lines.map((line) => line.claim), [lines])
  const tally = useMemo(() => tallyAnalysis(lines.filter((line) => line.claim.mergedInto === undefined).map((line) => line.whole)), [lines])
  const below = useAfterFirstFrame()
  return (
    <article className={styles.page} aria-label={analysis.title}>
      {analysis.deletedAt === null ? null : (
        <Notice
          kind="warning"
          action={<Button onClick={() => void act(undeleteAnalysis, { id: analysis.id }, 'Analysis undeleted.')}>Undelete</Button>}
        >
          This analysis was deleted on {dayWords(analysis.deletedAt)}. All that belongs to it is still here.
        </Notice>
      )}
      <AnalysisHead analysis={analysis} act={act} />
      {lines.length === 0 ? null : <TallyChart tally={tally} />}
      <SectionList analysis={analysis} lines={lines} act={act} />
      {below ? (
        <>
          <SourceList analysis={analysis} claims={claims} act={act} />
          <div className={styles.pair}>
            <Limits analysis={analysis} act={act} />
            <OpenQuestions analysis={analysis} act={act} />
          </div>
          <Tensions analysis={analysis} claims={claims} tensions={tensions} act={act} />
        </>
      ) : null}
    </article>
  )
}
