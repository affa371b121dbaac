import type { AnalysisId } from '@shared/analyses/analysis'
import type { DossierFormat } from '@shared/desktop/desktop'
import { composeDossier } from '@shared/dossier/compose-dossier'
import { type Outcome, ok, type Problem } from '@shared/errors/outcome'
import type { Workbench } from '../workbench/workbench'
import { exportDossier, type ExportOptions } from './export-dossier'
import { exportName, type ExportShape } from './export-name'
import { gatherSnapshot } from './gather-snapshot'
import { zipSink } from './zip-sink'

export type RunExport = ExportOptions & { readonly shape: ExportShape; readonly formats: readonly DossierFormat[] }
export type ExportPlace = { readonly shownPath: string; readonly token: string; readonly files: number; readonly cited: number; readonly failed: number; readonly withoutPaper: Problem | null }

/** Asks for a place and writes the export there; null when the researcher chose none. Nothing is left behind on trouble. */
export async function runExport(workbench: Workbench, analysisId: AnalysisId, { shape, formats, ...options }: RunExport): Promise<Outcome<ExportPlace | null>> {
  const { exports } = workbench.desktop
  const gathered = options.gathered ? ok(options.gathered) : await gatherSnapshot(workbench, analysisId, { signal: options.signal, onProgress: ({ words, done, of }) => options.onProgress?.(words, done, of) })
  if (!gathered.ok) return gathered
  const tree = composeDossier(gathered.value.snapshot)
  const name = exportName(tree)
  const begun = await exports.begin(shape === 'zip' ? `${name}.zip` : name, shape === 'zip' ? 'file' : 'folder')
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { token } = begun.value
  const zip = shape === 'zip' ? zipSink(name, tree.custody.at, (bytes) => exports.write(token, `${name}.zip`, bytes)) : null
  let shownPath = begun.value.shownPath
  const finish = async (): Promise<Outcome<unknown>> => {
    const packed = (await zip?.end()) ?? ok(null)
    if (!packed.ok) return packed
    const finished = await exports.finish(token)
    if (finished.ok) shownPath = finished.value.shownPath
    return finished
  }
  const exported = await exportDossier(workbench, analysisId, shape === 'files' ? formats : ['bag', 'pdf'], zip ?? { write: (path, bytes) => exports.write(token, path, bytes) }, { ...options, gathered: gathered.value, finish })
  if (!exported.ok) {
    await exports.abandon(token)
    return exported
  }
  const { files, cited, failed, withoutPaper } = exported.value
  return ok({ shownPath, token, files: files.length, cited, failed: failed.length, withoutPaper })
}
