/** Terms that stand one after another; of the last, with `prefix`, only the beginning is asked for. */
export type Phrase = { readonly terms: readonly string[]; readonly prefix: boolean }

/** What a search asks of a text. A leaf is satisfied by any of its phrases. */
export type QueryTree =
  | { readonly kind: 'leaf'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryTree[] }
  | { readonly kind: 'not'; readonly yes: QueryTree; readonly no: QueryTree }

/** The leaves that a text is found by, without those that must not stand in it. */
export function wantedLeaves(tree: QueryTree): readonly Extract<QueryTree, { kind: 'leaf' }>[] {
  if (tree.kind === 'leaf') return [tree]
  return tree.kind === 'not' ? wantedLeaves(tree.yes) : tree.parts.flatMap(wantedLeaves)
}

/** The tree with each wanted leaf replaced. */
export function mapWanted(tree: QueryTree, change: (leaf: Extract<QueryTree, { kind: 'leaf' }>) => QueryTree): QueryTree {
  if (tree.kind === 'leaf') return change(tree)
  if (tree.kind === 'not') return { ...tree, yes: mapWanted(tree.yes, change) }
  return { ...tree, parts: tree.parts.map((part) => mapWanted(part, change)) }
}

const phraseWords = ({ terms, prefix }: Phrase): string =>
  `${terms.length > 1 ? `"${terms.join(' ')}"` : terms.join('')}${prefix ? '*' : ''}`

/** The tree as words of the query language, fit to be parsed again: for an address that asks for the same words. */
export function treeWords(tree: QueryTree): string {
  if (tree.kind === 'leaf')
    return tree.phrases.length === 1 ? tree.phrases.map(phraseWords).join('') : `(${tree.phrases.map(phraseWords).join(' OR ')})`
  if (tree.kind === 'not') return `(${treeWords(tree.yes)} NOT ${treeWords(tree.no)})`
  return `(${tree.parts.map(treeWords).join(tree.kind === 'or' ? ' OR ' : ' ')})`
}
