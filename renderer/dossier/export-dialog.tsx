import type { AnalysisId } from '@shared/analyses/analysis'
import type { DossierFormat } from '@shared/desktop/desktop'
import type { Packer } from '@shared/bundle/packer'
import type { Problem } from '@shared/errors/outcome'
import { counted } from '@shared/dossier/words'
import type { Audience } from '@shared/dossier/audience'
import { useRef, useState } from 'react'
import { HeldInExhibits } from '../redactions/held-warning'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ExplainedChoice } from '../ui/explained-choice'
import { CheckField, TextField } from '../ui/field'
import { Notice } from '../ui/notice'
import { ProblemNotice } from '../ui/problem-notice'
import { Progress } from '../ui/progress'
import { useWorkbench } from '../workbench/workbench'
import { usePreference } from '../preferences/preferences'
import { CopyHash } from './copy-hash'
import styles from './dossier-screen.module.css'
import type { ExportShape } from './export-name'
import { FailingList } from './failing-list'
import { type ExportPlace, runExport } from './run-export'
import type { ComposedDossier } from './use-dossier'

type Stage =
  | { readonly kind: 'choosing'; readonly problem: Problem | null }
  | { readonly kind: 'writing'; readonly words: string; readonly done: number; readonly of: number | null }
  | ({ readonly kind: 'done' } & ExportPlace)

const SHAPES: readonly { readonly value: ExportShape; readonly label: string; readonly hint: string }[] = [
  {
    value: 'bundle',
    label: 'The bundle, as a folder',
    hint: 'The dossier as HTML, PDF, Word and text with its exhibits, tables, marks, custody log, and a page that checks it all without Vouch.',
  },
  { value: 'zip', label: 'The bundle, as one zip file', hint: 'The same, to be sent.' },
  { value: 'files', label: 'Single files only', hint: 'Without the exhibits, so a reader can check nothing but the hashes.' },
]
const FOR: readonly { readonly value: Audience; readonly label: string; readonly hint: string }[] = [
  {
    value: 'publication',
    label: 'For publication: only what the dossier rests on',
    hint: 'Your other marks, corrections and decisions stay here.',
  },
  {
    value: 'colleague',
    label: 'For a colleague: all marks and decisions on its documents',
    hint: 'Also marks that no claim cites, with your comments, corrections, choices of text, page stamps and decisions on redactions, so that they can go on with the work. Nothing on documents that you keep out, and no words under a redaction. Not to be published.',
  },
]
const SINGLE: readonly { readonly format: DossierFormat; readonly label: string }[] = [
  { format: 'html', label: 'A page to read (HTML)' },
  { format: 'pdf', label: 'Pages to print or send (PDF)' },
  { format: 'docx', label: 'A text to edit (Word)' },
  { format: 'md', label: 'Text (Markdown)' },
  { format: 'csv', label: 'Tables (CSV): claims, evidence, sources, and others where there are any' },
]

