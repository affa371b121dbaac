import type { Phrase, QueryTree } from '@shared/searches/query-tree'

/** The query in the language of FTS5. Terms are letters and digits only and are quoted all the same: nothing in them can be read as syntax. */
export function matchWords(tree: QueryTree, often = false): string {
  switch (tree.kind) {
    case 'leaf':
      return `(${tree.phrases.map((phrase) => matchPhrase(phrase, often)).join(' OR ')})`
    case 'not':
      return `(${matchWords(tree.yes, often)} NOT ${matchWords(tree.no)})`
    case 'and':
      return `(${tree.parts.map((part) => matchWords(part, often)).join(' AND ')})`
    case 'or':
      return `(${tree.parts.map((part) => matchWords(part, often)).join(' OR ')})`
  }
}

const quoted = (terms: readonly string[]): string => `"${terms.join(' ')}"`

/** @param often asks besides that each of its words stands often in the text */
function matchPhrase({ terms, prefix }: Phrase, often: boolean): string {
  const words = `{words pieces} : ${quoted(terms)}${prefix ? ' *' : ''}`
  if (!often) return `(${words})`
  const each = terms.map((term, at) => `${quoted([term])}${prefix && at === terms.length - 1 ? ' *' : ''}`).join(' AND ')
  return `((${words}) AND (often : (${each})))`
}
