import type { Document, DocumentId, Extractor } from '@shared/documents/document'
import type { PageText } from '@shared/documents/page'
import { type Outcome, ok } from '@shared/errors/outcome'
import { type FailedRedaction, findFailedRedactions } from '@shared/redactions/failed-redactions'
import { compareReadings, type ReadingDifference } from '@shared/text-versions/compare-readings'
import { keptDifferences } from '@shared/text-versions/kept-difference'
import { pageIndex } from '@shared/units/pages'
import { readPages } from '../import/read-document'
import type { PdfReader } from '../pdf/pdf-reader'
import { freedBy } from '../redactions/held-ranges'
import { readFindings } from '../redactions/page-findings'
import type { Database, PageTextRow } from '../storage/database'
import type { DerivedDatabase } from '../storage/derived-database'
import { markDone } from '../storage/document-steps'
import { readAgain, type ReadingRow, readingRows } from './reading-rows'

type Stores = { readonly db: Database; readonly derived: DerivedDatabase }
/** Opens the document for nobody else: what lies under a redaction is told only by a document that nobody has read before. */
type OpenApart = () => Promise<Outcome<PdfReader>>
type PageFound = { readonly stored: PageTextRow; readonly now: PageText; readonly found: readonly ReadingDifference[] }

const NOTHING: PageText = { text: '', runs: [] }

/**
 * Reads a document's text again with the present version of pdf.js and writes down where its words differ from the stored ones. The stored text
 * stays in force. Fails as opening does.
 * @param tell called after each page
 */
export async function readAnew(
  stores: Stores,
  document: Document & { readonly extractor: Extractor },
  present: Extractor,
  open: OpenApart,
  tell: () => void = () => undefined,
): Promise<Outcome<null>> {
  const read = await textsOf(open, tell)
  if (!read.ok) return read
  const stored = await stores.db.pageTexts.where('documentId').equals(document.id).sortBy('index')
  const differing = stored.flatMap((page): readonly PageFound[] => {
    const now = read.value.get(page.index) ?? NOTHING
    const found = compareReadings(page, now)
    return found.length === 0 ? [] : [{ stored: page, now, found }]
  })
  const hidden = await failedOn(differing, open, tell)
  if (!hidden.ok) return hidden
  const [findings, decisions] = await Promise.all([
    readFindings(stores.derived, document.id),
    stores.db.where('proposalDecisions', 'documentId', document.id),
  ])
  const failed = new Map(findings.map((row) => [row.index, row.failed]))
  const freed = freedBy(decisions)
  const versions = { earlier: document.extractor.version, later: present.version }
  const rows = differing.map(({ stored: page, now, found }): ReadingRow => {
    const underNow = hidden.value.get(page.index)
    const isFreed = (key: string): boolean => freed.has(`${page.index}:${key}`)
    const kept = keptDifferences(
      found,
      { text: page, failed: failed.get(page.index) ?? [] },
      { text: now, failed: underNow ?? [] },
      versions,
      isFreed,
    )
    // Of a page whose drawing could not be followed nobody knows what lies under its boxes.
    return {
      documentId: document.id,
      index: page.index,
      versions,
      differences: underNow === undefined ? kept.map((one) => ({ ...one, later: null })) : kept,
    }
  })
  await keep(stores, document.id, present, rows)
  return ok(null)
}

/** Writes what was found and that it was looked for, unless the document was removed meanwhile. */
async function keep({ db, derived }: Stores, documentId: DocumentId, present: Extractor, rows: readonly ReadingRow[]): Promise<void> {
  if ((await db.get('documents', documentId)) === undefined) return
  const table = readingRows(derived)
  await derived.transaction('rw', table, derived.steps, async () => {
    await table.where('documentId').equals(documentId).delete()
    await table.bulkPut(rows)
    await markDone(derived, documentId, readAgain(present))
  })
}

/** A document whose text the present version read itself has nothing to compare. */
export const nothingToCompare = (stores: Stores, documentId: DocumentId, present: Extractor): Promise<void> =>
  keep(stores, documentId, present, [])

async function textsOf(open: OpenApart, tell: () => void): Promise<Outcome<ReadonlyMap<number, PageText>>> {
  const opened = await open()
  if (!opened.ok) return opened
  const texts = new Map<number, PageText>()
  try {
    await readPages(
      opened.value,
      ({ page, text }) => {
        texts.set(page.index, text)
        tell()
      },
      new AbortController().signal,
    )
  } finally {
    await opened.value.close()
  }
  return ok(texts)
}

/** The words under redactions on pages that differ, in the text of now, page after page; a page whose drawing can't be followed is left out. */
async function failedOn(
  pages: readonly PageFound[],
  open: OpenApart,
  tell: () => void,
): Promise<Outcome<ReadonlyMap<number, readonly FailedRedaction[]>>> {
  const failed = new Map<number, readonly FailedRedaction[]>()
  if (pages.length === 0) return ok(failed)
  const opened = await open()
  if (!opened.ok) return opened
  try {
    for (const { stored, now } of pages) {
      try {
        failed.set(stored.index, findFailedRedactions(now, await opened.value.painted(pageIndex(stored.index))))
      } catch (thrown) {
        if (!(thrown instanceof Error)) throw thrown
      }
      tell()
    }
  } finally {
    await opened.value.close()
  }
  return ok(failed)
}
