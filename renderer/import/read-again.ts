import { type Document, mediaOf } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import { type Outcome, ok } from '@shared/errors/outcome'
import { TABLE_EXTRACTOR } from '@shared/tables/table'
import { pagesOfTable } from '@shared/tables/table-pages'
import { openPdf } from '../pdf/open-pdf'
import { EXTRACTOR } from '../pdf/pdfjs'
import { readTableApart } from '../tables/read-table-apart'
import { readPages } from './read-document'

/** Reads the text of a document from its bytes as import does, for when both stored copies of it are lost. */
export async function readAgain(
  document: Document,
  blob: Blob,
): Promise<Outcome<{ readonly pages: readonly ExtractedPage[]; readonly extractor: Document['extractor'] }>> {
  const media = mediaOf(document)
  if (media !== 'pdf') {
    const table = await readTableApart(blob, media, document.name)
    return table.ok ? ok({ pages: [...pagesOfTable(table.value)], extractor: TABLE_EXTRACTOR }) : table
  }
  const opened = await openPdf(blob, { name: document.name, textOnly: true })
  if (!opened.ok) return opened
  const pages: ExtractedPage[] = []
  await readPages(opened.value, (page) => pages.push(page), new AbortController().signal)
  await opened.value.close()
  return ok({ pages, extractor: EXTRACTOR })
}
