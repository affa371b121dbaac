import type { TextTerms } from '@shared/searches/terms'

/**
 * How often a term stands in an entry, by step: a term that stands there at least so many times is in the index once more, with the sign
 * of the step before it. The best entries of a common word are then found without looking at all of those that have it.
 */
export const TIERS = [
  { least: 24, sign: '▄' },
  { least: 12, sign: '▃' },
  { least: 6, sign: '▂' },
  { least: 3, sign: '▁' },
] as const

/** What `stands` says of a text: its terms and the pieces of its broken words, each once, and the steps that they reach. */
export function standing({ line, pieces }: TextTerms): string {
  const counts = new Map<string, number>()
  for (const { text } of line) counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const parts of pieces) for (const { text } of parts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const terms: string[] = []
  for (const [term, count] of counts) {
    terms.push(term)
    for (const { least, sign } of TIERS) if (count >= least) terms.push(sign + term)
  }
  return terms.join(' ')
}
