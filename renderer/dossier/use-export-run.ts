import type { AnalysisId } from '@shared/analyses/analysis'
import type { Problem } from '@shared/errors/outcome'
import { useRef, useState } from 'react'
import { useWorkbench } from '../workbench/workbench'
import { type ExportPlace, runExport } from './run-export'
import type { ComposedDossier } from './use-dossier'
import type { ExportChoices } from './use-export-choices'

/** How far an export is. */
export type ExportStage =
  | { readonly kind: 'choosing'; readonly problem: Problem | null }
  | { readonly kind: 'writing'; readonly words: string; readonly done: number; readonly of: number | null }
  | ({ readonly kind: 'done' } & ExportPlace)

/** Writes a dossier as it was chosen, and says how far that is. */
export function useExportRun(
  analysisId: AnalysisId,
  dossier: ComposedDossier | null,
  { shape, formats, audience, remember }: ExportChoices,
): { readonly stage: ExportStage; readonly start: () => Promise<void>; readonly cancel: () => void } {
  const workbench = useWorkbench()
  const [stage, setStage] = useState<ExportStage>({ kind: 'choosing', problem: null })
  const running = useRef<AbortController | null>(null)
  // Read anew for a colleague: what else was made is no part of what is shown here.
  const rereads = dossier === null || (audience === 'colleague' && shape !== 'files')
  const start = async (): Promise<void> => {
    const run = new AbortController()
    running.current = run
    const packer = await remember()
    setStage({ kind: 'writing', words: 'Choosing a place', done: 0, of: null })
    const exported = await runExport(workbench, analysisId, {
      shape,
      formats,
      packer,
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
  return { stage, start, cancel: () => running.current?.abort() }
}
