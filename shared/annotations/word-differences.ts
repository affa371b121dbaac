import { differences } from '../versions/diff-lists'

/** A stretch of words that both texts have, or only the one it stands in. */
export type Stretch = { readonly words: string; readonly differs: boolean }

/** Two wordings beside each other: where they differ, word by word. */
export function wordDifferences(before: string, now: string): { readonly before: readonly Stretch[]; readonly now: readonly Stretch[] } {
  const [a, b] = [wordsOf(before), wordsOf(now)]
  const found = differences(a, b)
  return {
    before: stretches(
      a,
      found.map(({ a0, a1 }) => [a0, a1]),
    ),
    now: stretches(
      b,
      found.map(({ b0, b1 }) => [b0, b1]),
    ),
  }
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

function stretches(words: readonly string[], differing: readonly (readonly [number, number])[]): readonly Stretch[] {
  const made: Stretch[] = []
  const add = (from: number, to: number, differs: boolean): void => {
    if (to > from) made.push({ words: words.slice(from, to).join(' '), differs })
  }
  let at = 0
  for (const [from, to] of differing) {
    add(at, from, false)
    add(from, to, true)
    at = to
  }
  add(at, words.length, false)
  return made
}
