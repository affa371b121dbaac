import type { AnalysisId } from '@shared/analyses/analysis'
import { type Payload, pngDataUri } from '@shared/bundle/payload'
import { type BundleSink, CHUNK_BYTES, writeBundle } from '@shared/bundle/write-bundle'
import type { DossierFormat } from '@shared/desktop/desktop'
import { composeDossier } from '@shared/dossier/compose-dossier'
import { dossierDocument } from '@shared/dossier/document/dossier-document'
import type { DossierFile } from '@shared/dossier/dossier-files'
import type { DossierTree, EvidenceNode } from '@shared/dossier/dossier-tree'
import { countWorking } from '@shared/dossier/working-records'
import { renderHtml } from '@shared/dossier/render-html'
import { renderMarkdown } from '@shared/dossier/render-markdown'
import { renderWord } from '@shared/dossier/word/render-word'
import { dossierTables } from '@shared/dossier/render-tables'
import { type Outcome, ok, type Problem, problem, trouble } from '@shared/errors/outcome'
import type { Workbench } from '../workbench/workbench'
import { recordExport } from './commands/record-export'
import { builtVerifier } from './built-verifier'
import { type Gathered, gatherSnapshot } from './gather-snapshot'
import { printDossier } from './paper/print-dossier'

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
  /** Why there is no PDF, where one was asked for and could not be made; all else is written. */
  readonly withoutPaper: Problem | null
}
type Written = { readonly files: readonly string[]; readonly withoutPaper: Problem | null }

/**
 * Composes and writes the dossier of an analysis, then says so in the custody log. With the format `bag` the folder becomes the
 * bundle, which holds all formats, the PDF only if it is asked for too; without it, the chosen files lie in the folder by themselves.
 * Problems: those of gathering, of the sink, `verifier-missing`, `exhibit-damaged`, `exhibit-missing`.
 */
export async function exportDossier(
  workbench: Workbench,
  analysisId: AnalysisId,
  formats: readonly DossierFormat[],
  sink: BundleSink,
  options: ExportOptions = {},
): Promise<Outcome<Exported>> {
  const { onProgress, signal } = options
  const gathered = options.gathered
    ? ok(options.gathered)
    : await gatherSnapshot(workbench, analysisId, {
        signal,
        onProgress: (progress) => onProgress?.(progress.words, progress.done, progress.of),
      })
  if (!gathered.ok) return gathered
  const tree = composeDossier(gathered.value.snapshot, gathered.value.custody)
  const written = formats.includes('bag')
    ? await writeBag(workbench, gathered.value, formats.includes('pdf'), sink, options)
    : await writePlain(workbench, gathered.value, formats, sink, options)
  if (!written.ok) return written
  const placed = (await options.finish?.()) ?? ok(null)
  if (!placed.ok) return placed
  const { files, withoutPaper } = written.value
  const { working } = gathered.value.snapshot
  const recorded = await workbench.run(recordExport, {
    analysisId,
    formats: withoutPaper === null ? formats : formats.filter((format) => format !== 'pdf'),
    cited: tree.counts.byStanding.verified + tree.counts.byStanding.recognised,
    failed: tree.unverified.length,
    working: working === undefined ? null : countWorking(working),
  })
  if (!recorded.ok) return recorded
  return ok({ files, withoutPaper, cited: tree.counts.byStanding.verified + tree.counts.byStanding.recognised, failed: tree.unverified })
}

/** Prints a page; a printing that was cancelled ends the export at its next step. */
const print = (
  workbench: Workbench,
  html: string,
  tree: DossierTree,
  { onProgress, signal }: ExportOptions,
): Promise<Outcome<Uint8Array>> => printDossier(workbench.desktop, html, tree, { signal, onProgress })

async function writeBag(
  workbench: Workbench,
  { snapshot, custody, keptLogs, pictures }: Gathered,
  withPaper: boolean,
  sink: BundleSink,
  options: ExportOptions,
): Promise<Outcome<Written>> {
  const { onProgress, signal } = options
  const verifier = await builtVerifier()
  if (!verifier.ok) return verifier
  const of = snapshot.records.documents.reduce((sum, document) => sum + document.bytes, 0)
  let done = 0
  let withoutPaper: Problem | null = null
  const paper = async ({ tree, texts }: Payload): Promise<Uint8Array | null> => {
    const printed = await print(workbench, texts.get('dossier.html') ?? '', tree, options)
    if (!printed.ok) withoutPaper = printed.problem
    return printed.ok ? printed.value : null
  }
  const written = await writeBundle(
    {
      snapshot,
      custody,
      keptLogs,
      picture: (path) => pictures.get(path) ?? null,
      ...(withPaper ? { paper } : {}),
      verifier: verifier.value,
    },
    sink,
    { ...(signal ? { signal } : {}), onProgress: ({ path, bytes }) => onProgress?.(`Writing ${path}`, (done += bytes), of) },
  )
  return written.ok ? ok({ files: written.value, withoutPaper }) : written
}

async function writePlain(
  workbench: Workbench,
  { snapshot, custody, pictures }: Gathered,
  formats: readonly DossierFormat[],
  sink: BundleSink,
  options: ExportOptions,
): Promise<Outcome<Written>> {
  const tree = composeDossier(snapshot, custody)
  const dossier = dossierDocument(tree)
  const html =
    formats.includes('html') || formats.includes('pdf')
      ? renderHtml(dossier, { picture: (path) => pngDataUri(pictures.get(path) ?? null), exhibitsBeside: false })
      : ''
  const printed = formats.includes('pdf') ? await print(workbench, html, tree, options) : null
  if (options.signal?.aborted)
    return trouble(problem('cancelled', 'The export was cancelled.', 'Export again when you like; nothing was left behind.'))
  const files: readonly (readonly [DossierFile, string | Uint8Array])[] = [
    ...(formats.includes('html') ? [['dossier.html', html] as const] : []),
    ...(printed?.ok === true ? [['dossier.pdf', printed.value] as const] : []),
    ...(formats.includes('docx')
      ? [
          [
            'dossier.docx',
            renderWord(dossier, { picture: (path) => pictures.get(path) ?? null, exhibitsBeside: false, at: tree.custody.at }),
          ] as const,
        ]
      : []),
    ...(formats.includes('md') ? [['dossier.md', renderMarkdown(dossier, { bundled: false })] as const] : []),
    ...(formats.includes('csv') ? dossierTables(tree) : []),
  ]
  for (const [path, content] of files) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const done = await sink.write(path, bytes.subarray(at, at + CHUNK_BYTES))
      if (!done.ok) return done
    }
  }
  return ok({ files: files.map(([path]) => path), withoutPaper: printed?.ok === false ? printed.problem : null })
}
