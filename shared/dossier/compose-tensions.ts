import { TENSION_KIND_WORDS } from '../claims/tension'
import type { DossierSnapshot } from './snapshot'

/** Claims that pull against each other, in words. */
export type TensionNode = {
  readonly kind: string
  /** Numbers of the claims. */ readonly claims: readonly string[]
  readonly text: string
  readonly settled: string
}

/** The tensions of an analysis, oldest first; claims in the order of their numbers. */
export function composeTensions({ records }: DossierSnapshot): readonly TensionNode[] {
  const byNumber = records.claims.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
  return records.tensions
    .toSorted((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1))
    .map(({ kind, claimIds, text, settled }) => ({
      kind: TENSION_KIND_WORDS[kind],
      claims: byNumber.filter((claim) => claimIds.includes(claim.id)).map((claim) => claim.number),
      text,
      settled,
    }))
}

/** The tensions in which a claim stands. */
export const tensionsOf = (tensions: readonly TensionNode[], number: string): readonly TensionNode[] =>
  tensions.filter((tension) => tension.claims.includes(number))
