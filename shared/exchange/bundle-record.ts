import type { CustodyEntry } from '../custody/custody-entry'
import type { Document, DocumentId } from '../documents/document'
import { custodyHeadOf, type DossierSnapshot } from '../dossier/snapshot'
import { carriedBy, carriedRecords } from './carried-records'
import { bundleId } from './histories'
import type { OpenedBundle } from './opened-bundle'
import { digestOfRecords, sameButImport } from './stated-log'

/** What is kept of a bundle that is taken up, apart from who does so and when; `otherwise` follows from what is decided (`standsOtherwise`). */
export type BundleToKeep = Omit<OpenedBundle, 'author' | 'at'>

/**
 * @param logs `custody.jsonl`, then the logs that the bundle kept itself
 * @param here the documents of the bundle that are in this library already
 * @param withoutBytes documents whose bytes neither the bundle brings nor the library has
 */
export function bundleToKeep(
  snapshot: DossierSnapshot,
  logs: readonly (readonly CustodyEntry[])[],
  here: ReadonlyMap<DocumentId, Document>,
  withoutBytes: readonly DocumentId[],
): BundleToKeep {
  const [analysis] = snapshot.records.analyses
  if (analysis === undefined) throw new Error('a bundle holds an analysis')
  const { working: _working, ...published } = snapshot
  const absent = new Set(withoutBytes)
  const marks = new Set(snapshot.records.annotations.flatMap(({ id, documentId }) => (absent.has(documentId) ? [id] : [])))
  const blackouts = snapshot.blackouts.filter(({ annotationId }) => marks.has(annotationId))
  return {
    id: bundleId(analysis.id, snapshot.custody.head),
    analysisId: analysis.id,
    recordsSha256: digestOfRecords(carriedRecords(snapshot.records, published)),
    ...(snapshot.working === undefined ? {} : { workingSha256: digestOfRecords(carriedBy(snapshot)) }),
    logs: logs.flatMap((entries) => {
      const head = custodyHeadOf(entries)
      return head === null ? [] : [{ head, entries }]
    }),
    withoutBytes,
    told: {
      files: snapshot.files.filter(({ documentId }) => absent.has(documentId)),
      checks: snapshot.checks.filter(({ annotationId }) => marks.has(annotationId)),
      ...(blackouts.length === 0 ? {} : { blackouts }),
      ...(snapshot.packer === undefined ? {} : { packer: snapshot.packer }),
      ...(snapshot.setAside === undefined ? {} : { setAside: snapshot.setAside }),
    },
    documents: snapshot.records.documents.filter((told) => {
      const known = here.get(told.id)
      return known !== undefined && known.importedAt !== told.importedAt && sameButImport(known, told)
    }),
    otherwise: [],
  }
}

/** What is kept where a bundle of the same state was taken up before, for the other reader: what it said beyond this one, and what was decided then, stay. */
export function withEarlier(keep: BundleToKeep, earlier: OpenedBundle | undefined): BundleToKeep {
  if (earlier === undefined) return keep
  const known = new Set(keep.otherwise.map(({ record }) => (record as { readonly id: string }).id))
  const { workingSha256 = earlier.workingSha256 } = keep
  const { setAside = earlier.told.setAside } = keep.told
  return {
    ...keep,
    ...(workingSha256 === undefined ? {} : { workingSha256 }),
    told: { ...keep.told, ...(setAside === undefined ? {} : { setAside }) },
    otherwise: [...keep.otherwise, ...earlier.otherwise.filter(({ record }) => !known.has((record as { readonly id: string }).id))],
  }
}

/** Whether a log is only an earlier part of another, so that keeping it would add nothing. */
export function isPartOfLog(log: readonly CustodyEntry[], whole: readonly CustodyEntry[]): boolean {
  const last = log.at(-1)
  return last === undefined || whole[last.seq - 1]?.hash === last.hash
}
