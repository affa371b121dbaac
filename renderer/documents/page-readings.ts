import type { TextRange } from '@shared/annotations/segment'
import { type DocumentId, isTable } from '@shared/documents/document'
import type { PageText } from '@shared/documents/page'
import { type PageReading, type ReadablePage, readingOf, withHeld } from '@shared/documents/page-reading'
import type { ReadableOrigin } from '@shared/documents/readable-origin'
import type { Recognition } from '@shared/documents/recognition'
import { stampOf } from '@shared/stamps/stamp-of'
import { cellsOfText, sheetsOfDocument } from '@shared/tables/table-pages'
import type { Database } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { heldRangesOf } from '../redactions/held-ranges'

export type TextStores = { readonly db: Database; readonly derived: DerivedDatabase }

/**
 * The one door to the text of a document's pages: what is in force on each, with held-back words left out. Whoever shows, searches,
 * anchors or quotes text takes it from here, never from `pageTexts`.
 * @param from, to page indexes from 0, both included; all pages when left out
 * @param prefer which text is wanted where both exist and the researcher chose none
 */
export async function readPageReadings(
  { db, derived }: TextStores,
  documentId: DocumentId,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
  prefer: ReadableOrigin | null = null,
): Promise<ReadonlyMap<number, PageReading>> {
  const [document, texts, recognised, choices, held] = await Promise.all([
    db.get('documents', documentId),
    db.pageTexts.where('[documentId+index]').between([documentId, from], [documentId, to], true, true).toArray(),
    recognitionsOf(db, documentId, from, to),
    db.where('textChoices', 'documentId', documentId),
    heldRangesOf({ db, derived }, documentId, from, to),
  ])
  const none: readonly TextRange[] = []
  return new Map(
    texts.map(({ index, text, runs }) => [
      index,
      readingOf({
        index,
        embedded: { text, runs },
        extractor: document?.extractor ?? null,
        recognition: recognised.get(index) ?? null,
        choices,
        held: held.get(index) ?? none,
        prefer,
      }),
    ]),
  )
}

/** The text in force on one page; null where none is stored. */
export async function readPageReading(stores: TextStores, documentId: DocumentId, index: number): Promise<PageReading | null> {
  return (await readPageReadings(stores, documentId, index, index)).get(index) ?? null
}

/**
 * The embedded text of a document's pages, whichever text is in force, with what is held back left out, by page index in its order.
 * @param from, to page indexes from 0, both included; all pages when left out
 */
export async function readEmbeddedTexts(
  { db, derived }: TextStores,
  documentId: DocumentId,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<number, PageText>> {
  const [rows, held] = await Promise.all([
    db.pageTexts.where('[documentId+index]').between([documentId, from], [documentId, to], true, true).toArray(),
    heldRangesOf({ db, derived }, documentId, from, to),
  ])
  return new Map(rows.map(({ index, text, runs }) => [index, { text: withHeld(text, held.get(index) ?? []), runs }]))
}

/** All pages of a document with the text in force on them and their stamps. */
export async function readReadablePages(
  stores: TextStores,
  documentId: DocumentId,
  prefer: ReadableOrigin | null = null,
): Promise<ReadonlyMap<number, ReadablePage>> {
  const [document, rows, readings, rules] = await Promise.all([
    stores.db.get('documents', documentId),
    stores.db.pages.where('documentId').equals(documentId).toArray(),
    readPageReadings(stores, documentId, 0, Number.MAX_SAFE_INTEGER, prefer),
    stores.db.where('stampRules', 'documentId', documentId),
  ])
  const sheets =
    document === undefined || !isTable(document)
      ? []
      : sheetsOfDocument(document).map((sheet) => ({ ...sheet, headings: cellsOfText(readings.get(sheet.first)?.text ?? '') }))
  return new Map(
    rows.flatMap(({ documentId: _document, ...page }): readonly [number, ReadablePage][] => {
      const text = readings.get(page.index)
      const headings = sheets.find(({ first, count }) => page.index >= first && page.index < first + count)?.headings
      return text === undefined ? [] : [[page.index, { page, text, stamp: stampOf(rules, page.index), headings }]]
    }),
  )
}

async function recognitionsOf(db: Database, documentId: DocumentId, from: number, to: number): Promise<ReadonlyMap<number, Recognition>> {
  const rows = (await db
    .rows('recognitions')
    .where('[documentId+pageIndex]')
    .between([documentId, from], [documentId, to], true, true)
    .toArray()) as readonly Recognition[]
  return new Map(rows.map((row) => [row.pageIndex, row]))
}
