import type { TextDoubt, TextDoubtKind } from '@shared/text-quality/judge-text'
import type { TextQualityRow } from './text-quality-rows'

const WORDS: Readonly<Record<TextDoubtKind, string>> = {
  unmapped: 'It holds characters without a meaning.',
  shifted: 'Its letters are not those of any language that Vouch knows the look of; they seem to be shifted or mixed up.',
  'no-spaces': 'The spaces between its words are missing.',
  'spaced-out': 'Its letters stand apart, each as a word.',
  substituted: 'It has characters of computer programs where print has quotation marks or dashes.',
}

/** One sentence on a doubt. */
export const wordsOfDoubt = (doubt: TextDoubt): string => WORDS[doubt.kind]

/** One sentence on the comparison with recognised text; null where nothing was compared, or nothing speaks against it. */
export function wordsOfComparison({ compared }: Pick<TextQualityRow, 'compared'>): string | null {
  if (compared === null || compared.agrees) return null
  const share = Math.round(compared.share * 100)
  return compared.witnesses === 0
    ? 'On the pages of this document that were looked at, the text layer does not say what is printed.'
    : `Of ${compared.witnesses} words that were recognised in the picture of the page, ${share} % stand in the text layer in that order.`
}
