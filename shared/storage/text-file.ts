import { type ExtractedPage, extractedPageSchema } from '../documents/page'

/** The text file of a document, `texts/<id>.jsonl` in the vault: one ExtractedPage a line, in the order of the pages. */
export const textFileOf = (pages: readonly ExtractedPage[]): string => pages.map((page) => `${JSON.stringify(page)}\n`).join('')

/** The pages that a text file holds; null where it is not one. */
export function pagesOfTextFile(text: string): readonly ExtractedPage[] | null {
  const pages: ExtractedPage[] = []
  for (const line of text.split('\n')) {
    if (line === '') continue
    const parsed = extractedPageSchema.safeParse(parsedJson(line))
    if (!parsed.success) return null
    pages.push(parsed.data)
  }
  return pages
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}
