import type { AnalysisId } from '@shared/analyses/analysis'
import { pngDataUri } from '@shared/bundle/payload'
import { type BundleSink, CHUNK_BYTES, writeBundle } from '@shared/bundle/write-bundle'
import type { DossierFormat } from '@shared/desktop/desktop'
import { composeDossier } from '@shared/dossier/compose-dossier'
import type { EvidenceNode } from '@shared/dossier/dossier-tree'
import { renderHtml } from '@shared/dossier/render-html'
import { renderMarkdown } from '@shared/dossier/render-markdown'
import { claimsCsv, evidenceCsv, moneyAndTimeTables, parityCsv, sourcesCsv } from '@shared/dossier/render-tables'
import { messageOf, type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { Workbench } from '../workbench/workbench'
import { recordExport } from './commands/record-export'
import { type Gathered, gatherSnapshot } from './gather-snapshot'

export type ExportOptions = {
  /** Told what is being done, in words, and how much of it. */
  readonly onProgress?: ((words: string, done: number, of: number | null) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** A snapshot gathered just now; gathered anew when left out. */
  readonly gathered?: Gathered | undefined
  /** Puts what was written in its place; the custody log says nothing of an export that did not get there. */
  readonly finish?: (() => Promise<Outcome<unknown>>) | undefined
}

export type Exported = {
  /** Paths written, from the export's folder. */
  readonly files: readonly string[]
  /** How many linked passages are cited with their quotation verified. */
  readonly cited: number
  /** Linked passages that could not be verified; the dossier lists them. */
  readonly failed: readonly EvidenceNode[]
}

/**
 * Composes and writes the dossier of an analysis, then says so in the custody log. With the format `bag` the folder becomes the
 * bundle, which holds all formats; without it, the chosen files lie in the folder by themselves.
 * Problems: those of gathering, of the sink, `verifier-missing`, `exhibit-damaged`, `exhibit-missing`.
 */
export async function exportDossier(workbench: Workbench, analysisId: AnalysisId, formats: readonly DossierFormat[], sink: BundleSink, options: ExportOptions = {}): Promise<Outcome<Exported>> {
  const { onProgress, signal } = options
  const gathered = options.gathered ? ok(options.gathered) : await gatherSnapshot(workbench, analysisId, { signal, onProgress: (progress) => onProgress?.(progress.words, progress.done, progress.of) })
  if (!gathered.ok) return gathered
  const tree = composeDossier(gathered.value.snapshot)
  const written = formats.includes('bag') ? await writeBag(workbench, gathered.value, sink, options) : await writePlain(gathered.value, formats, sink)
  if (!written.ok) return written
  const placed = (await options.finish?.()) ?? ok(null)
  if (!placed.ok) return placed
  const recorded = await workbench.run(recordExport, { analysisId, formats, cited: tree.counts.byStanding.verified + tree.counts.byStanding.recognised, failed: tree.unverified.length })
  if (!recorded.ok) return recorded
  return ok({ files: written.value, cited: tree.counts.byStanding.verified + tree.counts.byStanding.recognised, failed: tree.unverified })
}

async function writeBag(workbench: Workbench, { snapshot, custody, keptLogs, pictures }: Gathered, sink: BundleSink, { onProgress, signal }: ExportOptions): Promise<Outcome<readonly string[]>> {
  const verifier = await builtVerifier()
  if (!verifier.ok) return verifier
  const of = snapshot.records.documents.reduce((sum, document) => sum + document.bytes, 0)
  let done = 0
  return writeBundle(
    {
      snapshot,
      custody,
      keptLogs,
      picture: (path) => pictures.get(path) ?? null,
      exhibit: async (id) => {
        const row = await workbench.db.files.get(id)
        return row === undefined ? null : piecesOf(row.blob)
      },
      verifier: verifier.value,
    },
    sink,
    { ...(signal ? { signal } : {}), onProgress: ({ path, bytes }) => onProgress?.(`Writing ${path}`, (done += bytes), of) },
  )
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += CHUNK_BYTES) yield new Uint8Array(await blob.slice(at, at + CHUNK_BYTES).arrayBuffer())
}

/** `verify.html` as it is built beside the renderer. */
async function builtVerifier(): Promise<Outcome<Uint8Array>> {
  const missing = (why: string) => trouble(problem('verifier-missing', `The page that checks a bundle is not part of this build (${why}).`, 'Build Vouch again with npm run build, then export.'))
  try {
    const response = await fetch(new URL('verify.html', document.baseURI))
    if (!response.ok) return missing(`status ${response.status}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    // A development server answers an unknown address with the application's own page.
    return new TextDecoder().decode(bytes.subarray(0, 2000)).includes('name="vouch-verifier"') ? ok(bytes) : missing('another page stands at its address')
  } catch (thrown) {
    return missing(messageOf(thrown))
  }
}

async function writePlain({ snapshot, pictures }: Gathered, formats: readonly DossierFormat[], sink: BundleSink): Promise<Outcome<readonly string[]>> {
  const tree = composeDossier(snapshot)
  const parity = parityCsv(tree)
  const files: readonly (readonly [string, string])[] = [
    ...(formats.includes('html') ? [['dossier.html', renderHtml(tree, { picture: (path) => pngDataUri(pictures.get(path) ?? null), exhibitsBeside: false })] as const] : []),
    ...(formats.includes('md') ? [['dossier.md', renderMarkdown(tree, { bundled: false })] as const] : []),
    ...(formats.includes('csv') ? ([['claims.csv', claimsCsv(tree)], ['evidence.csv', evidenceCsv(tree)], ['sources.csv', sourcesCsv(tree)], ...(parity === null ? [] : [['parity.csv', parity] as const]), ...moneyAndTimeTables(tree)] as const) : []),
  ]
  for (const [path, text] of files) {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const done = await sink.write(path, bytes.subarray(at, at + CHUNK_BYTES))
      if (!done.ok) return done
    }
  }
  return ok(files.map(([path]) => path))
}
