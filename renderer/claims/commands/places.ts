import type { Claim } from '@shared/claims/claim'
import { type Change, put } from '@shared/storage/records'

/** The claims of a section in their order. */
export const inSection = (claims: readonly Claim[], sectionId: string): readonly Claim[] =>
  claims
    .filter((claim) => claim.sectionId === sectionId)
    .toSorted((a, b) => a.order - b.order || a.number.localeCompare(b.number, 'en', { numeric: true }))

/**
 * The changes that put a claim before another of a section, or at its end. Where there is room between two neighbours only the claim
 * itself is written; where there is none left, the section is numbered anew.
 * @param claims all claims of the analysis
 */
export function placedBefore(claims: readonly Claim[], claim: Claim, sectionId: string, before: Claim['id'] | null): readonly Change[] {
  const others = inSection(claims, sectionId).filter((other) => other.id !== claim.id)
  const found = before === null ? -1 : others.findIndex((other) => other.id === before)
  const at = found === -1 ? others.length : found
  const [left, right] = [others[at - 1]?.order, others[at]?.order]
  const order = left === undefined ? (right === undefined ? 1 : right - 1) : right === undefined ? left + 1 : (left + right) / 2
  if (order !== left && order !== right) return [put('claims', { ...claim, sectionId, order })]
  const placed = others.toSpliced(at, 0, { ...claim, sectionId })
  return placed.flatMap((other, place) =>
    other.order === place + 1 && other.id !== claim.id ? [] : [put('claims', { ...other, order: place + 1 })],
  )
}

/** The changes that put a new claim right after another. */
export function placedAfter(claims: readonly Claim[], fresh: Claim, after: Claim): readonly Change[] {
  const section = inSection(claims, after.sectionId)
  return placedBefore(claims, fresh, after.sectionId, section[section.findIndex((other) => other.id === after.id) + 1]?.id ?? null)
}
