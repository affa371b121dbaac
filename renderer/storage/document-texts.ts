import type { Desktop } from '@shared/desktop/desktop'
import type { Document, DocumentId } from '@shared/documents/document'
import type { ExtractedPage } from '@shared/documents/page'
import type { Outcome } from '@shared/errors/outcome'
import { pagesOfTextFile, textFileOf } from '@shared/storage/text-file'
import { sha256OfText } from '@shared/units/hashes'
import type { Table } from 'dexie'
import type { Database } from './database'

/** Reads the text of a document from its bytes again, as import does. */
export type ReadAgain = (
  document: Document,
  blob: Blob,
) => Promise<Outcome<{ readonly pages: readonly ExtractedPage[]; readonly extractor: Document['extractor'] }>>

/** The pages of a document as the database holds them; null where one of them is missing. */
async function pagesInDatabase(db: Database, document: Document): Promise<readonly ExtractedPage[] | null> {
  const [pages, texts] = await Promise.all([
    db.pages.where('documentId').equals(document.id).sortBy('index'),
    db.pageTexts.where('documentId').equals(document.id).sortBy('index'),
  ])
  if (pages.length !== document.pageCount || texts.length !== document.pageCount) return null
  const whole: ExtractedPage[] = []
  for (const [place, { documentId: _, ...page }] of pages.entries()) {
    const text = texts[place]
    if (text === undefined || text.index !== page.index) return null
    whole.push({ page, text: { text: text.text, runs: text.runs } })
  }
  return whole
}

/** Whether the database holds a row for every page and its text; `thorough` compares the text with its SHA-256 as well. */
export async function textIsInDatabase(db: Database, document: Document, thorough: boolean): Promise<boolean> {
  if (!thorough) {
    const counts = await Promise.all([
      db.pages.where('documentId').equals(document.id).count(),
      db.pageTexts.where('documentId').equals(document.id).count(),
    ])
    return counts.every((count) => count === document.pageCount)
  }
  const pages = await pagesInDatabase(db, document)
  return pages !== null && sha256OfText(textFileOf(pages)) === document.textSha256
}

/** Whether the vault's text file has the SHA-256 that the document's record names. */
export async function textIsInVault(vault: Desktop['vault'], document: Document): Promise<boolean> {
  const text = await vault.readText(document.id)
  return text.ok && text.value !== null && sha256OfText(text.value) === document.textSha256
}

/** Writes the vault's text file from the database; false where the database does not hold that text either. */
export async function textToVault(db: Database, vault: Desktop['vault'], document: Document): Promise<boolean> {
  const pages = await pagesInDatabase(db, document)
  if (pages === null) return false
  const text = textFileOf(pages)
  if (sha256OfText(text) !== document.textSha256) return false
  return (await vault.writeText(document.id, new TextEncoder().encode(text))).ok
}

/** The pages that the vault's text file holds; null where it is missing or not the one that the record names. */
export async function pagesInVault(vault: Desktop['vault'], document: Document): Promise<readonly ExtractedPage[] | null> {
  const text = await vault.readText(document.id)
  if (!text.ok || text.value === null || sha256OfText(text.value) !== document.textSha256) return null
  return pagesOfTextFile(text.value)
}

/** Puts pages and their texts into the database, in place of those that are there. */
export async function putPages(db: Database, documentId: DocumentId, pages: readonly ExtractedPage[]): Promise<void> {
  await db.transaction('rw', [db.pages, db.pageTexts], async () => {
    await db.pages.where('documentId').equals(documentId).delete()
    await db.pageTexts.where('documentId').equals(documentId).delete()
    await db.pages.bulkPut(pages.map(({ page }) => ({ ...page, documentId })))
    await db.pageTexts.bulkPut(pages.map(({ page, text }) => ({ ...text, documentId, index: page.index })))
  })
}

/** Puts more pages of a document and their texts into the database. They follow on each other. */
export async function addPages(db: Database, documentId: DocumentId, pages: readonly ExtractedPage[]): Promise<void> {
  const [first, last] = [pages[0]?.page.index, pages.at(-1)?.page.index]
  if (first === undefined || last === undefined) return
  const span = (table: Table<unknown, [string, number]>) =>
    table.where('[documentId+index]').between([documentId, first], [documentId, last], true, true)
  await db.transaction('rw', [db.pages, db.pageTexts], async () => {
    // Every live query of the window copies what it is told of a change: of a span that was emptied one thing is told, of pages each.
    await Promise.all([span(db.pages).delete(), span(db.pageTexts).delete()])
    await Promise.all([
      db.pages.bulkPut(pages.map(({ page }) => ({ ...page, documentId }))),
      db.pageTexts.bulkPut(pages.map(({ page, text }) => ({ ...text, documentId, index: page.index }))),
    ])
  })
}
