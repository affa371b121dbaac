import { z } from 'zod'
import { analysisSchema } from '../analyses/analysis'
import { annotationIdSchema, annotationSchema } from '../annotations/annotation'
import { anchorStateSchema, segmentSchema, textRangeSchema } from '../annotations/segment'
import { packerSchema } from '../bundle/packer'
import { chronologyEventSchema } from '../chronology/event'
import { assessmentSchema } from '../claims/assessment'
import { checkSchema } from '../claims/check'
import { claimSchema } from '../claims/claim'
import { evidenceLinkSchema } from '../claims/evidence-link'
import { tensionSchema } from '../claims/tension'
import type { CustodyEntry } from '../custody/custody-entry'
import { disclosureEventSchema } from '../documents/disclosure-event'
import { documentIdSchema, documentSchema } from '../documents/document'
import { documentVersionSchema } from '../documents/document-version'
import { proposalDecisionSchema } from '../documents/proposal-decision'
import { recognitionSchema } from '../documents/recognition'
import { textCorrectionSchema } from '../documents/text-correction'
import { parityCellSchema } from '../parity/parity-cell'
import { parityMatrixSchema } from '../parity/parity-matrix'
import { purchaseSchema } from '../purchases/purchase'
import { searchNoteSchema } from '../searches/search-note'
import { sourceSchema } from '../sources/source'
import { pdfRectSchema } from '../units/geometry'
import { sha256Schema } from '../units/hashes'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'
import { type WorkingRecords, workingRecordsSchema } from './working-records'

/**
 * The form of what is composed. Raised whenever the same snapshot would give other bytes than before, so that a bundle
 * is only ever compared with a composition of its own form.
 */
export const COMPOSER = 5

/** How a segment fared when its page was read again from the stored bytes, at composing time. */
export const segmentCheckSchema = record({
  annotationId: annotationIdSchema,
  /** Place of the segment in its mark, from 0. */
  segment: z.int().min(0),
  state: anchorStateSchema,
  /** One sentence on a state other than exact; empty for exact. */
  why: z.string(),
  /** Where it stands now, when that differs from the record; null where the record's segment stands as it is. */
  found: segmentSchema.nullable(),
  /** Whether a program that recognised the picture of the page found the same words; absent where none has looked. */
  seen: z.enum(['agrees', 'differs']).exactOptional(),
})
export type SegmentCheck = z.infer<typeof segmentCheckSchema>

/** A small PNG of a passage, kept beside the dossier at `picturePath`. Size in pixels. */
export const passagePictureSchema = record({
  annotationId: annotationIdSchema,
  segment: z.int().min(0),
  sha256: sha256Schema,
  width: z.int().min(1),
  height: z.int().min(1),
  /** The part of the page that it shows. */
  area: pdfRectSchema,
})
export type PassagePicture = z.infer<typeof passagePictureSchema>

/** A redaction that lies within a cited passage, by the page's text and the place of both on the page. */
export const blackoutSchema = record({
  annotationId: annotationIdSchema,
  segment: z.int().min(0),
  /** The mark of the redaction. */
  redactionId: annotationIdSchema,
  /** Where in the segment's quotation; null where the text does not show it. */
  place: textRangeSchema.nullable(),
})
export type SegmentBlackout = z.infer<typeof blackoutSchema>

/** Whether the stored bytes of a document still have the SHA-256 that names it. */
export const fileStateSchema = z.enum(['whole', 'damaged', 'missing'])

/** The head of the custody log up to the last entry that changed a record. */
export const custodyHeadSchema = record({
  entries: z.int().min(1),
  firstAt: timestampSchema,
  at: timestampSchema,
  head: sha256Schema,
  /** Who made the entries, in the order in which they first did. */
  actors: list(record({ name: z.string(), entries: z.int().min(1) })),
})

/** The records of one analysis, with the documents and marks that its evidence cites. */
const recordsSchema = record({
  analyses: list(analysisSchema),
  claims: list(claimSchema),
  assessments: list(assessmentSchema),
  sources: list(sourceSchema),
  documents: list(documentSchema),
  disclosureEvents: list(disclosureEventSchema),
  annotations: list(annotationSchema),
  evidenceLinks: list(evidenceLinkSchema),
  searchNotes: list(searchNoteSchema),
  /** Recognised text of the pages on which a citation rests on it. */
  recognitions: list(recognitionSchema).default([]),
  /** Corrections of the pages that citations stand on. */
  textCorrections: list(textCorrectionSchema).default([]),
  /** Which of the cited documents are versions of one another. */
  documentVersions: list(documentVersionSchema).default([]),
  tensions: list(tensionSchema).default([]),
  checks: list(checkSchema).default([]),
  parityMatrices: list(parityMatrixSchema).default([]),
  parityCells: list(parityCellSchema).default([]),
  purchases: list(purchaseSchema).default([]),
  chronologyEvents: list(chronologyEventSchema).default([]),
})
export type SnapshotRecords = z.infer<typeof recordsSchema>
/** The tables of which a snapshot holds records. */
export const SNAPSHOT_TABLES = Object.keys(recordsSchema.unwrap().shape) as readonly (keyof SnapshotRecords)[]

/**
 * All that a dossier is composed from; `vouch.json` in a bundle is this as canonical JSON. It reads no clock: the moment of
 * a dossier is that of the last custody entry that changed a record.
 */
