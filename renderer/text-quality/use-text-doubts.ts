import type { DocumentId } from '@shared/documents/document'
import { useLiveQuery } from 'dexie-react-hooks'
import { rowsOfPages } from '../storage/rows-of-pages'
import { useWorkbench } from '../workbench/workbench'
import { isDoubted, textQuality, type TextQualityRow } from './text-quality-rows'

/** What speaks against a page's text layer, and whether the researcher has chosen a text for the page. */
export type PageDoubt = Pick<TextQualityRow, 'index' | 'doubts' | 'compared'> & { readonly decided: boolean }

const NONE: ReadonlyMap<number, PageDoubt> = new Map()

/** The doubted pages of a document by index, kept up to date. */
export function useTextDoubts(documentId: DocumentId): ReadonlyMap<number, PageDoubt> {
  const { db, derived } = useWorkbench()
  const rows = useLiveQuery(() => rowsOfPages(textQuality(derived), documentId), [derived, documentId])
  const choices = useLiveQuery(() => db.where('textChoices', 'documentId', documentId), [db, documentId])
  if (rows === undefined || choices === undefined || rows.length === 0) return NONE
  const decided = (index: number): boolean => choices.some(({ from, to }) => from <= index && index <= to)
  return new Map(rows.filter(isDoubted).map(({ index, doubts, compared }) => [index, { index, doubts, compared, decided: decided(index) }]))
}
