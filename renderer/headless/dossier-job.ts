import bundledAnalysis from '../../resources/analyses/ice-ai-disclosure.json?raw'
import type { AnalysisId } from '@shared/analyses/analysis'
import { readAnalysisFile, recordsOfAnalysisFile } from '@shared/analyses/analysis-file'
import { type AnchorState, worstOf } from '@shared/annotations/segment'
import type { Desktop, Job } from '@shared/desktop/desktop'
import type { DocumentId } from '@shared/documents/document'
import type { SegmentCheck } from '@shared/dossier/snapshot'
import { counted } from '@shared/dossier/words'
import { type Outcome, ok, type Problem, trouble } from '@shared/errors/outcome'
import { newId } from '@shared/units/ids'
import { timestampOf } from '@shared/units/time'
import { groupedBy } from '@shared/units/grouped-by'
import { importAnalysis } from '../analyses/commands/import-analysis'
import { exportDossier } from '../dossier/export-dossier'
import { exportSink } from '../dossier/export-sink'
import { gatherSnapshot } from '../dossier/gather-snapshot'
import { addEvidenceTable, type EvidenceTally } from '../evidence-table/add-evidence-table'
import { readEvidenceFile } from '../evidence-table/read-evidence-file'
import type { ImportItem, ImportResult } from '../import/import-queue'
import { openWorkbench } from '../workbench/open-workbench'
import type { Workbench } from '../workbench/workbench'
import { readChosenFile } from './read-chosen-file'
import { recogniseForJob } from './recognise-for-job'
import type { JobResult } from './run-job'

type DossierJob = Extract<Job, { kind: 'dossier' }>

/** Exit statuses of `npm run dossier`. */
const EVERY_ROW_CITED = 0
const FAILED = 1
const SOME_ROW_NOT_CITED = 3

/** The main job without a window: import, anchor and link the rows of a table, compose and write the dossier. */
export async function runDossierJob(desktop: Desktop, job: DossierJob): Promise<JobResult> {
  const done = await dossier(desktop, job)
  if (done.ok) return done.value
  await desktop.job.progress(`${done.problem.what} ${done.problem.remedy}`)
  return { stdout: '', status: FAILED }
}

async function dossier(desktop: Desktop, job: DossierJob): Promise<Outcome<JobResult>> {
  const say = (line: string): Promise<void> => desktop.job.progress(line)

  const file = await readChosenFile(desktop, job.evidence)
  if (!file.ok) return file
  const table = await readEvidenceFile(file.value, { named: true })
  if (!table.ok) return table
  const opened = await openWorkbench(desktop, { unattended: true })
  if (!opened.ok) return opened
  const { workbench } = opened.value

  const analysis = await analysisFor(workbench, job.analysis)
  if (!analysis.ok) return analysis
  const documents = await importDocuments(workbench, job, say)
  await recogniseForJob(workbench, table.value, documents.byName, job.recognise, say)
  const evidence = await addEvidenceTable(
    workbench,
    analysis.value,
    table.value,
    documents.byName,
    (done) => void say(`Evidence: ${done} of ${table.value.rows.length} rows`),
  )
  if (!evidence.ok) return evidence
  if (evidence.value.addedClaims.length > 0)
    await say(`Claims that only the evidence table names were added without a text: ${evidence.value.addedClaims.join(', ')}`)

  const target = await desktop.exports.begin('dossier', 'folder')
  if (!target.ok) return target
  if (target.value === null)
    return trouble({ kind: 'no-target', what: 'There is no folder to write the dossier to.', remedy: 'Name one with --out.' })
  const { token } = target.value
  const gathered = await gatherSnapshot(workbench, analysis.value, {
    audience: job.formats.includes('bag') ? job.audience : 'publication',
    onProgress: ({ words }) => void say(words),
  })
  if (!gathered.ok) return gathered
  const { stays } = gathered.value
  if (stays > 0)
    await say(
      `${counted(stays, 'mark or decision', 'marks and decisions')} stayed here: made on a document that is kept out or could not be looked at, or repeating words under a redaction`,
    )
  let last = ''
  const exported = await exportDossier(workbench, analysis.value, job.formats, exportSink(workbench, token), {
    gathered: gathered.value,
    finish: () => desktop.exports.finish(token),
    onProgress(words) {
      // The window shows how many pages of a thing are done; a log has one line for it.
      if (words !== last) void say(words)
      last = words
    },
  })
  if (!exported.ok) {
    await desktop.exports.abandon(token)
    return exported
  }

  const { withoutPaper } = exported.value
  if (withoutPaper !== null) await say(sentence(withoutPaper))
  const counts = countStates(evidence.value, gathered.value.snapshot.checks)
  const summary = {
    documents: documents.summary,
    evidence: { in: table.value.rows.length + table.value.refused.length, ...counts, refused: evidence.value.refused },
    dossier: { files: exported.value.files },
  }
  const every = counts.approximate === 0 && counts.lost === 0 && evidence.value.refused.length === 0
  return ok({ stdout: `${JSON.stringify(summary)}\n`, status: every ? EVERY_ROW_CITED : SOME_ROW_NOT_CITED })
}

