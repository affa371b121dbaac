import { canonicalJson } from '../custody/canonical-json'
import type { CustodyEntry } from '../custody/custody-entry'
import type { Document } from '../documents/document'
import { type CustodyHead, custodyHeadOf, type SnapshotRecords, statedCustody } from '../dossier/snapshot'
import { type Sha256, sha256OfText } from '../units/hashes'
import { type Beside, CARRIED_TABLES, type CarriedRecords, carriedRecords } from './carried-records'
import type { KeptLog, OpenedBundle } from './opened-bundle'

/** Under which log a dossier is stated, and which logs go along. */
export type StatedLog = {
  readonly custody: readonly CustodyEntry[]
  readonly head: CustodyHead
  /** Logs of bundles that were opened or merged here, in the order of their files. */
  readonly keptLogs: readonly KeptLog[]
  /** The records to state. */
  readonly records: SnapshotRecords
  /** The bundle that the analysis still is, unchanged; null where it is this library's own. */
  readonly bundle: OpenedBundle | null
}

/**
 * SHA-256 of the records of a dossier, whatever the order of its lists. Tables without records are left out, so that a kind of record
 * that a later version adds does not make an old bundle another.
 */
export const digestOfRecords = (records: CarriedRecords): Sha256 =>
  sha256OfText(
    canonicalJson(
      Object.fromEntries(
        CARRIED_TABLES.flatMap((table) =>
          records[table].length === 0 ? [] : [[table, [...records[table]].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))]],
        ),
      ),
    ),
  )

/**
 * Decides under which log the records of an analysis are stated. An analysis that came from a bundle and is still what the bundle said is
 * stated under the bundle's log, so that exporting it again gives the same bytes. Anything else is stated under the library's own log,
 * which holds every record as a change of its own, and the logs of the bundles go along.
 * @param beside what goes out beside the records; with working records the bundle is the same only if those are
 * @param own this library's log, whole
 * @param opened the bundles of this analysis, the latest last
 */
export function stateLog(
  records: SnapshotRecords,
  beside: Beside,
  own: readonly CustodyEntry[],
  opened: readonly OpenedBundle[],
): StatedLog {
  for (const bundle of opened.toReversed()) {
    const [log, ...keptLogs] = bundle.logs
    if (log === undefined) continue
    const told = { ...records, documents: records.documents.map((document) => asTold(document, bundle)) }
    const said = beside.working === undefined ? bundle.recordsSha256 : (bundle.workingSha256 ?? bundle.recordsSha256)
    if (digestOfRecords(carriedRecords(told, beside)) === said)
      return { custody: log.entries, head: log.head, keptLogs, records: told, bundle }
  }
  const custody = statedCustody(own)
  const head = custodyHeadOf(custody)
  if (head === null) throw new Error('records without a custody log')
  return { custody, head, keptLogs: distinctLogs(opened.flatMap(({ logs }) => logs)), records, bundle: null }
}

/** The document as the bundle states it, where this library's record says the same but for when it was imported. */
function asTold(document: Document, { documents }: OpenedBundle): Document {
  const told = documents.find(({ id }) => id === document.id)
  return told !== undefined && sameButImport(document, told) ? told : document
}

/** Whether two records of a document say the same but for when it was imported. */
export const sameButImport = (a: Document, b: Document): boolean => canonicalJson({ ...a, importedAt: b.importedAt }) === canonicalJson(b)

/** Each log once; one that another goes on from is part of it. */
export function distinctLogs(logs: readonly KeptLog[]): readonly KeptLog[] {
  const isPartOf = (log: KeptLog, whole: KeptLog): boolean =>
    log.head.entries < whole.head.entries && whole.entries[log.head.entries - 1]?.hash === log.head.head
  return logs.filter((log, at) => !logs.some((other, place) => (log.head.head === other.head.head ? place < at : isPartOf(log, other))))
}
