import type { AnchoredQuotation } from '@shared/anchoring/anchor-quotation'
import { findQuotation, findWords } from '@shared/anchoring/find-quotation'
import { type Document, type DocumentId, isTable } from '@shared/documents/document'
import type { ReadablePage } from '@shared/documents/page-reading'
import { anchorRowInTexts } from '@shared/evidence-table/anchor-row'
import { anchorTableRow } from '@shared/evidence-table/anchor-table-row'
import type { EvidenceRow } from '@shared/evidence-table/evidence-table'
import { pageIndexOf } from '@shared/units/pages'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import { checkHeldWords } from '../dossier/held-words'
import { heldRangesOf } from '../redactions/held-ranges'

/** Has pages looked at before their text is quoted; nothing is to be done where the document was examined. */
export type ExaminePages = (id: DocumentId, indexes: Iterable<number>) => Promise<void>
type Pages = ReadonlyMap<number, ReadablePage>
/** The pages of a document; `looked` are those whose text is known to leave out what is held back. */
type Held = {
  readonly id: DocumentId
  readonly embedded: Pages
  readonly recognised: Pages | null
  readonly withheld: boolean
  readonly looked: Set<number>
}

/**
 * Anchors rows; holds the pages of the document of the last one, so that rows in order read each document once. Null for a row whose mark
 * would repeat words that are held back.
 *
 * Words under a failed redaction are known only once their page was looked at. Of a document that nobody has looked at yet these pages are, first: the page that
 * the row names, and where the quotation does not stand there, the next one and all that have its words. No other page can decide where the row stands, as
 * leaving words out of a page puts none there.
 */
export function anchorer(
  stores: TextStores,
  examinePages: ExaminePages,
): (row: EvidenceRow, document: Document) => Promise<AnchoredQuotation | null> {
  let held: Held | null = null
  return async (row, document) => {
    let pages = held?.id === document.id ? held : await read(stores, document.id, new Set())
    const { quote } = row
    const named = pageIndexOf(row.page)
    if (!isTable(document)) {
      pages = await lookedAt(stores, examinePages, pages, [named])
      const there = pages.embedded.get(named)?.text
      if (there === undefined || findQuotation(there, { quote }).how !== 'exact') {
        const having = [pages.embedded, pages.recognised ?? []].flatMap((some) =>
          [...some].flatMap(([index, { text }]) => (findWords(text, { quote }) === null ? [] : [index])),
        )
        pages = await lookedAt(stores, examinePages, pages, [named + 1, ...having])
      }
    }
    held = pages
    const { embedded, recognised, withheld } = pages
    if (isTable(document)) return anchorTableRow(row, document, embedded)
    const place = anchorRowInTexts(row, document, (index) => embedded.get(index), recognised && ((index) => recognised.get(index)))
    return withheld && !(await checkHeldWords(stores, place.segments)).ok ? null : place
  }
}

async function read(stores: TextStores, id: DocumentId, looked: Set<number>): Promise<Held> {
  const isRecognised = (await stores.db.rows('recognitions').where('documentId').equals(id).count()) > 0
  const withheld = await heldRangesOf(stores, id, 0, Number.MAX_SAFE_INTEGER)
  return {
    id,
    withheld: [...withheld.values()].some((ranges) => ranges.length > 0),
    embedded: await readReadablePages(stores, id, 'embedded'),
    recognised: isRecognised ? await readReadablePages(stores, id, 'ocr') : null,
    looked,
  }
}

/** The pages after some of them were looked at: read again where words turned out to lie under a redaction. */
async function lookedAt(stores: TextStores, examinePages: ExaminePages, pages: Held, indexes: readonly number[]): Promise<Held> {
  const { id, looked } = pages
  const others = indexes.filter((index) => !looked.has(index))
  if (others.length === 0) return pages
  await examinePages(id, others)
  for (const index of others) looked.add(index)
  const found = await heldRangesOf(stores, id, Math.min(...others), Math.max(...others))
  return others.some((index) => (found.get(index) ?? []).length > 0) ? read(stores, id, looked) : pages
}
