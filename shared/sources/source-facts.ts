import type { z } from 'zod'
import { type CslItem, dateOf, namesOf, textOf } from './reference-formats/csl'
import { cslOfKind, kindOfTypeAndGenre, RECORD_KINDS, type RecordKind } from './record-kind'

/**
 * Where CSL-JSON keeps each fact of a source that the record has no field for. What CSL 1.0.2 has no member for goes into `custom`, which is
 * made for that.
 */
const PLACES = {
  /** What it calls itself: `Delivery order`, `Request for information`. */
  called: { member: 'genre', as: 'text' },
  /** Of the contract, solicitation, award, report or docket. */
  number: { member: 'number', as: 'text' },
  modification: { custom: 'modification' },
  /** The agency, or the court. */
  agency: { member: 'authority', as: 'text' },
  vendor: { custom: 'vendor' },
  recipient: { member: 'recipient', as: 'names' },
  /** The newspaper, the site, the reporter of decisions. */
  container: { member: 'container-title', as: 'text' },
  volume: { member: 'volume', as: 'text' },
  firstPage: { member: 'page', as: 'text' },
  docketEntry: { custom: 'docket-entry' },
  version: { member: 'version', as: 'text' },
  /** The number of the request under which it was released, or the series or record group. */
  collection: { member: 'archive_collection', as: 'text' },
  repository: { member: 'archive', as: 'text' },
  location: { member: 'archive_location', as: 'text' },
  released: { member: 'available-date', as: 'date' },
  /** The range of stamps, in words. */
  stamps: { member: 'call-number', as: 'text' },
  accessed: { member: 'accessed', as: 'date' },
  archivedCopy: { custom: 'archived-copy' },
} as const satisfies Readonly<
  Record<string, { readonly member: string; readonly as: 'text' | 'names' | 'date' } | { readonly custom: string }>
>

export type SourceFact = keyof typeof PLACES
const SOURCE_FACTS = Object.keys(PLACES) as readonly SourceFact[]
export type SourceFacts = { readonly kind: RecordKind | null } & Readonly<Record<SourceFact, string | null>>

/** Says in an item that the researcher names no kind, where type and genre would say one. */
const NO_KIND = 'other'

type Json = z.core.util.JSONType
const customOf = (item: CslItem): Readonly<Record<string, Json>> => {
  const { custom } = item
  return typeof custom === 'object' && custom !== null && !Array.isArray(custom) ? custom : {}
}

function factOf(item: CslItem, fact: SourceFact): string | null {
  const place = PLACES[fact]
  if ('custom' in place) return textOf(customOf(item)[place.custom])
  if (place.as === 'names') return namesOf(item[place.member])
  const value = place.as === 'date' ? dateOf(item[place.member]) : textOf(item[place.member])
  // The name that the kind goes by anyway says nothing of its own.
  return fact === 'called' && value === cslOfKind(kindOfItem(item)).genre ? null : value
}

function kindOfItem(item: CslItem): RecordKind | null {
  const said = textOf(customOf(item)['kind'])
  return said === NO_KIND ? null : (RECORD_KINDS.find((kind) => kind === said) ?? kindOfTypeAndGenre(item))
}

/** What is known of a source beyond its own fields: read out of the item that is kept with it. */
export function factsOfItem(item: CslItem): SourceFacts {
  const facts = Object.fromEntries(SOURCE_FACTS.map((fact) => [fact, factOf(item, fact)])) as Record<SourceFact, string | null>
  return { kind: kindOfItem(item), ...facts }
}

/** The item with the facts in it. Only what changed is written, so that what was read from elsewhere stays as it was. */
export function itemWithFacts(before: CslItem, facts: SourceFacts): CslItem {
  const item: Record<string, Json> = { ...before }
  const custom: Record<string, Json> = { ...customOf(before) }
  const known = factsOfItem(before)
  const put = (into: Record<string, Json>, name: string, value: Json | null): void => {
    if (value === null) delete into[name]
    else into[name] = value
  }
  const kindChanged = facts.kind !== known.kind
  for (const fact of SOURCE_FACTS) {
    const value = facts[fact]
    if (value === known[fact] && !(fact === 'called' && kindChanged)) continue
    const place = PLACES[fact]
    if ('custom' in place) put(custom, place.custom, value)
    else
      put(
        item,
        place.member,
        value === null
          ? null
          : place.as === 'names'
            ? value.split(/\s*;\s*/).map((literal) => ({ literal }))
            : place.as === 'date'
              ? { 'date-parts': [value.split('-').map(Number)] }
              : value,
      )
  }
  const usual = cslOfKind(facts.kind)
  if (kindChanged) item['type'] = usual.type
  if (facts.called === null && (kindChanged || known.called !== null)) put(item, 'genre', usual.genre)
  // Type and genre say the kind wherever they can, for programs that know nothing of ours.
  if (kindOfItem({ ...item, custom }) !== facts.kind)
    put(custom, 'kind', kindOfTypeAndGenre(item) === facts.kind ? null : (facts.kind ?? NO_KIND))
  if (Object.keys(custom).length === 0) delete item['custom']
  else item['custom'] = custom
  return item
}
