import type { QueryTree } from '@shared/searches/query-tree'
import { wantedLeaves } from '@shared/searches/query-tree'
import { hitsOf } from '@shared/searches/scan'
import { termsOf } from '@shared/searches/terms'

/** A text to be ranked. */
export type Candidate = { readonly id: number; readonly text: string }

/** The usual values of BM25's parameters. */
const [K1, B] = [1.2, 0.75]

/**
 * Ranks texts by BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), a phrase being counted as a word is; of equals the
 * one that comes first in the library is first.
 * @param all how many texts there are
 * @param having in how many texts each wanted leaf stands, in the order of `wantedLeaves`
 * @returns ids, best first
 */
export function rankByBm25(candidates: readonly Candidate[], tree: QueryTree, all: number, having: readonly number[]): readonly number[] {
  const leaves = wantedLeaves(tree)
  const read = candidates.map(({ id, text }) => {
    const terms = termsOf(text)
    return { id, length: terms.line.length, counts: leaves.map((leaf) => hitsOf(terms, leaf).length) }
  })
  const mean = read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length)
  // Never below zero: a word that stands in most texts says little, and does not speak against one that has it.
  const weights = having.map((n) => Math.log(1 + (all - n + 0.5) / (n + 0.5)))
  const scored = read.map(({ id, length, counts }) => ({
    id,
    score: counts.reduce(
      (sum, count, at) => sum + ((weights[at] ?? 0) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / Math.max(1, mean))),
      0,
    ),
  }))
  return scored.toSorted((a, b) => b.score - a.score || a.id - b.id).map(({ id }) => id)
}
