import type { DocumentId, Extractor } from '@shared/documents/document'
import type { KeptDifference, ReadVersions } from '@shared/text-versions/kept-difference'
import type { Table } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'
import type { DocumentStep } from '../storage/document-steps'

/** What the present version of pdf.js reads otherwise on a page than the version that read its stored text. Only pages with a difference have a row. */
export type ReadingRow = {
  readonly documentId: DocumentId
  /** Page index, from 0. */
  readonly index: number
  readonly versions: ReadVersions
  readonly differences: readonly KeptDifference[]
}

export const readingRows = (derived: DerivedDatabase): Table<ReadingRow, [string, number]> => derived.rows('readingDifferences')

/** Raised when the comparison changes, so that documents are compared again. */
const COMPARISON = 2

/** The step of comparing a document's stored text with what the present version reads. Its form is another for every version and every form of the comparison (FNV-1a). */
export function readAgain({ name, version }: Extractor): DocumentStep {
  let form = 0x811c9dc5
  for (const character of `${COMPARISON} ${name} ${version}`) form = Math.imul(form ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return { step: 'read-again', form }
}

/** Whether the stored text of a document is another version's work. */
export const isOfAnotherVersion = (extractor: Extractor | null, present: Extractor): extractor is Extractor =>
  extractor !== null && (extractor.name !== present.name || extractor.version !== present.version)
