import {
  type Annotation,
  type AnnotationId,
  type AnnotationKind,
  compareAnnotations,
  firstSegment,
  quotationOf,
  stateOf,
} from '@shared/annotations/annotation'
import { placeNumberOf } from '@shared/annotations/place-words'
import type { AnchorState, Segment } from '@shared/annotations/segment'
import type { Claim, ClaimId } from '@shared/claims/claim'
import type { EvidenceLink, Relation } from '@shared/claims/evidence-link'
import type { Document, DocumentId } from '@shared/documents/document'
import { sortedInPieces } from '@shared/units/sorted-in-pieces'

/** A mark as the list of all marks shows it. */
export type MarkRow = {
  readonly id: AnnotationId
  readonly annotation: Annotation
  /** Null when the document was removed. */
  readonly document: Document | null
  readonly links: readonly EvidenceLink[]
  /** Numbers of the claims that it bears on, in order. */
  readonly claims: readonly string[]
  readonly quote: string
  readonly state: AnchorState
  readonly page: number
  /** Everything that words are looked for in, in lower case. */
  readonly words: string
}

/** What narrows the list. An empty text narrows nothing. */
export type MarkFilter = {
  readonly words: string
  readonly document: DocumentId | ''
  /** Pages as counted in the file, from 1. */
  readonly from: string
  readonly to: string
  readonly kind: AnnotationKind | ''
  readonly relation: Relation | ''
  readonly claim: ClaimId | ''
  readonly linked: 'linked' | 'unlinked' | ''
  readonly tag: string
  readonly author: string
  readonly state: AnchorState | 'waiting' | ''
  readonly origin: Segment['textOrigin'] | ''
  /** Days, `2026-11-22`. */
  readonly since: string
  readonly until: string
}
export const NO_FILTER: MarkFilter = {
  words: '',
  document: '',
  from: '',
  to: '',
  kind: '',
  relation: '',
  claim: '',
  linked: '',
  tag: '',
  author: '',
  state: '',
  origin: '',
  since: '',
  until: '',
}

export type MarkSort = 'place' | 'quote' | 'kind' | 'claims' | 'state' | 'author' | 'date'
export type MarkOrder = { readonly by: MarkSort; readonly down: boolean }

type Tables = {
  readonly annotations: readonly Annotation[]
  readonly links: readonly EvidenceLink[]
  readonly claims: readonly Claim[]
  readonly documents: readonly Document[]
}

/** What is awaited between pieces of a long list, as `resting` gives it. */
type Rest = () => Promise<void> | undefined
/** Marks, or links, that are gone through between two rests. */
const PIECE = 200

/** Joins marks with their documents and links, in the order of their places: document, page, text. Other orders keep it where they say nothing. */
export async function rowsOf({ annotations, links, claims, documents }: Tables, rest: Rest): Promise<readonly MarkRow[]> {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const numbers = new Map(claims.map((claim) => [claim.id, claim.number]))
  const linksOf = new Map<AnnotationId, EvidenceLink[]>()
  for (const [at, link] of links.entries()) {
    if (at % PIECE === 0) await rest()
    const known = linksOf.get(link.annotationId)
    if (known === undefined) linksOf.set(link.annotationId, [link])
    else known.push(link)
  }
  const rows: MarkRow[] = []
  for (const [at, annotation] of annotations.entries()) {
    if (at % PIECE === 0) await rest()
    const own = linksOf.get(annotation.id) ?? []
    const quote = quotationOf(annotation)
    const document = byId.get(annotation.documentId) ?? null
    rows.push({
      id: annotation.id,
      annotation,
      document,
      links: own,
      claims: [...new Set(own.flatMap((link) => numbers.get(link.claimId) ?? []))].sort(),
      quote,
      state: stateOf(annotation),
      page: placeNumberOf(firstSegment(annotation)),
      words: [
        quote,
        annotation.comment,
        annotation.tags.join(' '),
        annotation.exemptionCodes.join(' '),
        own.map((link) => link.note).join(' '),
        document?.name ?? '',
      ]
        .join('\n')
        .toLowerCase(),
    })
  }
  // Names are compared once for each document and not for each mark. Marks of removed documents come first, those of each together.
  const places = new Map(documents.toSorted(byName).map(({ id }, at) => [id, at]))
  const placeOf = ({ annotation }: MarkRow): number => places.get(annotation.documentId) ?? -1
  return sortedInPieces(
    rows,
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      a.annotation.documentId.localeCompare(b.annotation.documentId) ||
      compareAnnotations(a.annotation, b.annotation),
    rest,
  )
}

