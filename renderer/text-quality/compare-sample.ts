import type { DocumentId } from '@shared/documents/document'
import { compareWithRecognised } from '@shared/text-quality/compare-texts'
import type { PageIndex } from '@shared/units/pages'
import type { RecognisedPage } from '../recognition/recognition-job'
import type { PageRow } from '../storage/database'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { rowsOfPages } from '../storage/rows-of-pages'
import { isDoubted, textQuality, type TextQualityRow } from './text-quality-rows'

/** Pages of a document that are recognised to see whether its text layer says what is printed. */
const SAMPLED = 3

/** Recognises a page without keeping the result; null where that failed. */
export type RecogniseOnce = (documentId: DocumentId, page: PageIndex) => Promise<RecognisedPage | null>

/**
 * The pages to compare: of those that are pictures with a text layer, and of those whose text is doubted, a few spread over the
 * document. Page indexes from 0, in order.
 */
export function sampleOf(pages: readonly Pick<PageRow, 'index' | 'content'>[], doubted: ReadonlySet<number>): readonly PageIndex[] {
  const layers = pages.filter((page) => page.content === 'both' || (doubted.has(page.index) && page.content !== 'empty'))
  const step = Math.max(1, layers.length / SAMPLED)
  return [
    ...new Set(Array.from({ length: Math.min(SAMPLED, layers.length) }, (_, at) => layers[Math.floor((at + 0.5) * step)]?.index)),
  ].filter((index) => index !== undefined)
}

/**
 * Compares a sample of a document's pages with what is recognised in their pictures, and keeps what came of it. A layer that disagrees
 * on every sampled page is doubted on all pages of its kind.
 */
export async function compareSample(
  { db, derived }: { readonly db: Database; readonly derived: DerivedDatabase },
  documentId: DocumentId,
  recognise: RecogniseOnce,
): Promise<void> {
  const rows = textQuality(derived)
  const known = new Map((await rowsOfPages(rows, documentId)).map((row) => [row.index, row]))
  const pages = await rowsOfPages(db.pages, documentId)
  const compared: TextQualityRow[] = []
  for (const index of sampleOf(pages, new Set([...known.values()].filter(isDoubted).map((row) => row.index)))) {
    const text = await db.pageTexts.get([documentId, index])
    const recognised = await recognise(documentId, index)
    if (text === undefined || recognised === null) continue
    const comparison = compareWithRecognised(text.text, { text: recognised.text.text, words: recognised.words })
    if (comparison !== null) compared.push({ documentId, index, doubts: known.get(index)?.doubts ?? [], compared: comparison })
  }
  await rows.bulkPut(compared)
  if (compared.length === 0 || compared.some((row) => row.compared?.agrees !== false)) return
  const share = Math.max(...compared.map((row) => row.compared?.share ?? 0))
  const done = new Set(compared.map((row) => row.index))
  const alike = pages.filter((page) => page.content === 'both' && !done.has(page.index))
  await rows.bulkPut(
    alike.map(({ index }) => ({
      documentId,
      index,
      doubts: known.get(index)?.doubts ?? [],
      compared: { share, witnesses: 0, agrees: false },
    })),
  )
}
