import { type Claim, nextClaimNumber } from '../claims/claim'
import type { Source } from '../sources/source'
import type { CarriedRecords } from './carried-records'

/** A claim or a source that gets another number here than it had there. */
export type Renumbered = { readonly table: 'claims' | 'sources'; readonly id: string; readonly from: string; readonly to: string }

type Known = {
  /** The claims and sources here, by id. */
  readonly claims: ReadonlyMap<string, Claim>
  readonly sources: ReadonlyMap<string, Source>
  /** Which claim each number was ever given to here, also to claims removed since. */
  readonly given: ReadonlyMap<string, string>
  /** Whether only the other side changed a record: then its number comes from there. */
  readonly fromThere: (table: 'claims' | 'sources', id: string) => boolean
}

/**
 * Their records under numbers that are free here. Two researchers who each added C26 meant two claims: theirs gets the next number that
 * neither ever gave, and every mention of it in their records follows. A claim that is here already keeps the number it has here.
 */
export function renumber(
  theirs: CarriedRecords,
  known: Known,
): { readonly records: CarriedRecords; readonly renumbered: readonly Renumbered[] } {
  const claims = newNumbers(
    theirs.claims,
    known.claims,
    (id) => known.fromThere('claims', id),
    known.given,
    (taken) => nextClaimNumber(taken),
  )
  const sources = newNumbers(
    theirs.sources.map(({ id, number }) => ({ id, number: String(number) })),
    new Map([...known.sources].map(([id, { number }]) => [id, { id, number: String(number) }])),
    (id) => known.fromThere('sources', id),
    new Map(),
    (taken) => String(Math.max(0, ...taken.map(Number)) + 1),
  )
  const claim = (number: string): string => claims.get(number) ?? number
  const source = (number: number): number => Number(sources.get(String(number)) ?? number)
  const records: CarriedRecords = {
    ...theirs,
    claims: theirs.claims.map((one) => ({
      ...one,
      number: claim(one.number),
      dependsOn: one.dependsOn.map(claim),
      citedSources: one.citedSources.map(source),
      ...(one.splitFrom === undefined ? {} : { splitFrom: claim(one.splitFrom) }),
      ...(one.mergedInto === undefined ? {} : { mergedInto: claim(one.mergedInto) }),
    })),
    sources: theirs.sources.map((one) => ({ ...one, number: source(one.number) })),
    analyses: theirs.analyses.map((one) =>
      one.tensions === undefined
        ? one
        : { ...one, tensions: one.tensions.map((tension) => ({ ...tension, claimNumbers: tension.claimNumbers.map(claim) })) },
    ),
  }
  const renumbered = [
    ...theirs.claims.flatMap(({ id, number }) =>
      claim(number) === number ? [] : [{ table: 'claims' as const, id, from: number, to: claim(number) }],
    ),
    ...theirs.sources.flatMap(({ id, number }) =>
      source(number) === number ? [] : [{ table: 'sources' as const, id, from: String(number), to: String(source(number)) }],
    ),
  ]
  return { records, renumbered }
}

type Numbered = { readonly id: string; readonly number: string }

/** By their number, the number here; only where it is another. */
function newNumbers(
  theirs: readonly Numbered[],
  here: ReadonlyMap<string, Numbered>,
  fromThere: (id: string) => boolean,
  given: ReadonlyMap<string, string>,
  next: (taken: readonly string[]) => string,
): ReadonlyMap<string, string> {
  const owners = new Map(given)
  for (const { id, number } of here.values()) owners.set(number, id)
  // What the other side renumbered gives its number here up.
  for (const { id, number } of theirs) {
    const known = here.get(id)
    if (known === undefined || known.number === number || !fromThere(id)) continue
    if (owners.get(known.number) === id) owners.delete(known.number)
    owners.set(number, id)
  }
  const numbers = new Map<string, string>()
  const taken = [...owners.keys(), ...theirs.map(({ number }) => number)]
  for (const { id, number } of theirs) {
    const known = here.get(id)
    if (known !== undefined) {
      if (known.number !== number && !fromThere(id)) numbers.set(number, known.number)
    } else if (owners.has(number) && owners.get(number) !== id) {
      const free = next(taken)
      taken.push(free)
      numbers.set(number, free)
    } else owners.set(number, id)
  }
  return numbers
}
