import type { AnalysisId } from '@shared/analyses/analysis'
import { canonicalJson } from '@shared/custody/canonical-json'
import { type DossierSnapshot, orderedSnapshot, picturePath } from '@shared/dossier/snapshot'
import { type Outcome, ok } from '@shared/errors/outcome'
import { stateLog } from '@shared/exchange/stated-log'
import type { Workbench } from '../workbench/workbench'
import type { Gathered } from './gather-snapshot'
import { checkHeldWords } from './held-words'
import { readRecords } from './read-records'
import { whatGoesOut } from './what-goes-out'

/** A snapshot of the records as they are now, with what was read of the documents earlier. */
export type Refreshed = {
  readonly gathered: Gathered
  /** Marks that are newer than the reading, or were changed since: their words stand as not verified. */
  readonly unread: number
  /** Whether a reading now would be of the same records, so that the snapshot can go out as it is. */
  readonly current: boolean
}

/**
 * Takes the records of now into a snapshot that was gathered earlier, without reading any document again: for looking at. Marks that the earlier
 * reading did not see in the same form are taken for not found. Problems: `no-analysis`, `held-words`.
 */
export async function refreshSnapshot(
  workbench: Workbench,
  analysisId: AnalysisId,
  { snapshot, pictures }: Gathered,
): Promise<Outcome<Refreshed>> {
  const read = await readRecords(workbench.db, analysisId)
  if (!read.ok) return read
  const { custody: own, opened, exhibits } = read.value
  const safe = await checkHeldWords(
    workbench,
    read.value.records.annotations.flatMap(({ segments }) => segments),
  )
  if (!safe.ok) return safe
  const { records: going, beside } = await whatGoesOut(workbench, read.value)
  const { records, custody, head, keptLogs, bundle } = stateLog(going, beside, own, opened)
  const before = new Map(snapshot.records.annotations.map((mark) => [mark.id, canonicalJson(mark.segments)]))
  const seen = new Set<string>(
    records.annotations.filter((mark) => before.get(mark.id) === canonicalJson(mark.segments)).map(({ id }) => id),
  )
  const whole = new Set<string>(exhibits)
  const { released: _earlier, keptLogs: _heads, ...rest } = snapshot
  const next = orderedSnapshot({
    ...rest,
    custody: head,
    // Pages of recognised text stay those that were read with the marks.
    records: { ...records, recognitions: snapshot.records.recognitions },
    checks: snapshot.checks.filter(({ annotationId }) => seen.has(annotationId)),
    pictures: snapshot.pictures.filter(({ annotationId }) => seen.has(annotationId)),
    files: snapshot.files.filter(({ documentId }) => whole.has(documentId)),
    ...(keptLogs.length === 0 ? {} : { keptLogs: keptLogs.map((log) => log.head) }),
    ...beside,
    blackouts: snapshot.blackouts.filter(({ annotationId }) => seen.has(annotationId)),
  })
  const kept = new Set(next.pictures.map(picturePath))
  return ok({
    gathered: {
      snapshot: next,
      custody,
      keptLogs: keptLogs.map((log) => log.entries),
      asOpened: bundle !== null,
      seen: own.length,
      stays: 0,
      pictures: new Map([...pictures].filter(([path]) => kept.has(path))),
    },
    unread: records.annotations.length - seen.size,
    current: readingOf(next) === readingOf(snapshot) && exhibits.length === snapshot.files.length,
  })
}

/** What a reading of the documents depends on, and what it found. */
const readingOf = ({ records, checks, pictures, files, redactions, released, blackouts }: DossierSnapshot): string =>
  canonicalJson({
    marks: records.annotations,
    documents: records.documents,
    recognitions: records.recognitions,
    corrections: records.textCorrections,
    checks,
    pictures,
    files,
    redactions,
    released: released ?? [],
    blackouts,
  })
