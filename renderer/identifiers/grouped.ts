import type { DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { IDENTIFIER_KINDS, IDENTIFIER_WORDS, type IdentifierKind } from '@shared/identifiers/identifier'
import { pageNumberOf } from '@shared/units/pages'
import { sortedInPieces } from '@shared/units/sorted-in-pieces'
import { unparse } from 'papaparse'
import type { IdentifierRow } from './identifier-rows'

/** Equal identifiers, wherever they stand. */
export type IdentifierGroup = {
  readonly key: string
  readonly kind: IdentifierKind
  readonly printed: string
  readonly value: string
  readonly parse: string
  readonly why: string
  /** In order of documents and pages. */
  readonly places: readonly IdentifierRow[]
  readonly documents: readonly DocumentId[]
  /** What the researcher said of it, in whichever document; of several readings the latest. */
  readonly reading: ProposalDecision | null
  /** Everything that words are looked for in, in lower case. */
  readonly words: string
}

/** Rows or groups between two rests. */
const PIECE = 500
const names = new Intl.Collator()
const ORDER = Object.fromEntries(IDENTIFIER_KINDS.map((kind, at) => [kind, at])) as Readonly<Record<IdentifierKind, number>>

export const keyOf = ({ kind, value }: Pick<IdentifierRow, 'kind' | 'value'>): string => `${kind}:${value}`

/**
 * Puts equal identifiers together: by kind, then those that occur most. A library has tens of thousands, so it is done in turns.
 * @param isHere whether a document is still in the library
 * @param rest awaited between pieces, as `resting` gives it
 */
export async function grouped(
  rows: readonly IdentifierRow[],
  isHere: (id: DocumentId) => boolean,
  decisions: readonly ProposalDecision[],
  rest: () => Promise<void> | undefined,
): Promise<readonly IdentifierGroup[]> {
  const readings = new Map(
    decisions
      .filter(({ kind, verdict }) => kind === 'identifier' && verdict === 'read-as')
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map((decision) => [decision.key, decision]),
  )
  const byKey = new Map<string, IdentifierRow[]>()
  for (const [at, row] of rows.entries()) {
    if (at % PIECE === 0) await rest()
    if (!isHere(row.documentId)) continue
    const key = keyOf(row)
    const places = byKey.get(key)
    if (places === undefined) byKey.set(key, [row])
    else places.push(row)
  }
  const groups: IdentifierGroup[] = []
  for (const [key, places] of byKey) {
    const [first] = places
    if (first === undefined) continue
    if (groups.length % PIECE === 0) await rest()
    const { kind, printed, value, parse, why } = first
    const documents = [...new Set(places.map((place) => place.documentId))]
    const reading = readings.get(key) ?? null
    const words = `${printed}\n${value}\n${parse}\n${reading?.note ?? ''}`.toLowerCase()
    groups.push({ key, kind, printed, value, parse, why, places, documents, reading, words })
  }
  return sortedInPieces(
    groups,
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || b.places.length - a.places.length || names.compare(a.value, b.value),
    rest,
  )
}

/** Those of a kind (all where it is null) in which the words stand: as printed, in the parse, or as read. */
export function filtered(groups: readonly IdentifierGroup[], kind: IdentifierKind | null, words: string): readonly IdentifierGroup[] {
  const wanted = words.trim().toLowerCase()
  return groups.filter((group) => (kind === null || group.kind === kind) && (wanted === '' || group.words.includes(wanted)))
}

/** One line a place, as CSV (RFC 4180). Nothing is changed to please a spreadsheet. */
export const identifiersCsv = (groups: readonly IdentifierGroup[], nameOf: (id: DocumentId) => string): string =>
  unparse({
    fields: ['kind', 'printed', 'parse', 'why_not', 'read_as', 'document', 'document_sha256', 'page'],
    data: groups.flatMap((group) =>
      group.places.map((place) => [
        IDENTIFIER_WORDS[group.kind],
        place.printed,
        place.parse,
        place.why,
        group.reading?.note ?? '',
        nameOf(place.documentId),
        place.documentId,
        pageNumberOf(place.index),
      ]),
    ),
  })
