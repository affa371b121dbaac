/** Entities that the program writes (`html.ts`), and the signs that they stand for. */
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
/** What is in the page and not on paper: the list of contents, the link that skips it, what charts say of their parts when pointed at. */
const NOT_PRINTED = /<(nav|title|style|head)\b[^>]*>.*?<\/\1>|<a class="skip".*?<\/a>/gs

/**
 * The words of a dossier's HTML page as they stand on paper, in order and without white space. Reads only pages that this program wrote: in
 * them no `>` stands inside a tag, and marks of quotation come from the style sheet.
 */
export function printedWords(html: string): string {
  const text = html
    .replace(NOT_PRINTED, '')
    .replace(/<ol\b[^>]*>(.*?)<\/ol>/gs, (_, items: string) => numbered(items))
    .replace(/<blockquote\b[^>]*>/g, '“')
    .replaceAll('</blockquote>', '”')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
  return squeezed(text)
}

function numbered(items: string): string {
  let number = 0
  return items.replace(/<li\b[^>]*>/g, () => `${(number += 1)}.`)
}

/** The words of each table's head, which paper repeats where a table goes on. */
export const tableHeads = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/<thead>.*?<\/thead>/gs)].map(([head]) => printedWords(head))),
]

/** Words without what a line break can change: white space, soft hyphens, compatibility forms. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2066-\u2069]+/g, '')
