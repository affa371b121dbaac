import type { DocumentId } from '../documents/document'
import type { DocumentVersion } from '../documents/document-version'

/** Where a document stands among its versions: the n-th of so many, and its neighbours. */
export type VersionPlace = {
  /** From 1, the earliest first. */
  readonly n: number
  readonly of: number
  readonly earlier: DocumentId | null
  readonly later: DocumentId | null
}

type Tie = Pick<DocumentVersion, 'earlierId' | 'laterId' | 'at'>

/**
 * A document's place among its versions; null where it has none. Where several are named as its later (or earlier) version, the one said
 * last counts; a circle ends where it closes.
 */
export function versionPlaceOf(id: DocumentId, versions: readonly Tie[]): VersionPlace | null {
  const step = (from: DocumentId, back: boolean): DocumentId | null => {
    const ties = versions.filter((tie) => (back ? tie.laterId : tie.earlierId) === from).toSorted((a, b) => (a.at < b.at ? 1 : -1))
    return (back ? ties[0]?.earlierId : ties[0]?.laterId) ?? null
  }
  const walk = (back: boolean): readonly DocumentId[] => {
    const seen: DocumentId[] = [id]
    for (let next = step(id, back); next !== null && !seen.includes(next); next = step(next, back)) seen.push(next)
    return seen.slice(1)
  }
  const [before, after] = [walk(true), walk(false)]
  if (before.length === 0 && after.length === 0) return null
  return { n: before.length + 1, of: before.length + 1 + after.length, earlier: before[0] ?? null, later: after[0] ?? null }
}

/** `version 2 of 3` */
export const versionWords = ({ n, of }: Pick<VersionPlace, 'n' | 'of'>): string => `version ${n} of ${of}`
