import type { AnalysisId } from '@shared/analyses/analysis'
import { STANDING_WORDS } from '@shared/dossier/words'
import { partsThere } from '@shared/dossier/document/parts-there'
import { type DossierTree, STANDINGS } from '@shared/dossier/dossier-tree'
import { Share } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { routes } from '../app/routes'
import { keysOf } from '../app/shortcuts'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PanelHeader } from '../ui/panel'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { Segmented } from '../ui/segmented'
import { CustodySection } from './custody-section'
import { DossierPreview, type PreviewPlace } from './dossier-preview'
import { ExportDialog } from './export-dialog'
import styles from './dossier-screen.module.css'
import { FailingList } from './failing-list'
import { PartList } from './part-list'
import { ReadingAge } from './reading-age'
import { type ComposedDossier, useDossier } from './use-dossier'

/** The dossier as it would go out, what it counts, and what could not be verified; from here it is exported. */
export function DossierScreen({ analysisId }: { readonly analysisId: AnalysisId }) {
  const { state, compose, cancel } = useDossier(analysisId)
  const [, navigate] = useLocation()
  // The address asks for the dialog, so that key, menu and palette open it from anywhere.
  const exporting = new URLSearchParams(useSearch()).has('export')
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
      <Composed
        analysisId={analysisId}
        dossier={state.dossier}
        onCompose={compose}
        onExport={() => navigate(routes.exportDossier(analysisId), { replace: true })}
      />
      {exporting ? (
        <ExportDialog
          analysisId={analysisId}
          dossier={state.dossier.current ? state.dossier : null}
          onClose={() => navigate(routes.dossier(analysisId), { replace: true })}
        />
      ) : null}
    </>
  )
}

/** What the panel beside the preview shows. */
type Side = 'holds' | 'parts'

type ComposedProps = {
  readonly analysisId: AnalysisId
  readonly dossier: ComposedDossier
  readonly onCompose: () => void
  readonly onExport: () => void
}

function Composed({ analysisId, dossier, onCompose, onExport }: ComposedProps) {
  const { tree, document, html } = dossier
  const [side, setSide] = useState<Side>('holds')
  const [place, setPlace] = useState<PreviewPlace | null>(null)
  return (
    <div className={styles.dossier}>
      <aside className={styles.side} aria-label="What the dossier holds">
        <PanelHeader title="Dossier" />
        <div className={styles.body}>
          <h1 className={styles.title}>{tree.title}</h1>
          <Button kind="primary" icon={Share} shortcut={keysOf('export')} onClick={onExport}>
            Export…
          </Button>
          <ReadingAge dossier={dossier} onCompose={onCompose} />
          <Segmented
            label="Panel"
            value={side}
            options={[
              { value: 'holds', label: 'What it holds' },
              { value: 'parts', label: 'Parts and citations' },
            ]}
            onChange={setSide}
          />
          {side === 'parts' ? (
            <PartList analysisId={analysisId} settings={tree.settings} there={partsThere(document)} />
          ) : (
            <>
              <Holdings tree={tree} onShow={(id) => setPlace({ id })} />
              <CustodySection analysisId={analysisId} dossier={dossier} />
            </>
          )}
        </div>
      </aside>
      <section className={styles.preview} aria-label="Preview of the dossier">
        {tree.counts.claims === 0 ? (
          <EmptyState title="This analysis has no claims yet">
            <p>
              A dossier shows each claim with the passages that vouch for it. Add a claim in the analysis, mark a passage in a document, and
              link the two; the dossier writes itself from them.
            </p>
          </EmptyState>
        ) : (
          <DossierPreview title={tree.title} html={html} place={place} />
        )}
      </section>
    </div>
  )
}

/** The counts of a dossier, and what could not be verified. */
function Holdings({ tree, onShow }: { readonly tree: DossierTree; readonly onShow: (id: string) => void }) {
  return (
    <>
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
        <dt>Custody</dt>
        <dd>{tree.custody.entries} entries</dd>
      </dl>
      <h2 className={styles.heading}>What could not be verified</h2>
      {tree.unverified.length + tree.absentFiles.length === 0 ? (
        <p className={styles.quiet}>Nothing: every linked passage was found again, or is shown as a picture to be compared by eye.</p>
      ) : (
        <FailingList tree={tree} onShow={onShow} />
      )}
      <p className={styles.quiet}>
        “Quotation verified” says that the words stand on the page. Whether they prove the claim is your judgement.
      </p>
    </>
  )
}
