import type { DocumentId } from '@shared/documents/document'
import type { Comparison } from '@shared/text-quality/compare-texts'
import type { TextDoubt } from '@shared/text-quality/judge-text'
import type { Table } from 'dexie'
import type { DerivedDatabase } from '../storage/derived-database'
import type { DocumentStep } from '../storage/document-steps'

/** What speaks against the embedded text of a page. Only pages that are doubted or were compared have a row. */
export type TextQualityRow = {
  readonly documentId: DocumentId
  /** Page index, from 0. */
  readonly index: number
  readonly doubts: readonly TextDoubt[]
  /** The text beside what was recognised in the page's picture; null where nobody looked. */
  readonly compared: Comparison | null
}

/** The step of judging the texts of a document, and its form: raised when the judgement changes, so that documents are judged again. */
export const JUDGED: DocumentStep = { step: 'text-judged', form: 2 }
/** The step of comparing a sample of doubtful pages with what is recognised there. */
export const COMPARED: DocumentStep = { step: 'text-compared', form: 1 }

export const textQuality = (derived: DerivedDatabase): Table<TextQualityRow, [string, number]> => derived.rows('textQuality')

/** Whether anything speaks against quoting from the text. */
export const isDoubted = ({ doubts, compared }: Pick<TextQualityRow, 'doubts' | 'compared'>): boolean =>
  doubts.length > 0 || compared?.agrees === false
