import type { DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import { IDENTIFIER_KINDS, IDENTIFIER_WORDS, type IdentifierKind } from '@shared/identifiers/identifier'
import { pageNumberOf } from '@shared/units/pages'
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
}

export const keyOf = ({ kind, value }: Pick<IdentifierRow, 'kind' | 'value'>): string => `${kind}:${value}`

/** Puts equal identifiers together: by kind, then those that occur most. */
export function grouped(rows: readonly IdentifierRow[], decisions: readonly ProposalDecision[]): readonly IdentifierGroup[] {
  const readings = new Map(
    decisions
      .filter(({ kind, verdict }) => kind === 'identifier' && verdict === 'read-as')
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map((decision) => [decision.key, decision]),
  )
  const groups = new Map<string, IdentifierRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? []
    group.push(row)
    groups.set(keyOf(row), group)
  }
  return [...groups]
    .flatMap(([key, places]): readonly IdentifierGroup[] => {
      const [first] = places
      if (first === undefined) return []
      const { kind, printed, value, parse, why } = first
      return [
        {
          key,
          kind,
          printed,
          value,
          parse,
          why,
          places,
          documents: [...new Set(places.map((place) => place.documentId))],
          reading: readings.get(key) ?? null,
        },
      ]
    })
    .toSorted(
      (a, b) =>
        IDENTIFIER_KINDS.indexOf(a.kind) - IDENTIFIER_KINDS.indexOf(b.kind) ||
        b.places.length - a.places.length ||
        a.value.localeCompare(b.value),
    )
}

/** Those of a kind (all where it is null) in which the words stand: as printed, in the parse, or as read. */
export function filtered(groups: readonly IdentifierGroup[], kind: IdentifierKind | null, words: string): readonly IdentifierGroup[] {
  const wanted = words.trim().toLowerCase()
  return groups.filter(
    (group) =>
      (kind === null || group.kind === kind) &&
      (wanted === '' ||
        [group.printed, group.value, group.parse, group.reading?.note ?? ''].some((text) => text.toLowerCase().includes(wanted))),
  )
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
