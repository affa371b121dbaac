import type { Document } from '@shared/documents/document'
import { useLiveQuery } from 'dexie-react-hooks'
import { EXTRACTOR } from '../pdf/pdfjs'
import { useWorkbench } from '../workbench/workbench'
import { readDifferences, type TextDifferences } from './read-differences'

/** Where a document's stored text and the present version of pdf.js differ, kept up to date; undefined while it is read. @param page one page only, by index */
export function useDifferences(document: Pick<Document, 'id' | 'extractor'>, page: number | null = null): TextDifferences | undefined {
  const { db, derived } = useWorkbench()
  const { id, extractor } = document
  return useLiveQuery(() => readDifferences({ db, derived }, { id, extractor }, EXTRACTOR, page), [db, derived, id, extractor, page])
}