export const snapshotSchema = record({
  format: z.literal('vouch-dossier'),
  composer: z.int().min(1),
  /** Version of the program that composed it. */
  vouch: z.string(),
  custody: custodyHeadSchema,
  /** Heads of the logs of bundles that were opened or merged here, in the order of their files (`keptLogPath`); absent where there are none. */
  keptLogs: list(custodyHeadSchema).exactOptional(),
  records: recordsSchema,
  checks: list(segmentCheckSchema),
  pictures: list(passagePictureSchema),
  files: list(record({ documentId: documentIdSchema, state: fileStateSchema })),
  /** Marks of redactions in the cited documents that are not cited themselves. */
  redactions: list(annotationSchema).default([]),
  blackouts: list(blackoutSchema).default([]),
  /** Decisions by which words under a failed redaction may be read, on the pages that passages are cited from; absent where there are none. */
  released: list(proposalDecisionSchema).exactOptional(),
  /** What else was made on the documents; only in a bundle for a colleague. Nothing of the dossier is composed from it. */
  working: workingRecordsSchema.exactOptional(),
  /** Decisions of bundles taken up in whose place others were decided for, sorted; only beside working records, and where there are any. */
  setAside: list(record({ table: z.string(), id: z.string() })).exactOptional(),
  /** Who packed the bundle, where they chose to be named. */
  packer: packerSchema.exactOptional(),
})
export type DossierSnapshot = z.infer<typeof snapshotSchema>
export type CustodyHead = DossierSnapshot['custody']

/** Where a picture stands in a bundle's payload. Made of an identifier alone, never of a document's name. */
export const picturePath = (picture: Pick<PassagePicture, 'annotationId' | 'segment'>): string =>
  `pictures/${picture.annotationId}-${picture.segment + 1}.png`

/** Where the n-th kept log (from 1) stands in a bundle's payload. */
export const keptLogPath = (n: number): string => `custody-${n}.jsonl`

/**
 * The custody log as a dossier states it: whole, but for trailing entries that changed no record (exports, mostly), so
 * that exporting one state twice gives the same bytes.
 */
export function statedCustody(entries: readonly CustodyEntry[]): readonly CustodyEntry[] {
  const last = entries.findLastIndex((entry) => entry.changes.length > 0)
  return entries.slice(0, last + 1)
}

/** The head of a stated custody log; null for an empty one. */
export function custodyHeadOf(stated: readonly CustodyEntry[]): DossierSnapshot['custody'] | null {
  const first = stated[0]
  const last = stated.at(-1)
  return first === undefined || last === undefined
    ? null
    : { entries: stated.length, firstAt: first.at, at: last.at, head: last.hash, actors: actorsOf(stated) }
}

function actorsOf(entries: readonly CustodyEntry[]): DossierSnapshot['custody']['actors'] {
  const counts = new Map<string, number>()
  for (const { actor } of entries) counts.set(actor, (counts.get(actor) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, entries: count }))
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => byText(a.id, b.id))
const bySegment = <Item extends { readonly annotationId: string; readonly segment: number }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => byText(a.annotationId, b.annotationId) || a.segment - b.segment)

const orderedWorking = (working: WorkingRecords): WorkingRecords => ({
  annotations: byId(working.annotations),
  recognitions: byId(working.recognitions),
  textCorrections: byId(working.textCorrections),
  textChoices: byId(working.textChoices),
  stampRules: byId(working.stampRules),
  documentVersions: byId(working.documentVersions),
  proposalDecisions: byId(working.proposalDecisions),
})

/** The snapshot with every list in one order, so that equal states give equal bytes. */
export function orderedSnapshot(snapshot: DossierSnapshot): DossierSnapshot {
  const { records } = snapshot
  return {
    ...snapshot,
    records: {
      analyses: byId(records.analyses),
      claims: byId(records.claims),
      assessments: byId(records.assessments),
      sources: byId(records.sources),
      documents: byId(records.documents),
      disclosureEvents: byId(records.disclosureEvents),
      annotations: byId(records.annotations),
      evidenceLinks: byId(records.evidenceLinks),
      searchNotes: byId(records.searchNotes),
      recognitions: byId(records.recognitions),
      textCorrections: byId(records.textCorrections),
      documentVersions: byId(records.documentVersions),
      tensions: byId(records.tensions),
      checks: byId(records.checks),
      parityMatrices: byId(records.parityMatrices),
      parityCells: byId(records.parityCells),
      purchases: byId(records.purchases),
      chronologyEvents: byId(records.chronologyEvents),
    },
    checks: bySegment(snapshot.checks),
    pictures: bySegment(snapshot.pictures),
    files: [...snapshot.files].sort((a, b) => byText(a.documentId, b.documentId)),
    redactions: byId(snapshot.redactions),
    blackouts: [...snapshot.blackouts].sort(
      (a, b) =>
        byText(a.annotationId, b.annotationId) ||
        a.segment - b.segment ||
        byText(a.redactionId, b.redactionId) ||
        (a.place?.start ?? -1) - (b.place?.start ?? -1),
    ),
    ...(snapshot.released === undefined ? {} : { released: byId(snapshot.released) }),
    ...(snapshot.working === undefined ? {} : { working: orderedWorking(snapshot.working) }),
  }
}