/** The analysis that the job names, or the bundled one; in a library that has it already, that one is used again. */
async function analysisFor(workbench: Workbench, given: string | null): Promise<Outcome<AnalysisId>> {
  const read = readAnalysisFile(given ?? bundledAnalysis)
  if (!read.ok) return read
  const known = (await workbench.db.all('analyses')).find(
    ({ deletedAt, question, title }) => deletedAt === null && question === read.value.question && title === read.value.title,
  )
  if (known !== undefined) return ok(known.id)
  const records = recordsOfAnalysisFile(read.value, { newId, at: timestampOf(Date.now()), origin: given === null ? 'bundled' : 'imported' })
  const added = await workbench.run(importAnalysis, records)
  return added.ok ? ok(records.analysis.id) : added
}

type ImportedDocuments = {
  readonly byName: ReadonlyMap<string, readonly DocumentId[]>
  readonly summary: {
    readonly in: number
    readonly added: number
    readonly duplicate: number
    readonly refused: readonly { readonly file: string; readonly reason: string }[]
  }
}

async function importDocuments(workbench: Workbench, job: DossierJob, say: (line: string) => Promise<void>): Promise<ImportedDocuments> {
  const byName = new Map<string, DocumentId[]>()
  const note = (name: string, id: DocumentId): void => {
    for (const key of new Set([name, name.split('/').at(-1) ?? name])) byName.set(key, [...(byName.get(key) ?? []), id])
  }
  for (const document of await workbench.db.all('documents')) note(document.name, document.id)

  let reported = 0
  const stop = workbench.imports.items.subscribe(() => {
    const items = workbench.imports.items.get()
    const ended = items.filter((item) => item.result !== null).length
    if (ended > reported) {
      reported = ended
      void say(`Documents: ${ended} of ${items.length}`)
    }
  })
  const items = await workbench.imports.add(job.documents.map((file) => ({ from: 'shell', file })))
  stop()

  const refused: { file: string; reason: string }[] = []
  let added = 0
  let duplicate = 0
  for (const item of items) {
    const result = await unlocked(workbench, job, item)
    if (result.kind === 'added' || result.kind === 'duplicate' || result.kind === 'kept') note(item.name, result.documentId)
    if (result.kind === 'added') added += 1
    else if (result.kind === 'duplicate') duplicate += 1
    else refused.push({ file: item.name, reason: result.kind === 'cancelled' ? 'The import was cancelled.' : sentence(result.problem) })
  }
  return { byName, summary: { in: items.length, added, duplicate, refused } }
}

/** Tries the password given for a locked document. */
async function unlocked(workbench: Workbench, job: DossierJob, item: ImportItem): Promise<ImportResult> {
  const result = item.result ?? { kind: 'cancelled' }
  const password = job.passwords[item.name] ?? job.passwords[item.name.split('/').at(-1) ?? '']
  if (result.kind !== 'kept' || result.problem.kind !== 'pdf-needs-password' || password === undefined) return result
  return workbench.imports.unlock(result.documentId, password)
}

const sentence = (problem: Problem): string => `${problem.what} ${problem.remedy}`

/** The states of the rows' marks as their pages gave them when they were read again for the dossier. */
function countStates(tally: EvidenceTally, checks: readonly SegmentCheck[]): Readonly<Record<AnchorState, number>> {
  const byMark = groupedBy(checks, (check) => check.annotationId)
  const counts = { exact: 0, moved: 0, approximate: 0, lost: 0 }
  for (const { annotationId } of tally.rows) counts[worstOf((byMark.get(annotationId) ?? []).map((check) => check.state))] += 1
  return counts
}
