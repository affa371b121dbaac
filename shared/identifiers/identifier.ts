import type { PageIndex } from '../units/pages'

/** What an identifier identifies. The order is that of lists. */
export const IDENTIFIER_KINDS = [
  'piid',
  'near-piid',
  'legacy',
  'modification',
  'solicitation',
  'award',
  'notice',
  'foia',
  'uei',
  'cage',
  'use',
  'portfolio',
  'amount',
  'date',
] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

export const IDENTIFIER_WORDS: Readonly<Record<IdentifierKind, string>> = {
  piid: 'Contract number (PIID)',
  'near-piid': 'Like a contract number',
  legacy: 'Contract number, old style',
  modification: 'Modification',
  solicitation: 'Solicitation',
  award: 'Award id (USAspending)',
  notice: 'Notice id (SAM.gov)',
  foia: 'FOIA number',
  uei: 'Unique entity id (UEI)',
  cage: 'CAGE code',
  use: 'AI use in an inventory',
  portfolio: 'IT portfolio number',
  amount: 'Amount',
  date: 'Date',
}

/** An identifier as it is printed, never corrected. */
export type Identifier = {
  readonly kind: IdentifierKind
  /** As printed. */
  readonly printed: string
  /** What equal identifiers have in common: no hyphens or spaces, upper case; for amounts dollars, for dates `2026-02-01`. */
  readonly value: string
  /** What its parts mean. */
  readonly parse: string
  /** Why it is not what it looks like; empty where it is. */
  readonly why: string
  /** Offsets in the page's text. */
  readonly start: number
  readonly end: number
}

/** An identifier with where it stands. */
export type PlacedIdentifier = Identifier & { readonly index: PageIndex }
