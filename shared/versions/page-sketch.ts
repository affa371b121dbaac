import { shinglesOf } from './page-shingles'

/** How many hashes describe a document. */
const LENGTH = 64

/**
 * The smallest hashes of a document's shingles: a sketch by which documents of the same text are found without reading them
 * (bottom-k sketch, after Broder 1997). Ascending; shorter for a document of few words.
 */
export function sketchOf(texts: Iterable<string>): readonly number[] {
  const hashes = new Set<number>()
  for (const text of texts) for (const hash of shinglesOf(text)) hashes.add(hash)
  return [...hashes].sort((a, b) => a - b).slice(0, LENGTH)
}

/** The share of words that two documents have in common, estimated from their sketches: 0 to 1. */
export function sketchesAgree(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const [one, other] = [new Set(a), new Set(b)]
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, Math.max(Math.min(a.length, b.length), 1))
  return union.filter((hash) => one.has(hash) && other.has(hash)).length / union.length
}
