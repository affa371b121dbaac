import type { AnalysisId } from '@shared/analyses/analysis'
import type { CustodyEntry } from '@shared/custody/custody-entry'
import { type DocumentId, goesWithBundle } from '@shared/documents/document'
import type { Audience } from '@shared/dossier/audience'
import { COMPOSER, type DossierSnapshot, orderedSnapshot } from '@shared/dossier/snapshot'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { stateLog } from '@shared/exchange/stated-log'
import type { Workbench } from '../workbench/workbench'
import { examineBeforeExport } from './examine-before-export'
import { checkHeldWords } from './held-words'
import { type GatherProgress, readExhibits } from './exhibits/read-exhibits'
import { readRecords } from './read-records'
import { toldByBundle } from './exhibits/told-by-bundle'
import { whatGoesOut } from './what-goes-out'

export type GatherOptions = {
  readonly onProgress?: ((progress: GatherProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** For publication unless said otherwise. */
  readonly audience?: Audience | undefined
}

/** A snapshot with what it does not hold itself: the logs, and the bytes of its pictures by path. */
export type Gathered = {
  readonly snapshot: DossierSnapshot
  readonly custody: readonly CustodyEntry[]
  readonly keptLogs: readonly (readonly CustodyEntry[])[]
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** Whether it is still what an opened bundle said, so that it goes out as it came in. */
  readonly asOpened: boolean
  /** How far this library's own log had come. */
  readonly seen: number
  /** How many working records stay here, as they were made on documents that are kept out, or repeat words under a redaction. */
  readonly stays: number
}

const CANCELLED = problem('cancelled', 'Composing the dossier was cancelled.', 'Nothing was changed; start again when you like.')

/**
 * Gathers an analysis for its dossier: reads the records at one moment, hashes the stored bytes of every exhibit, reads each
 * marked page from those bytes again, and draws the pictures. Problems: `no-analysis`, `cancelled`, `held-words`.
 */
export async function gatherSnapshot(
  workbench: Workbench,
  analysisId: AnalysisId,
  options: GatherOptions = {},
): Promise<Outcome<Gathered>> {
  const { db } = workbench
  const audience = options.audience ?? 'publication'
  const read = await readRecords(db, analysisId, audience)
  if (!read.ok) return read
  const { records: stored, custody: own, opened, exhibits } = read.value
  const unexamined = await examineBeforeExport(workbench, read.value)
  const safe = await checkHeldWords(
    workbench,
    stored.annotations.flatMap(({ segments }) => segments),
  )
  if (!safe.ok) return safe
  // Of a document whose bytes stay here, neither whole pages of text nor pictures go out: only the words that are cited.
  const keptOut = new Set<DocumentId>(stored.documents.flatMap((document) => (goesWithBundle(document) ? [] : [document.id])))
  const out = await whatGoesOut(workbench, read.value, unexamined)
  const { records, custody, head, keptLogs, bundle } = stateLog(
    { ...out.records, recognitions: stored.recognitions.filter(({ documentId }) => !keptOut.has(documentId)) },
    out.beside,
    own,
    opened,
  )
  const setAside = bundle === null ? read.value.setAside : (bundle.told.setAside ?? [])
  const found = await readExhibits(
    workbench,
    { ...read.value, redactions: out.beside.redactions },
    {
      toldOf: (id) => (bundle === null ? null : toldByBundle(bundle, records, id, keptOut.has(id))),
      keptOut,
      onProgress: options.onProgress,
      signal: options.signal,
    },
  )
  if (options.signal?.aborted) return trouble(CANCELLED)
  options.onProgress?.({ words: 'Composing the dossier', done: exhibits.length, of: exhibits.length })
  const { version } = await workbench.desktop.app.info()
  const snapshot = orderedSnapshot({
    format: 'vouch-dossier',
    composer: COMPOSER,
    vouch: version,
    custody: head,
    ...(keptLogs.length === 0 ? {} : { keptLogs: keptLogs.map((log) => log.head) }),
    records,
    checks: found.checks,
    pictures: found.pictures,
    files: found.files,
    ...out.beside,
    ...(out.beside.working === undefined || setAside.length === 0 ? {} : { setAside }),
    blackouts: found.blackouts,
    ...(bundle?.told.packer === undefined ? {} : { packer: bundle.told.packer }),
  })
  return ok({
    snapshot,
    custody,
    keptLogs: keptLogs.map((log) => log.entries),
    pictures: found.bytes,
    asOpened: bundle !== null,
    seen: own.length,
    stays: out.stays,
  })
}
