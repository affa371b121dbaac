import type { z } from 'zod'
import { analysisSchema } from '../analyses/analysis'
import { annotationSchema } from '../annotations/annotation'
import { chronologyEventSchema } from '../chronology/event'
import { assessmentSchema } from '../claims/assessment'
import { checkSchema } from '../claims/check'
import { claimSchema } from '../claims/claim'
import { evidenceLinkSchema } from '../claims/evidence-link'
import { tensionSchema } from '../claims/tension'
import { disclosureEventSchema } from '../documents/disclosure-event'
import { documentSchema } from '../documents/document'
import { documentVersionSchema } from '../documents/document-version'
import { proposalDecisionSchema } from '../documents/proposal-decision'
import { recognitionSchema } from '../documents/recognition'
import { textChoiceSchema } from '../documents/text-choice'
import { textCorrectionSchema } from '../documents/text-correction'
import { parityCellSchema } from '../parity/parity-cell'
import { parityMatrixSchema } from '../parity/parity-matrix'
import { purchaseSchema } from '../purchases/purchase'
import { savedSearchSchema } from '../searches/saved-search'
import { searchNoteSchema } from '../searches/search-note'
import { openedBundleSchema } from '../exchange/opened-bundle'
import { sourceSchema } from '../sources/source'
import { stampRuleSchema } from '../stamps/stamp-rule'

/** Every kind of record that commands write, by the table it lives in. Adding a kind starts here. */
export const RECORD_SCHEMAS = {
  analyses: analysisSchema,
  claims: claimSchema,
  assessments: assessmentSchema,
  sources: sourceSchema,
  documents: documentSchema,
  disclosureEvents: disclosureEventSchema,
  annotations: annotationSchema,
  evidenceLinks: evidenceLinkSchema,
  searchNotes: searchNoteSchema,
  recognitions: recognitionSchema,
  textCorrections: textCorrectionSchema,
  textChoices: textChoiceSchema,
  stampRules: stampRuleSchema,
  documentVersions: documentVersionSchema,
  proposalDecisions: proposalDecisionSchema,
  savedSearches: savedSearchSchema,
  tensions: tensionSchema,
  checks: checkSchema,
  parityMatrices: parityMatrixSchema,
  parityCells: parityCellSchema,
  purchases: purchaseSchema,
  chronologyEvents: chronologyEventSchema,
  openedBundles: openedBundleSchema,
} as const

export type RecordTable = keyof typeof RECORD_SCHEMAS
export type RecordOf<Table extends RecordTable> = z.infer<(typeof RECORD_SCHEMAS)[Table]>
export type AnyRecord = { [Table in RecordTable]: RecordOf<Table> }[RecordTable]
export const RECORD_TABLES = Object.keys(RECORD_SCHEMAS) as readonly RecordTable[]

/** The tables whose records are of one analysis, and of nothing else: they come and go with it. */
export const TABLES_OF_ANALYSIS = [
  'claims',
  'assessments',
  'sources',
  'evidenceLinks',
  'searchNotes',
  'tensions',
  'checks',
  'parityMatrices',
  'parityCells',
  'purchases',
  'chronologyEvents',
] as const satisfies readonly RecordTable[]

/** A change that a command asks for. `put` writes the whole record. */
export type Change =
  | { [Table in RecordTable]: { readonly op: 'put'; readonly table: Table; readonly record: RecordOf<Table> } }[RecordTable]
  | { readonly op: 'remove'; readonly table: RecordTable; readonly id: string }

/** Writes a whole record, new or in place of the one with its id. */
export const put = <Table extends RecordTable>(table: Table, record: RecordOf<Table>): Change => ({ op: 'put', table, record }) as Change
/** Takes a record away. */
export const remove = (table: RecordTable, id: string): Change => ({ op: 'remove', table, id })
