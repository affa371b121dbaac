import type { PassageNode } from '../dossier-tree'
import type { Inline } from './blocks'

const SEEN_WORDS: Readonly<Record<NonNullable<PassageNode['seen']>, string>> = {
  agrees: 'Text and picture agree: a program that recognised the words in the picture of the page found the same ones.',
  differs:
    'Text and picture may not agree: a program that recognised the words in the picture of the page did not find these. Compare them by eye.',
}

/**
 * What is known of a picture beside its words. A picture is drawn from the same bytes as the words are read from, but a PDF can hold other words
 * than it shows; a program has compared the two only where the page was also recognised.
 */
export const pictureWords = ({ seen }: PassageNode): readonly Inline[] | null => (seen === null ? null : [SEEN_WORDS[seen]])