const byName = (a: Document, b: Document): number => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)

/** An approximate match that nobody confirmed. */
export const isWaiting = (row: Pick<MarkRow, 'state' | 'annotation'>): boolean =>
  row.state === 'approximate' && row.annotation.confirmed === null

/** The rows that a filter lets through. */
export function filtered(rows: readonly MarkRow[], filter: MarkFilter): readonly MarkRow[] {
  const tests = testsOf(filter)
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)))
}

function testsOf(filter: MarkFilter): readonly ((row: MarkRow) => boolean)[] {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  const [from, to] = [Number(filter.from), Number(filter.to)]
  const { document, kind, relation, claim, linked, tag, author, state, origin, since, until } = filter
  return [
    words.length > 0 && ((row: MarkRow) => words.every((word) => row.words.includes(word))),
    document !== '' && ((row: MarkRow) => row.annotation.documentId === document),
    from > 0 && ((row: MarkRow) => row.annotation.segments.some((segment) => placeNumberOf(segment) >= from)),
    to > 0 && ((row: MarkRow) => row.annotation.segments.some((segment) => placeNumberOf(segment) <= to)),
    kind !== '' && ((row: MarkRow) => row.annotation.kind === kind),
    relation !== '' && ((row: MarkRow) => row.links.some((link) => link.relation === relation)),
    claim !== '' && ((row: MarkRow) => row.links.some((link) => link.claimId === claim)),
    linked !== '' && ((row: MarkRow) => row.links.length > 0 === (linked === 'linked')),
    tag !== '' && ((row: MarkRow) => row.annotation.tags.includes(tag)),
    author !== '' && ((row: MarkRow) => authorOf(row.annotation) === author),
    state !== '' && ((row: MarkRow) => (state === 'waiting' ? isWaiting(row) : row.state === state)),
    origin !== '' && ((row: MarkRow) => row.annotation.segments.some((segment) => segment.textOrigin === origin)),
    since !== '' && ((row: MarkRow) => row.annotation.createdAt.slice(0, 10) >= since),
    until !== '' && ((row: MarkRow) => row.annotation.createdAt.slice(0, 10) <= until),
  ].filter((test) => test !== false)
}

/** Who made a mark: for one that stood in the PDF, the author that the file names. */
export const authorOf = (annotation: Annotation): string => annotation.pdfOrigin?.author || annotation.author

const STATES: readonly AnchorState[] = ['lost', 'approximate', 'moved', 'exact']
const COMPARES: Readonly<Record<MarkSort, (a: MarkRow, b: MarkRow) => number>> = {
  place: () => 0,
  quote: (a, b) => a.quote.localeCompare(b.quote),
  kind: (a, b) => a.annotation.kind.localeCompare(b.annotation.kind),
  claims: (a, b) => (a.claims[0] ?? '\uffff').localeCompare(b.claims[0] ?? '\uffff'),
  state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
  author: (a, b) => authorOf(a.annotation).localeCompare(authorOf(b.annotation)),
  date: (a, b) => (a.annotation.createdAt < b.annotation.createdAt ? -1 : a.annotation.createdAt > b.annotation.createdAt ? 1 : 0),
}

/** Rows that stand in the order of their place, put into another one, in turns. */
export async function sorted(rows: readonly MarkRow[], { by, down }: MarkOrder, rest: Rest): Promise<readonly MarkRow[]> {
  if (by === 'place') return down ? rows.toReversed() : rows
  return sortedInPieces(rows, (a, b) => (down ? COMPARES[by](b, a) : COMPARES[by](a, b)), rest)
}

/** A value with the number of rows that have it. */
export type Facet<Value extends string> = readonly (readonly [value: Value, count: number])[]

/** How many rows have each value, most first. A row with several values counts for each. */
export function facetOf<Value extends string>(rows: readonly MarkRow[], valuesOf: (row: MarkRow) => readonly Value[]): Facet<Value> {
  const counts = new Map<Value, number>()
  for (const row of rows) {
    const values = valuesOf(row)
    for (const value of values.length > 1 ? new Set(values) : values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}
