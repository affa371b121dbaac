import Papa from 'papaparse'
import { z } from 'zod'
import { findQuotation } from '../anchoring/find-quotation'
import { anchorStateSchema, TEXT_ORIGINS } from '../annotations/segment'
import type { PageText } from '../documents/page'
import { goesWithBundle } from '../documents/document'
import { recognitionId } from '../documents/recognition'
import { type DossierSnapshot, picturePath } from '../dossier/snapshot'
import { NOT_IN_BUNDLE } from '../dossier/words'
import { messageOf, type Outcome, problem, trouble } from '../errors/outcome'
import { cellHolds } from '../tables/cells'
import { sha256Schema } from '../units/hashes'
import { pageIndex } from '../units/pages'
import { type Check, type OpenedExhibit, type OpenExhibit, someOf } from './bundle-files'
import type { FileHashes } from './check-bag'

const rowSchema = z.object({
  claim: z.string().default(''),
  /** In `passages.csv`, which has no claims. */
  citation: z.string().default(''),
  quote: z.string(),
  document_sha256: sha256Schema,
  page: z.coerce.number().int().min(1),
  state: anchorStateSchema,
  text_origin: z.enum(TEXT_ORIGINS),
  picture: z.string().default(''),
  sheet: z.string().default(''),
  column: z.string().regex(/^\d*$/).default(''),
})
export type QuotationRow = z.infer<typeof rowSchema>

/** Reads the rows of a table of quotations that can be checked; the number of the first row (from 2, as a spreadsheet counts) that is none. */
function parseRows(text: string): { readonly rows: readonly QuotationRow[]; readonly badRow: number | null } {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
  const rows: QuotationRow[] = []
  for (const [at, row] of parsed.data.entries()) {
    const valid = rowSchema.safeParse(row)
    if (!valid.success) return { rows, badRow: at + 2 }
    rows.push(valid.data)
  }
  return { rows, badRow: parsed.errors[0]?.row === undefined ? null : parsed.errors[0].row + 2 }
}

/**
 * Every row of `evidence.csv` and `passages.csv` whose state is exact or moved: its quotation is looked for on the stated page of the exhibit
 * with the stated SHA-256, or in the stated cell of a table. Pages are read once. A quotation without words has nothing to be looked for and fails. Quotations of
 * recognised text (`ocr`) are looked for in the recognition that the records hold for that page, and must bring their picture.
 * Quotations from documents that the researcher keeps out of the bundle can't be looked for, and are counted by themselves.
 * @param tables CSV by its name
 * @param snapshot `vouch.json`, whose records other checks compare with the custody log; null where it can't be read
 */
