/** Words in a row that make one shingle. */
const ROW = 3
const WORD = /[\p{L}\p{N}]+/gu

/** FNV-1a (Fowler, Noll, Vo), 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The words of a text as pages are compared by them: letters and digits after NFKC, without case. */
const plainWords = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? []

/**
 * A page as a set of hashes, one for each three words in a row (shingles, after Broder 1997). A page of one or two words is one shingle;
 * a page without words has none.
 */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = plainWords(text)
  if (words.length === 0) return new Set()
  if (words.length < ROW) return new Set([hashOf(words.join(' '))])
  const found = new Set<number>()
  for (let at = 0; at + ROW <= words.length; at += 1) found.add(hashOf(words.slice(at, at + ROW).join(' ')))
  return found
}

/**
 * How alike two pages are by their shingles, 0 to 1: half the share that both have in common of all (Jaccard), half the share of the
 * smaller one that stands in the other, so that a page of which much was withheld still answers to the same page in full.
 */
export function likenessOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let both = 0
  for (const hash of small) if (large.has(hash)) both += 1
  return (both / (small.size + large.size - both) + both / small.size) / 2
}
