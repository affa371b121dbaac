import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { AnalysisId } from '@shared/analyses/analysis'
import type { DossierFormat } from '@shared/desktop/desktop'
import type { Packer } from '@shared/bundle/packer'
import type { BundleSink } from '@shared/bundle/write-bundle'
import { composeDossier } from '@shared/dossier/compose-dossier'
import type { Audience } from '@shared/dossier/audience'
import { type Outcome, ok, type Problem } from '@shared/errors/outcome'
import { type Sha256, sha256Schema } from '@shared/units/hashes'
import { PACKING_LIST } from '@shared/verification/compare-given'
import type { Workbench } from '../workbench/workbench'
import { exportDossier, type ExportOptions } from './export-dossier'
import { exportName, type ExportShape } from './export-name'
import { exportSink } from './export-sink'
import { gatherSnapshot } from './gather-snapshot'

export type RunExport = ExportOptions & {
  /** Who is named in the bundle as having packed it. */
  readonly packer: Packer
  readonly shape: ExportShape
  /** For whom the bundle is; single files hold the dossier alone. */
  readonly audience: Audience
  readonly formats: readonly DossierFormat[]
}
export type ExportPlace = {
  readonly shownPath: string
  readonly token: string
  readonly files: number
  readonly cited: number
  readonly failed: number
  readonly head: Sha256
  readonly packingList: Sha256 | null
  readonly stays: number
  readonly withoutPaper: Problem | null
}

/** Asks for a place and writes the export there; null when the researcher chose none. Nothing is left behind on trouble. */
export async function runExport(
  workbench: Workbench,
  analysisId: AnalysisId,
  { shape, formats, packer, audience, ...options }: RunExport,
): Promise<Outcome<ExportPlace | null>> {
  const { exports } = workbench.desktop
  const gathered = options.gathered
    ? ok(options.gathered)
    : await gatherSnapshot(workbench, analysisId, {
        audience: shape === 'files' ? 'publication' : audience,
        signal: options.signal,
        onProgress: ({ words, done, of }) => options.onProgress?.(words, done, of),
      })
  if (!gathered.ok) return gathered
  // What is still what an opened bundle said goes out as it came in, whoever packs it.
  const named = !gathered.value.asOpened && (packer.organization !== '' || packer.contact !== '')
  const snapshot = named ? { ...gathered.value.snapshot, packer } : gathered.value.snapshot
  const tree = composeDossier(snapshot, gathered.value.custody)
  const name = exportName(tree, snapshot.working === undefined ? 'publication' : 'colleague')
  const begun = await exports.begin(shape === 'zip' ? `${name}.zip` : name, shape === 'zip' ? { zipAt: tree.custody.at } : 'folder')
  if (!begun.ok) return begun
  if (begun.value === null) return ok(null)
  const { token } = begun.value
  const target = exportSink(workbench, token)
  const list = sha256.create()
  const sink: BundleSink = {
    ...target,
    write(path, bytes) {
      if (path === PACKING_LIST) list.update(bytes)
      return target.write(path, bytes)
    },
  }
  let shownPath = begun.value.shownPath
  const finish = async (): Promise<Outcome<unknown>> => {
    const finished = await exports.finish(token)
    if (finished.ok) shownPath = finished.value.shownPath
    return finished
  }
  const exported = await exportDossier(workbench, analysisId, shape === 'files' ? formats : ['bag', 'pdf'], sink, {
    ...options,
    gathered: { ...gathered.value, snapshot },
    finish,
  })
  if (!exported.ok) {
    await exports.abandon(token)
    return exported
  }
  const { files, cited, failed, withoutPaper } = exported.value
  return ok({
    shownPath,
    token,
    files: files.length,
    cited,
    failed: failed.length,
    stays: gathered.value.stays,
    withoutPaper,
    head: tree.custody.head,
    packingList: files.includes(PACKING_LIST) ? sha256Schema.parse(bytesToHex(list.digest())) : null,
  })
}
