import type { Phrase, QueryTree } from '@shared/searches/query-tree'

/** Writes a query in the language of FTS5. Terms are letters and digits only and are quoted all the same: nothing in them can be read as syntax. */
const writing = (wanted: (phrase: Phrase) => string, unwanted: (phrase: Phrase) => string) => {
  const write = (tree: QueryTree, phrase: (phrase: Phrase) => string): string => {
    switch (tree.kind) {
      case 'leaf':
        return `(${tree.phrases.map(phrase).join(' OR ')})`
      case 'not':
        return `(${write(tree.yes, phrase)} NOT ${write(tree.no, unwanted)})`
      case 'and':
        return `(${tree.parts.map((part) => write(part, phrase)).join(' AND ')})`
      case 'or':
        return `(${tree.parts.map((part) => write(part, phrase)).join(' OR ')})`
    }
  }
  return (tree: QueryTree): string => write(tree, wanted)
}

/** What is asked of `found`: phrases as they stand. */
const phraseOf = ({ terms, prefix }: Phrase): string => `"${terms.join(' ')}"${prefix ? ' *' : ''}`
/** What is asked of `stands`: each word of a phrase, wherever it stands. */
const wordsOf =
  (sign: string) =>
  ({ terms, prefix }: Phrase): string =>
    `(${terms.map((term, at) => `"${sign}${term}"${prefix && at === terms.length - 1 ? ' *' : ''}`).join(' AND ')})`

export const matchPhrases = writing(phraseOf, phraseOf)
export const matchTerms = writing(wordsOf(''), wordsOf(''))
/** The entries in which each wanted word stands as often as a step says. @param sign of the step */
export const matchOften = (tree: QueryTree, sign: string): string => writing(wordsOf(sign), wordsOf(''))(tree)

/** Whether words have to stand one after another anywhere in the query: then `found` has to be asked. */
export function hasPhrase(tree: QueryTree): boolean {
  if (tree.kind === 'leaf') return tree.phrases.some(({ terms }) => terms.length > 1)
  return tree.kind === 'not' ? hasPhrase(tree.yes) || hasPhrase(tree.no) : tree.parts.some(hasPhrase)
}
