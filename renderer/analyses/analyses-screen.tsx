import type { Analysis } from '@shared/analyses/analysis'
import { statusOf } from '@shared/claims/assessment'
import { useLiveQuery } from 'dexie-react-hooks'
import { FileInput, PackageOpen, Plus, TextSelect } from 'lucide-react'
import { useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { routes } from '../app/routes'
import { SampleNotice } from '../seed/sample-notice'
import { seedLibrary } from '../seed/seed-library'
import type { Database } from '../storage/database'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { FileChoice } from '../ui/file-choice'
import { useToast } from '../ui/toast'
import { useWorkbench } from '../workbench/workbench'
import { AnalysisCard } from './analysis-card'
import styles from './analyses-screen.module.css'
import { importAnalysisFile } from './analysis-exchange'
import { undeleteAnalysis } from './commands/undelete-analysis'
import { dayWords } from './editing/date-words'
import { useAct } from './editing/use-act'
import { NewAnalysisDialog } from './new-analysis-dialog'

/** An analysis in the list, with what it holds. */
export type AnalysisSummary = {
  readonly analysis: Analysis
  readonly claims: number
  readonly undeveloped: number
  readonly passages: number
}

async function readSummaries(db: Database): Promise<readonly AnalysisSummary[]> {
  const analyses = await db.all('analyses')
  const summaries = analyses.map(async (analysis): Promise<AnalysisSummary> => {
    const [claims, assessments, links] = await Promise.all([
      db.where('claims', 'analysisId', analysis.id),
      db.where('assessments', 'analysisId', analysis.id),
      db.where('evidenceLinks', 'analysisId', analysis.id),
    ])
    const overall = new Map(assessments.filter((one) => one.readingId === null).map((one) => [one.claimId, one]))
    return {
      analysis,
      claims: claims.length,
      undeveloped: claims.filter((claim) => statusOf(overall.get(claim.id)) === 'undeveloped').length,
      passages: links.length,
    }
  })
  return (await Promise.all(summaries)).toSorted((a, b) => a.analysis.createdAt.localeCompare(b.analysis.createdAt))
}

/** All analyses of the library: begin one, take one in, duplicate, export, delete and undelete. */
export function AnalysesScreen() {
  const workbench = useWorkbench()
  const toast = useToast()
  const act = useAct()
  const [, navigate] = useLocation()
  // The address asks for the dialog, so that menu and palette open it from anywhere.
  const beginning = new URLSearchParams(useSearch()).has('new')
  const file = useRef<HTMLInputElement>(null)
  const summaries = useLiveQuery(() => readSummaries(workbench.db), [workbench])
  if (summaries === undefined) return null
  const there = summaries.filter((summary) => summary.analysis.deletedAt === null)
  const deleted = summaries.filter((summary) => summary.analysis.deletedAt !== null)

  const takeIn = async (chosen: File): Promise<void> => {
    const taken = await importAnalysisFile(workbench, chosen)
    if (!taken.ok) toast.show({ text: taken.problem.what, problem: taken.problem })
    else navigate(routes.analysis(taken.value.id))
  }
  const putSamples = async (): Promise<void> => {
    const put = await seedLibrary(workbench, true)
    if (!put.ok) toast.show({ text: put.problem.what, problem: put.problem })
  }
  const actions = (
    <>
      <Button icon={FileInput} onClick={() => file.current?.click()}>
        Import analysis…
      </Button>
      <Button icon={PackageOpen} onClick={() => navigate(routes.openBundle())}>
        Open a bundle…
      </Button>
      <Button icon={TextSelect} onClick={() => navigate(routes.fromText())}>
        From a text…
      </Button>
      <Button kind="primary" icon={Plus} onClick={() => navigate(routes.newAnalysis())}>
        New analysis
      </Button>
    </>
  )

  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <div className={styles.top}>
          <h1 className={styles.title}>Analyses</h1>
          <div className={styles.actions}>{actions}</div>
        </div>
        <FileChoice ref={file} label="Analysis file" accept=".json,application/json" onChosen={([chosen]) => void takeIn(chosen)} />
        <SampleNotice />
        {there.length === 0 ? (
          <EmptyState title="No analysis yet" actions={actions}>
            <p>
              An analysis is a question with the claims that answer it. Passages you mark in documents are linked to these claims, and the
              dossier shows what vouches for each.
            </p>
            <p>Begin one from a question, or take in an analysis file that somebody exported from Vouch.</p>
            {deleted.length > 0 ? null : (
              <p>
                To see how it works, put in the{' '}
                <button type="button" className={styles.link} onClick={() => void putSamples()}>
                  bundled analysis with its sample documents
                </button>
                .
              </p>
            )}
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {there.map((summary) => (
              <li key={summary.analysis.id}>
                <AnalysisCard summary={summary} act={act} />
              </li>
            ))}
          </ul>
        )}
        {deleted.length === 0 ? null : (
          <section aria-labelledby="deleted" className={styles.deleted}>
            <h2 id="deleted" className={styles.subtitle}>
              Deleted
            </h2>
            <ul>
              {deleted.map(({ analysis, claims }) => (
                <li key={analysis.id} className={styles.gone}>
                  <span>
                    {analysis.title}{' '}
                    <span className={styles.third}>
                      {claims} {claims === 1 ? 'claim' : 'claims'} · deleted{' '}
                      {analysis.deletedAt === null ? '' : dayWords(analysis.deletedAt)}
                    </span>
                  </span>
                  <Button
                    aria-label={`Undelete ${analysis.title}`}
                    onClick={() => void act(undeleteAnalysis, { id: analysis.id }, `“${analysis.title}” undeleted.`)}
                  >
                    Undelete
                  </Button>
                </li>
              ))}
            </ul>
            <p className={styles.third}>Nothing is lost by deleting: evidence, judgements and history stay with the analysis.</p>
          </section>
        )}
      </div>
      {beginning ? (
        <NewAnalysisDialog
          act={act}
          onClose={() => navigate(routes.analyses(), { replace: true })}
          onMade={(id) => navigate(routes.analysis(id), { replace: true })}
        />
      ) : null}
    </div>
  )
}
