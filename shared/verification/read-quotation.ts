import { findQuotation } from '../anchoring/find-quotation'
import type { PageText } from '../documents/page'
import { recognitionId } from '../documents/recognition'
import { type DossierSnapshot, picturePath } from '../dossier/snapshot'
import { messageOf } from '../errors/outcome'
import { cellHolds } from '../tables/cells'
import { pageIndex } from '../units/pages'
import type { OpenedExhibit } from './bundle-files'
import type { FileHashes } from './check-bag'
import type { QuotationRow } from './quotation-rows'

export type QuotationPlaces = {
  readonly exhibit: OpenedExhibit
  /** The pages of the exhibit that were read, by number. */
  readonly pages: Map<number, PageText>
  readonly hashes: FileHashes
  readonly snapshot: DossierSnapshot | null
}

/** Looks for a quotation where its row says that it stands. True where it does; else why not, or false where the words are simply not there. */
export async function quotationStands(row: QuotationRow, places: QuotationPlaces): Promise<boolean | string> {
  const { readRow } = places.exhibit
  if (readRow !== undefined) return standsInCell(row, readRow)
  if (row.sheet !== '' || row.column !== '') return 'it names a cell, and the exhibit is no table'
  if (row.quote.trim() === '') return 'no words'
  if (row.page > places.exhibit.pageCount) return `the exhibit has ${places.exhibit.pageCount} pages`
  return row.text_origin === 'ocr' ? standsInRecognition(row, places) : standsOnPage(row, places)
}

/** In a table, where an empty quotation says that the cell is empty: then there must be such a row, and nothing in that cell. */
function standsInCell({ sheet, page, column, quote }: QuotationRow, readRow: NonNullable<OpenedExhibit['readRow']>): boolean | string {
  const text = readRow(sheet === '' ? null : sheet, page)
  if (text === undefined) return 'the exhibit has no such row'
  if (quote.trim() === '' && column === '') return 'no words'
  return cellHolds(text, column === '' ? null : Number(column), quote)
}

function standsInRecognition(row: QuotationRow, { hashes, snapshot }: QuotationPlaces): boolean | string {
  if (snapshot === null) return 'recognised text, and vouch.json cannot be read'
  const index = pageIndex(row.page - 1)
  const id = recognitionId(row.document_sha256, index)
  const recognition = snapshot.records.recognitions.find(
    (each) => each.id === id && each.documentId === row.document_sha256 && each.pageIndex === index,
  )
  if (recognition === undefined) return 'vouch.json holds no recognised text of the page'
  const picture = snapshot.pictures.find((each) => picturePath(each) === row.picture)
  if (picture === undefined || hashes.get(`data/${row.picture}`) !== picture.sha256) return 'the picture to compare it with is missing'
  const { how } = findQuotation(recognition.text, { quote: row.quote })
  return how === 'exact' || how === 'moved'
}

async function standsOnPage(row: QuotationRow, { exhibit, pages }: QuotationPlaces): Promise<boolean | string> {
  try {
    const text = pages.get(row.page) ?? (await exhibit.readPage(row.page - 1))
    pages.set(row.page, text)
    const { how } = findQuotation(text, { quote: row.quote })
    return how === 'exact' || how === 'moved'
  } catch (thrown) {
    return `the page could not be read: ${messageOf(thrown)}`
  }
}