/** Says what will be cited and what will not, lets the researcher choose the form, writes it, and says where it went. */
export function ExportDialog({
  analysisId,
  dossier,
  onClose,
}: {
  readonly analysisId: AnalysisId
  readonly dossier: ComposedDossier | null
  readonly onClose: () => void
}) {
  const workbench = useWorkbench()
  const [shape, setShape] = useState<ExportShape>('bundle')
  const [formats, setFormats] = useState<readonly DossierFormat[]>(['html', 'pdf', 'docx', 'md', 'csv'])
  const [known, keepPacker] = usePreference('packer')
  const [typed, setPacker] = useState<Packer | null>(null)
  const packer = typed ?? known
  const [remembered, keepAudience] = usePreference('bundleAudience')
  const [chosen, setAudience] = useState<Audience | null>(null)
  const audience = chosen ?? remembered
  // Read anew for a colleague: what else was made is no part of what is shown here.
  const rereads = dossier === null || (audience === 'colleague' && shape !== 'files')
  const [stage, setStage] = useState<Stage>({ kind: 'choosing', problem: null })
  const running = useRef<AbortController | null>(null)

  const start = async (): Promise<void> => {
    const run = new AbortController()
    running.current = run
    const named = { organization: packer.organization.trim(), contact: packer.contact.trim() }
    await keepPacker(named)
    await keepAudience(audience)
    setStage({ kind: 'writing', words: 'Choosing a place', done: 0, of: null })
    const exported = await runExport(workbench, analysisId, {
      shape,
      formats,
      packer: named,
      audience,
      gathered: rereads ? undefined : dossier.gathered,
      signal: run.signal,
      onProgress: (words, done, of) => setStage({ kind: 'writing', words, done, of }),
    })
    running.current = null
    if (!exported.ok) setStage({ kind: 'choosing', problem: exported.problem.kind === 'cancelled' ? null : exported.problem })
    else if (exported.value === null) setStage({ kind: 'choosing', problem: null })
    else setStage({ kind: 'done', ...exported.value })
  }
  const close = (): void => {
    running.current?.abort()
    onClose()
  }
  const nothing = shape === 'files' && formats.length === 0

  return (
    <Dialog
      open
      wide
      onClose={close}
      title="Export the dossier"
      footer={
        stage.kind === 'done' ? (
          <>
            <Button onClick={() => void workbench.desktop.exports.reveal(stage.token)}>Show in folder</Button>
            <Button kind="primary" onClick={close}>
              Close
            </Button>
          </>
        ) : stage.kind === 'writing' ? (
          <Button onClick={() => running.current?.abort()}>Cancel</Button>
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button kind="primary" disabled={nothing} onClick={() => void start()}>
              Export
            </Button>
          </>
        )
      }
    >
      {stage.kind === 'done' ? (
        <div>
          <output>
            Written to <b className={styles.path}>{stage.shownPath}</b>: {counted(stage.files, 'file')}, {counted(stage.cited, 'passage')}{' '}
            cited with the quotation verified
            {stage.failed === 0 ? '.' : `, ${stage.failed} listed as not verified.`}
          </output>
          {stage.stays === 0 ? null : (
            <Notice kind="info">
              {counted(stage.stays, 'mark or decision', 'marks and decisions')} stayed here: made on a document that you keep out or that
              could not be looked at, or repeating words under a redaction.
            </Notice>
          )}
          {stage.withoutPaper === null ? null : <ProblemNotice problem={stage.withoutPaper} />}
          {shape === 'files' ? null : (
            <p className={styles.quiet}>
              Whoever receives it can open data/verify.html in a browser and check it without Vouch and without a network.
            </p>
          )}
          {shape === 'files' ? null : (
            <div className={styles.sent}>
              <p className={styles.quiet}>
                Send one of these by another way, for instance by mail, and verify.html can compare: whoever wrote the bundle anew would
                have other ones.
              </p>
              <CopyHash label="Head of the custody log" hash={stage.head} />
              {stage.packingList === null ? null : (
                <CopyHash label="SHA-256 of the packing list, manifest-sha256.txt" hash={stage.packingList} />
              )}
            </div>
          )}
        </div>
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
          <ExplainedChoice legend="Form" options={SHAPES} value={shape} onChange={setShape} />
          {shape === 'files' ? null : <ExplainedChoice legend="For whom" options={FOR} value={audience} onChange={setAudience} />}
          {shape === 'files' ? (
            <fieldset className={styles.choices}>
              <legend>Files</legend>
              {SINGLE.map(({ format, label }) => (
                <CheckField
                  key={format}
                  label={label}
                  checked={formats.includes(format)}
                  onChange={(on) =>
                    setFormats((now) => SINGLE.map((each) => each.format).filter((each) => (each === format ? on : now.includes(each))))
                  }
                />
              ))}
            </fieldset>
          ) : (
            <details className={styles.packer} open={known.organization !== '' || known.contact !== ''}>
              <summary>Who packed it, if you want to be named</summary>
              <div>
                <TextField
                  label="Organisation"
                  value={packer.organization}
                  onChange={(organization) => setPacker({ ...packer, organization })}
                />
                <TextField label="Whom to ask" value={packer.contact} onChange={(contact) => setPacker({ ...packer, contact })} />
                <p className={styles.quiet}>
                  They stand in the bundle, in bag-info.txt and ro-crate-metadata.json. Left empty, nobody is named as the packer.
                </p>
              </div>
            </details>
          )}
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
