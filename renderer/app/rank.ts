/** Something that can be found by words. */
export type Findable = { readonly words: string; readonly also?: string }

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * How well a text answers a query: every word of the query must begin a word of it (or stand inside one, for less).
 * 0 means that it does not answer.
 */
export function scoreOf(query: string, item: Findable): number {
  const [main, also] = [fold(item.words), fold(item.also ?? '')]
  let score = 1
  for (const word of fold(query).split(/\s+/).filter(Boolean)) {
    const inMain = placeOf(word, main)
    const inAlso = placeOf(word, also)
    if (inMain === 0 && inAlso === 0) return 0
    score += Math.max(inMain, inAlso / 2)
  }
  return score
}

/** 3 at the beginning of the text, 2 at the beginning of a word, 1 inside a word, 0 nowhere. */
function placeOf(word: string, text: string): number {
  const at = text.indexOf(word)
  if (at < 0) return 0
  if (at === 0) return 3
  return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(text) ? 2 : 1
}

/** The best answers to a query, at most `limit`, best first; equal ones keep their order. All of the first ones for an empty query. */
export function best<Item extends Findable>(query: string, items: readonly Item[], limit: number): readonly Item[] {
  if (query.trim() === '') return items.slice(0, limit)
  return items
    .map((item) => ({ item, score: scoreOf(query, item) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item)
}