export async function checkQuotations(tables: ReadonlyMap<string, string>, hashes: FileHashes, openExhibit: OpenExhibit, snapshot: DossierSnapshot | null, options: { readonly onQuotation?: (done: number, of: number) => void; readonly signal?: AbortSignal } = {}): Promise<Check> {
  const rows: QuotationRow[] = []
  for (const [name, csv] of tables) {
    const parsed = parseRows(csv)
    if (parsed.badRow !== null) return { name: 'quotations', ok: false, what: `Row ${parsed.badRow} of ${name} cannot be read.` }
    rows.push(...parsed.rows)
  }
  const found = rows.filter((row) => row.state === 'exact' || row.state === 'moved')
  const keptOut = new Set<string>((snapshot?.records.documents ?? []).flatMap((document) => (goesWithBundle(document) ? [] : [document.id])))
  const cited = found.filter((row) => !keptOut.has(row.document_sha256)).toSorted((a, b) => (a.document_sha256 < b.document_sha256 ? -1 : a.document_sha256 > b.document_sha256 ? 1 : a.page - b.page))
  const exhibits = new Map([...hashes].flatMap(([path, hash]) => (path.startsWith('data/exhibits/') ? [[hash, path] as const] : [])))
  const failures: string[] = []
  const unread: string[] = []
  const state: { open: { readonly hash: string; readonly exhibit: Outcome<OpenedExhibit>; readonly pages: Map<number, PageText> } | null } = { open: null }
  const closeOpen = async (): Promise<void> => {
    if (state.open?.exhibit.ok) await state.open.exhibit.value.close()
    state.open = null
  }
  for (const [at, row] of cited.entries()) {
    options.signal?.throwIfAborted()
    if (state.open?.hash !== row.document_sha256) {
      await closeOpen()
      const path = exhibits.get(row.document_sha256)
      const exhibit = path === undefined ? trouble(problem('no-exhibit', `no exhibit has the SHA-256 ${row.document_sha256}`, '')) : await openExhibit(path)
      state.open = { hash: row.document_sha256, exhibit, pages: new Map() }
      if (!exhibit.ok) unread.push(exhibit.problem.what.replace(/\.$/, ''))
    }
    const { exhibit, pages } = state.open
    const stands = !exhibit.ok ? false : exhibit.value.readRow !== undefined ? standsInCell(row, exhibit.value.readRow) : row.text_origin === 'ocr' ? standsInRecognition(row, exhibit.value, hashes, snapshot) : await standsOnPage(row, exhibit.value, pages)
    if (stands !== true) failures.push(`${row.claim || row.citation} ${exhibit.ok && exhibit.value.readRow !== undefined ? 'row' : 'p.'} ${row.page} “${row.quote.slice(0, 60)}”${typeof stands === 'string' ? ` (${stands})` : ''}`)
    options.onQuotation?.(at + 1, cited.length)
  }
  await closeOpen()
  const elsewhere = found.length - cited.length
  const others = rows.length - found.length
  const recognised = cited.filter((row) => row.text_origin === 'ocr').length
  const byEye = recognised === 0 ? '' : ` ${recognised} of them ${recognised === 1 ? 'is text' : 'are texts'} recognised in pictures (OCR): the words stand in the recognised text, and what the page itself says is to be compared with the pictures by eye.`
  const away = elsewhere === 0 ? '' : ` ${elsewhere} more ${elsewhere === 1 ? 'stands in a document that is' : 'stand in documents that are'} ${NOT_IN_BUNDLE}: cited by SHA-256 and page, and not looked for.`
  const rest = others === 0 ? '' : ` ${others} more rows are stated as not verified or to be compared by eye, and were not looked for.`
  if (failures.length > 0) return { name: 'quotations', ok: false, what: `${failures.length} of ${cited.length} quotations were not found on their page or in their cell: ${someOf(failures)}.${unread.length > 0 ? ` Exhibits that could not be read: ${someOf(unread)}.` : ''}` }
  return { name: 'quotations', ok: true, what: `${cited.length} quotations verified: each stands on its page, or in its cell, of the exhibit with the stated SHA-256.${byEye}${away}${rest}`, ...(elsewhere === 0 ? {} : { aside: `${elsewhere} ${elsewhere === 1 ? 'quotation was' : 'quotations were'} not looked for: ${elsewhere === 1 ? 'its document is' : 'their documents are'} ${NOT_IN_BUNDLE}` }) }
}

/** In a table, where an empty quotation says that the cell is empty: then there must be such a row, and nothing in that cell. */
function standsInCell({ sheet, page, column, quote }: QuotationRow, readRow: NonNullable<OpenedExhibit['readRow']>): boolean | string {
  const text = readRow(sheet === '' ? null : sheet, page)
  if (text === undefined) return 'the exhibit has no such row'
  if (quote.trim() === '' && column === '') return 'no words'
  return cellHolds(text, column === '' ? null : Number(column), quote)
}

function standsInRecognition(row: QuotationRow, exhibit: OpenedExhibit, hashes: FileHashes, snapshot: DossierSnapshot | null): boolean | string {
  if (row.quote.trim() === '') return 'no words'
  if (row.page > exhibit.pageCount) return `the exhibit has ${exhibit.pageCount} pages`
  if (snapshot === null) return 'recognised text, and vouch.json cannot be read'
  const id = recognitionId(row.document_sha256, pageIndex(row.page - 1))
  const recognition = snapshot.records.recognitions.find((each) => each.id === id && each.documentId === row.document_sha256 && each.pageIndex === pageIndex(row.page - 1))
  if (recognition === undefined) return 'vouch.json holds no recognised text of the page'
  const picture = snapshot.pictures.find((each) => picturePath(each) === row.picture)
  if (picture === undefined || hashes.get(`data/${row.picture}`) !== picture.sha256) return 'the picture to compare it with is missing'
  const { how } = findQuotation(recognition.text, { quote: row.quote })
  return how === 'exact' || how === 'moved'
}

async function standsOnPage(row: QuotationRow, exhibit: OpenedExhibit, pages: Map<number, PageText>): Promise<boolean | string> {
  if (row.quote.trim() === '') return 'no words'
  if (row.page > exhibit.pageCount) return `the exhibit has ${exhibit.pageCount} pages`
  try {
    const text = pages.get(row.page) ?? (await exhibit.readPage(row.page - 1))
    pages.set(row.page, text)
    const { how } = findQuotation(text, { quote: row.quote })
    return how === 'exact' || how === 'moved'
  } catch (thrown) {
    return `the page could not be read: ${messageOf(thrown)}`
  }
}
