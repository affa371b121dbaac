import type { TextRange } from '../annotations/segment'
import { type Phrase, type QueryTree, wantedLeaves } from './query-tree'
import type { Term, TextTerms } from './terms'

/** The plain scan: reads the terms of a text one by one, without an index. The index must agree with it on every text. */
export function answers(terms: TextTerms, tree: QueryTree): boolean {
  switch (tree.kind) {
    case 'leaf':
      return tree.phrases.some((phrase) => [terms.line, ...terms.pieces].some((line) => placesIn(line, phrase).length > 0))
    case 'and':
      return tree.parts.every((part) => answers(terms, part))
    case 'or':
      return tree.parts.some((part) => answers(terms, part))
    case 'not':
      return answers(terms, tree.yes) && !answers(terms, tree.no)
  }
}

/** Where the wanted words of a search stand in a text, in its order, each place once: offsets in the text. */
export function hitsOf(terms: TextTerms, tree: QueryTree): readonly TextRange[] {
  const found = wantedLeaves(tree)
    .flatMap(({ phrases }) => phrases)
    .flatMap((phrase) => [terms.line, ...terms.pieces].flatMap((line) => placesIn(line, phrase)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const hits: TextRange[] = []
  for (const range of found) {
    const last = hits.at(-1)
    if (last === undefined || range.start >= last.end) hits.push(range)
    else if (range.end > last.end) hits[hits.length - 1] = { start: last.start, end: range.end }
  }
  return hits
}

function placesIn(line: readonly Term[], { terms, prefix }: Phrase): readonly TextRange[] {
  const places: TextRange[] = []
  const [first] = terms
  if (first === undefined) return places
  for (let at = 0; at + terms.length <= line.length; at += 1) {
    const stands = terms.every((wanted, step) => {
      const there = line[at + step]?.text ?? ''
      return prefix && step === terms.length - 1 ? there.startsWith(wanted) : there === wanted
    })
    const last = line[at + terms.length - 1]
    if (stands && last !== undefined) places.push({ start: line[at]?.start ?? 0, end: last.end })
  }
  return places
}
