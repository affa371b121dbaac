import { findIdentifiers } from '../identifiers/find-identifiers'
import { IDENTIFIER_WORDS, type Identifier } from '../identifiers/identifier'

const OF_PURCHASES: readonly Identifier['kind'][] = [
  'piid',
  'near-piid',
  'legacy',
  'award',
  'solicitation',
  'notice',
  'modification',
  'portfolio',
]

/** The first number in a text that is a purchase's, as printed; null where there is none. */
export const purchaseNumberIn = (text: string): Identifier | null =>
  findIdentifiers(text).find(({ kind }) => OF_PURCHASES.includes(kind)) ?? null

/** What a purchase's number says, in words; empty where it says nothing. */
export function numberWords(printed: string): string {
  const found = purchaseNumberIn(printed)
  if (found === null) return ''
  return [
    `${IDENTIFIER_WORDS[found.kind]}${found.parse === '' ? '' : `: ${found.parse}`}`,
    ...(found.why === '' ? [] : [`not what it looks like: ${found.why}`]),
  ].join('; ')
}
