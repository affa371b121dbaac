import { annotationSchema } from '../annotations/annotation'
import { documentVersionSchema } from '../documents/document-version'
import { proposalDecisionSchema } from '../documents/proposal-decision'
import { recognitionSchema } from '../documents/recognition'
import { textChoiceSchema } from '../documents/text-choice'
import { textCorrectionSchema } from '../documents/text-correction'
import { stampRuleSchema } from '../stamps/stamp-rule'
import { list, record } from '../units/strict-schema'
import type { z } from 'zod'

/** What a researcher made on the documents of an analysis beyond what its dossier rests on: each record that the dossier does not hold itself. */
export const workingRecordsSchema = record({
  annotations: list(annotationSchema),
  /** Recognised text of the pages on which these marks and corrections rest on it. */
  recognitions: list(recognitionSchema),
  textCorrections: list(textCorrectionSchema),
  textChoices: list(textChoiceSchema),
  stampRules: list(stampRuleSchema),
  documentVersions: list(documentVersionSchema),
  proposalDecisions: list(proposalDecisionSchema),
})
export type WorkingRecords = z.infer<typeof workingRecordsSchema>

export const WORKING_TABLES = Object.keys(workingRecordsSchema.unwrap().shape) as readonly (keyof WorkingRecords)[]

/** How many working records there are. */
export const countWorking = (working: WorkingRecords): number => WORKING_TABLES.reduce((sum, table) => sum + working[table].length, 0)
