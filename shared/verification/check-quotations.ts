import { goesWithBundle } from '../documents/document'
import type { PageText } from '../documents/page'
import type { DossierSnapshot } from '../dossier/snapshot'
import { NOT_IN_BUNDLE } from '../dossier/words'
import { type Outcome, problem, trouble } from '../errors/outcome'
import { type Check, type OpenedExhibit, type OpenExhibit, type QuotationResult, someOf } from './bundle-files'
import type { FileHashes } from './check-bag'
import { parseRows, type QuotationRow } from './quotation-rows'
import { quotationStands } from './read-quotation'

/**
 * Every row of `evidence.csv` and `passages.csv` whose state is exact or moved: its quotation is looked for on the stated page of the exhibit
 * with the stated SHA-256, or in the stated cell of a table. Pages are read once. A quotation without words has nothing to be looked for and fails. Quotations of
 * recognised text (`ocr`) are looked for in the recognition that the records hold for that page, and must bring their picture.
 * Quotations from documents that the researcher keeps out of the bundle can't be looked for, and are counted by themselves.
 * @param tables CSV by its name
 * @param snapshot `vouch.json`, whose records other checks compare with the custody log; null where it can't be read
 */
export async function checkQuotations(
  tables: ReadonlyMap<string, string>,
  hashes: FileHashes,
  openExhibit: OpenExhibit,
  snapshot: DossierSnapshot | null,
  options: { readonly onQuotation?: (done: number, of: number) => void; readonly signal?: AbortSignal } = {},
): Promise<Check> {
  const rows: QuotationRow[] = []
  for (const [name, csv] of tables) {
    const parsed = parseRows(name, csv)
    if (parsed.badRow !== null) return { name: 'quotations', ok: false, what: `Row ${parsed.badRow} of ${name} cannot be read.` }
    rows.push(...parsed.rows)
  }
  const found = rows.filter((row) => row.state === 'exact' || row.state === 'moved')
  const keptOut = new Set<string>(
    (snapshot?.records.documents ?? []).flatMap((document) => (goesWithBundle(document) ? [] : [document.id])),
  )
  const cited = found
    .filter((row) => !keptOut.has(row.document_sha256))
    .toSorted((a, b) => (a.document_sha256 < b.document_sha256 ? -1 : a.document_sha256 > b.document_sha256 ? 1 : a.page - b.page))
  const exhibits = new Map([...hashes].flatMap(([path, hash]) => (path.startsWith('data/exhibits/') ? [[hash, path] as const] : [])))
  const results = new Map<QuotationRow, Pick<QuotationResult, 'result' | 'why'>>()
  const failures: string[] = []
  const unread: string[] = []
  const state: { open: { readonly hash: string; readonly exhibit: Outcome<OpenedExhibit>; readonly pages: Map<number, PageText> } | null } =
    { open: null }
  const closeOpen = async (): Promise<void> => {
    if (state.open?.exhibit.ok) await state.open.exhibit.value.close()
    state.open = null
  }
  for (const [at, row] of cited.entries()) {
    options.signal?.throwIfAborted()
    if (state.open?.hash !== row.document_sha256) {
      await closeOpen()
      const path = exhibits.get(row.document_sha256)
      const exhibit =
        path === undefined
          ? trouble(problem('no-exhibit', `no exhibit has the SHA-256 ${row.document_sha256}`, ''))
          : await openExhibit(path)
      state.open = { hash: row.document_sha256, exhibit, pages: new Map() }
      if (!exhibit.ok) unread.push(exhibit.problem.what.replace(/\.$/, ''))
    }
    const { exhibit, pages } = state.open
    const stands = exhibit.ok ? await quotationStands(row, { exhibit: exhibit.value, pages, hashes, snapshot }) : false
    if (stands !== true)
      failures.push(
        `${row.claim || row.citation} ${exhibit.ok && exhibit.value.readRow !== undefined ? 'row' : 'p.'} ${row.page} “${row.quote.slice(0, 60)}”${typeof stands === 'string' ? ` (${stands})` : ''}`,
      )
    results.set(row, resultOf(row, stands, exhibit))
    options.onQuotation?.(at + 1, cited.length)
  }
  await closeOpen()
  const quotations = rows.map((row): QuotationResult => ({
    table: row.table,
    row: row.row,
    cited: row.claim || row.citation,
    quote: row.quote,
    exhibit: row.exhibit,
    page: row.page,
    ...(results.get(row) ?? {
      result: 'not-looked-for',
      why: keptOut.has(row.document_sha256) ? `Its document is ${NOT_IN_BUNDLE}.` : `Stated as not verified. ${row.why}`.trim(),
    }),
  }))
  const elsewhere = found.length - cited.length
  const others = rows.length - found.length
  const recognised = cited.filter((row) => row.text_origin === 'ocr').length
  const byEye =
    recognised === 0
      ? ''
      : ` ${recognised} of them ${recognised === 1 ? 'is text' : 'are texts'} recognised in pictures (OCR): the words stand in the recognised text, and what the page itself says is to be compared with the pictures by eye.`
  const away =
    elsewhere === 0
      ? ''
      : ` ${elsewhere} more ${elsewhere === 1 ? 'stands in a document that is' : 'stand in documents that are'} ${NOT_IN_BUNDLE}: cited by SHA-256 and page, and not looked for.`
  const rest = others === 0 ? '' : ` ${others} more rows are stated as not verified or to be compared by eye, and were not looked for.`
  if (failures.length > 0)
    return {
      name: 'quotations',
      ok: false,
      quotations,
      what: `${failures.length} of ${cited.length} quotations were not found on their page or in their cell: ${someOf(failures)}.${unread.length > 0 ? ` Exhibits that could not be read: ${someOf(unread)}.` : ''}`,
    }
  return {
    name: 'quotations',
    ok: true,
    quotations,
    what: `${cited.length} quotations verified: each stands on its page, or in its cell, of the exhibit with the stated SHA-256.${byEye}${away}${rest}`,
    ...(elsewhere === 0
      ? {}
      : {
          aside: `${elsewhere} ${elsewhere === 1 ? 'quotation was' : 'quotations were'} not looked for: ${elsewhere === 1 ? 'its document is' : 'their documents are'} ${NOT_IN_BUNDLE}`,
        }),
  }
}

function resultOf(row: QuotationRow, stands: boolean | string, exhibit: Outcome<OpenedExhibit>): Pick<QuotationResult, 'result' | 'why'> {
  if (stands === true)
    return {
      result: 'verified',
      why: row.text_origin === 'ocr' ? 'In text recognised in the picture of the page: compare it with the picture.' : '',
    }
  return {
    result: 'failed',
    why: exhibit.ok
      ? typeof stands === 'string'
        ? `${stands}.`.replace(/^./, (first) => first.toUpperCase())
        : 'The words do not stand there.'
      : exhibit.problem.what,
  }
}
