import type { AnalysisId } from '@shared/analyses/analysis'
import { counted } from '@shared/dossier/words'
import { HeldInExhibits } from '../redactions/held-warning'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Notice } from '../ui/notice'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import styles from './dossier-screen.module.css'
import { ExportForm } from './export-form'
import { ExportOutcome } from './export-outcome'
import { FailingList } from './failing-list'
import type { ComposedDossier } from './use-dossier'
import { useExportChoices } from './use-export-choices'
import { useExportRun } from './use-export-run'

type ExportDialogProps = {
  readonly analysisId: AnalysisId
  readonly dossier: ComposedDossier | null
  readonly onClose: () => void
}

/** Says what will be cited and what will not, lets the researcher choose the form, writes it, and says where it went. */
export function ExportDialog({ analysisId, dossier, onClose }: ExportDialogProps) {
  const { desktop } = useWorkbench()
  const choices = useExportChoices()
  const { stage, start, cancel } = useExportRun(analysisId, dossier, choices)
  const { shape, formats } = choices
  const close = (): void => {
    cancel()
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onClose={close}
      title="Export the dossier"
      footer={
        stage.kind === 'done' ? (
          <>
            <Button onClick={() => void desktop.exports.reveal(stage.token)}>Show in folder</Button>
            <Button kind="primary" onClick={close}>
              Close
            </Button>
          </>
        ) : stage.kind === 'writing' ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button kind="primary" disabled={shape === 'files' && formats.length === 0} onClick={() => void start()}>
              Export
            </Button>
          </>
        )
      }
    >
      {stage.kind === 'done' ? (
        <ExportOutcome place={stage} isBundle={shape !== 'files'} />
      ) : stage.kind === 'writing' ? (
        <div>
          <output className={styles.doing}>{stage.words}</output>
          <Progress label="Exporting" done={stage.done} of={stage.of} />
        </div>
      ) : (
        <>
          {stage.problem === null ? null : <ProblemNotice problem={stage.problem} />}
          {dossier === null ? (
            <Notice kind="info">
              What the quotations rest on has changed since they were read; all of them are read again before the dossier is written.
            </Notice>
          ) : (
            <WhatGoesOut dossier={dossier} />
          )}
          {dossier === null || shape === 'files' ? null : <HeldInExhibits exhibits={dossier.tree.exhibits} />}
          <ExportForm choices={choices} />
        </>
      )}
    </Dialog>
  )
}

function WhatGoesOut({ dossier: { tree } }: { readonly dossier: ComposedDossier }) {
  const { byStanding } = tree.counts
  const apart = tree.unverified.length + tree.absentFiles.length
  return (
    <div className={styles.outgoing}>
      <p>
        <b>{counted(byStanding.verified, 'passage')}</b> will be cited with the quotation verified, from{' '}
        {counted(tree.counts.exhibits, 'exhibit')}.
        {byStanding.recognised > 0 ? ` ${counted(byStanding.recognised, 'passage')} of recognised text beside the picture.` : ''}
        {byStanding.confirmed + byStanding.pictured > 0
          ? ` ${byStanding.confirmed} more as a confirmed likeness and ${byStanding.pictured} as a picture to be compared by eye.`
          : ''}
      </p>
      {apart === 0 ? (
        <p>Nothing failed.</p>
      ) : (
        <details open={apart <= 3}>
          <summary>{counted(apart, 'passage or file', 'passages or files')} could not be verified and will be listed as such</summary>
          <FailingList tree={tree} />
        </details>
      )}
    </div>
  )
}
