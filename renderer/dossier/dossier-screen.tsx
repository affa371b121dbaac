import type { AnalysisId } from '@shared/analyses/analysis'
import { STANDING_WORDS } from '@shared/dossier/words'
import { STANDINGS } from '@shared/dossier/dossier-tree'
import { RefreshCw, Share } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Notice } from '../ui/notice'
import { PanelHeader } from '../ui/panel'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { CustodySection } from './custody-section'
import { ExportDialog } from './export-dialog'
import styles from './dossier-screen.module.css'
import { FailingList } from './failing-list'
import { type ComposedDossier, useDossier } from './use-dossier'

/** The dossier as it would go out, what it counts, and what could not be verified; from here it is exported. */
export function DossierScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const { state, outdated, compose, cancel } = useDossier(analysisId)
  const [exporting, setExporting] = useState(false)
  if (state.kind === 'composing') {
    const { progress } = state
    return (
      <div className={styles.waiting}>
        <h1 className={styles.title}>Dossier</h1>
        <output>{progress?.words ?? 'Reading the records'}</output>
        <Progress label="Composing the dossier" done={progress?.done ?? 0} of={progress?.of ?? null} />
        <p className={styles.quiet}>Every cited page is read again from the stored bytes before it is cited.</p>
        <Button onClick={cancel}>Cancel</Button>
      </div>
    )
  }
  if (state.kind === 'trouble') {
    return (
      <div className={styles.waiting}>
        <h1 className={styles.title}>Dossier</h1>
        <ProblemNotice problem={state.problem} action={<Button onClick={compose}>Compose again</Button>} />
      </div>
    )
  }
  return (
    <>
      <Composed analysisId={analysisId} dossier={state.dossier} outdated={outdated} onCompose={compose} onExport={() => setExporting(true)} />
      {exporting ? <ExportDialog analysisId={analysisId} dossier={outdated ? null : state.dossier} onClose={() => setExporting(false)} /> : null}
    </>
  )
}

/** The page in a frame follows the system's theme by itself; the researcher's own choice has to be handed on. */
function handThemeOn(frame: HTMLIFrameElement | null): void {
  const theme = document.documentElement.getAttribute('data-theme')
  const inside = frame?.contentDocument?.documentElement
  if (theme === null) inside?.removeAttribute('data-theme')
  else inside?.setAttribute('data-theme', theme)
}

type ComposedProps = { readonly analysisId: AnalysisId; readonly dossier: ComposedDossier; readonly outdated: boolean; readonly onCompose: () => void; readonly onExport: () => void }

function Composed({ analysisId, dossier, outdated, onCompose, onExport }: ComposedProps) {
  const { tree, html } = dossier
  const frame = useRef<HTMLIFrameElement>(null)
  /** The preview runs no script; without that, its own origin only lets this window scroll it. */
  const show = useCallback((id: string) => {
    const target = frame.current?.contentDocument?.getElementById(id)
    target?.scrollIntoView({ block: 'start' })
  }, [])
  const takeTheme = useCallback(() => handThemeOn(frame.current), [])
  useEffect(() => {
    const watch = new MutationObserver(takeTheme)
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => watch.disconnect()
  }, [takeTheme])
  return (
    <div className={styles.dossier}>
      <aside className={styles.side} aria-label="What the dossier holds">
        <PanelHeader title="Dossier" />
        <div className={styles.body}>
          <h1 className={styles.title}>{tree.title}</h1>
          <Button kind="primary" icon={Share} onClick={onExport}>
            Export…
          </Button>
          {outdated ? (
            <Notice kind="warning" action={<Button icon={RefreshCw} onClick={onCompose}>Compose again</Button>}>
              The records have changed since this was composed.
            </Notice>
          ) : null}
          <table className={styles.counts}>
            <caption>Linked passages, by how far they can be relied on</caption>
            <tbody>
              {STANDINGS.map((standing) => (
                <tr key={standing}>
                  <th scope="row">{STANDING_WORDS[standing]}</th>
                  <td>{tree.counts.byStanding[standing]}</td>
                </tr>
              ))}
              <tr className={styles.sum}>
                <th scope="row">in all</th>
                <td>{tree.counts.evidence}</td>
              </tr>
            </tbody>
          </table>
          <dl className={styles.facts}>
            <dt>Claims</dt>
            <dd>
              {tree.counts.claims}, {tree.counts.withoutEvidence} without evidence or search
            </dd>
            <dt>Exhibits</dt>
            <dd>
              {tree.counts.exhibits}, {tree.counts.pagesCited} pages cited
            </dd>
          </dl>
          <h2 className={styles.heading}>What could not be verified</h2>
          {tree.unverified.length + tree.absentFiles.length === 0 ? (
            <p className={styles.quiet}>Nothing: every linked passage was found again, or is shown as a picture to be compared by eye.</p>
          ) : (
            <FailingList tree={tree} onShow={show} />
          )}
          <CustodySection analysisId={analysisId} dossier={dossier} />
          <p className={styles.quiet}>“Quotation verified” says that the words stand on the page. Whether they prove the claim is your judgement.</p>
        </div>
      </aside>
      <section className={styles.preview} aria-label="Preview of the dossier">
        {tree.counts.claims === 0 ? (
          <EmptyState title="This analysis has no claims yet">
            <p>A dossier shows each claim with the passages that vouch for it. Add a claim in the analysis, mark a passage in a document, and link the two; the dossier writes itself from them.</p>
          </EmptyState>
        ) : (
          <iframe ref={frame} className={styles.frame} title={`Dossier: ${tree.title}`} sandbox="allow-same-origin" srcDoc={html} onLoad={takeTheme} />
        )}
      </section>
    </div>
  )
}
