import { type ExtractedPage, extractedPageSchema } from '../documents/page'
import { jsonOf } from '../units/read-json'

/**
 * The text file of a document, `texts/<id>.jsonl` in the vault: one ExtractedPage a line, in the order of the pages. Its
 * members stand in one order, so that the file can be written again from the database with the same SHA-256.
 */
export const textFileOf = (pages: readonly ExtractedPage[]): string => pages.map((page) => `${JSON.stringify(inOrder(page))}\n`).join('')

function inOrder({ page: { index, label, box, rotation, userUnit, content }, text: { text, runs } }: ExtractedPage): unknown {
  return { page: { index, label, box, rotation, userUnit, content }, text: { text, runs } }
}

/** The pages that a text file holds; null where it is not one. */
export function pagesOfTextFile(file: string): readonly ExtractedPage[] | null {
  const pages: ExtractedPage[] = []
  for (const line of file.split('\n')) {
    if (line === '') continue
    const parsed = extractedPageSchema.safeParse(jsonOf(line))
    if (!parsed.success) return null
    pages.push(parsed.data)
  }
  return pages
}
