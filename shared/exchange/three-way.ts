import { canonicalJson } from '../custody/canonical-json'

/** A field that both sides changed, each to something else. `undefined`: the field or the part is not there. */
export type FieldConflict = {
  /** Names of fields, and ids of parts of a list, from the record down; empty for the record as a whole. */
  readonly path: readonly string[]
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}
/** The library's side, or the bundle's. */
export type Side = 'ours' | 'theirs'
/** Says which side a conflict goes to. */
export type Decide = (path: readonly string[]) => Side

/** A record of two, and the fields in which they meet: there `value` has what `Decide` said. */
export type Merged = { readonly value: unknown; readonly conflicts: readonly FieldConflict[] }

/** Fields whose members are merged one by one. Any other object belongs together: who confirmed something, and when. */
const PARTED: ReadonlySet<string> = new Set(['tests', 'subject', 'comparator', 'dossier'])

const same = (a: unknown, b: unknown): boolean => (a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b))

/**
 * Merges two versions of a value field by field. What only one side changed is taken from that side; lists of words and numbers merge as
 * sets, lists of parts with ids part by part; what is left are conflicts, which go where `decide` says. Neither side comes first: but for
 * the decisions, exchanging the sides gives the same.
 * @param base the version from which both come; undefined where it is not known, and then every difference is a conflict
 */
export function mergeThreeWay(base: unknown, ours: unknown, theirs: unknown, decide: Decide, path: readonly string[] = []): Merged {
  if (same(ours, theirs)) return { value: ours, conflicts: [] }
  if (base !== undefined && same(ours, base)) return { value: theirs, conflicts: [] }
  if (base !== undefined && same(theirs, base)) return { value: ours, conflicts: [] }
  if (isObject(ours) && isObject(theirs) && (path.length === 0 || isPart(path) || PARTED.has(path.at(-1) ?? '')))
    return mergeMembers(isObject(base) ? base : undefined, ours, theirs, decide, path)
  if (isPartList(ours) && isPartList(theirs) && ours.length + theirs.length > 0)
    return mergeParts(isPartList(base) ? base : undefined, ours, theirs, decide, path)
  if (isWordList(ours) && isWordList(theirs)) return { value: mergeSets(isWordList(base) ? base : [], ours, theirs), conflicts: [] }
  return { value: decide(path) === 'ours' ? ours : theirs, conflicts: [{ path, base, ours, theirs }] }
}

type Members = Readonly<Record<string, unknown>>
type Part = Members & { readonly id: string }
type Word = string | number

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPartList = (value: unknown): value is readonly Part[] =>
  Array.isArray(value) && value.every((item) => isObject(item) && typeof item['id'] === 'string')
const isWordList = (value: unknown): value is readonly Word[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')
/** A path that ends in the id of a part has the name of its list before it; ids are marked, so that no field is taken for one. */
const isPart = (path: readonly string[]): boolean => path.at(-1)?.startsWith(PART) ?? false
const PART = '#'

function mergeMembers(base: Members | undefined, ours: Members, theirs: Members, decide: Decide, path: readonly string[]): Merged {
  const value: Record<string, unknown> = {}
  const conflicts: FieldConflict[] = []
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    // A field that the base does not have is known to be new; without a base nothing is known.
    const of = (members: Members): unknown => (Object.hasOwn(members, name) ? members[name] : ABSENT)
    const merged = mergeThreeWay(base && of(base), of(ours), of(theirs), decide, [...path, name])
    conflicts.push(...merged.conflicts.map(withoutAbsent))
    if (merged.value !== ABSENT) value[name] = merged.value
  }
  return { value, conflicts }
}

/** Stands for a member that is not there; it equals nothing else. */
const ABSENT = '\u0000absent'
const present = (value: unknown): unknown => (value === ABSENT ? undefined : value)
const withoutAbsent = ({ path, base, ours, theirs }: FieldConflict): FieldConflict => ({
  path,
  base: present(base),
  ours: present(ours),
  theirs: present(theirs),
})

function mergeParts(
  base: readonly Part[] | undefined,
  ours: readonly Part[],
  theirs: readonly Part[],
  decide: Decide,
  path: readonly string[],
): Merged {
  const [before, here, there] = [byId(base ?? []), byId(ours), byId(theirs)]
  const conflicts: FieldConflict[] = []
  const kept = new Map<string, unknown>()
  for (const id of new Set([...before.keys(), ...here.keys(), ...there.keys()])) {
    const [a, b] = [here.get(id), there.get(id)]
    // Without a base, a part that only one side has is taken for new.
    const merged: Merged =
      base === undefined && (a === undefined || b === undefined)
        ? { value: a ?? b, conflicts: [] }
        : mergeThreeWay(base && (before.get(id) ?? ABSENT), a ?? ABSENT, b ?? ABSENT, decide, [...path, `${PART}${id}`])
    conflicts.push(...merged.conflicts.map(withoutAbsent))
    if (merged.value !== ABSENT) kept.set(id, merged.value)
  }
  const order = mergeOrder([...before.keys()], [...here.keys()], [...there.keys()])
  return { value: order.flatMap((id) => (kept.has(id) ? [kept.get(id)] : [])), conflicts }
}

const byId = (parts: readonly Part[]): ReadonlyMap<string, Part> => new Map(parts.map((part) => [part.id, part]))

/** What both keep, and what either adds; what one side took out goes. In an order that does not depend on the side. */
function mergeSets(base: readonly Word[], ours: readonly Word[], theirs: readonly Word[]): readonly Word[] {
  const [before, here, there] = [new Set(base), new Set(ours), new Set(theirs)]
  const stays = (word: Word): boolean => (before.has(word) ? here.has(word) && there.has(word) : here.has(word) || there.has(word))
  return mergeOrder(base, ours, theirs).filter(stays)
}

/** The order of the base, or of the one side that changed it; then what was added, sorted. */
function mergeOrder<Item extends Word>(base: readonly Item[], ours: readonly Item[], theirs: readonly Item[]): readonly Item[] {
  const known = new Set(base)
  const old = (items: readonly Item[]): readonly Item[] => items.filter((item) => known.has(item))
  const moved = (items: readonly Item[]): boolean =>
    !same(
      old(items),
      base.filter((item) => items.includes(item)),
    )
  const [x, y] = [moved(ours), moved(theirs)]
  const survivors = x === y ? base : old(x ? ours : theirs)
  const rest = base.filter((item) => !survivors.includes(item))
  const added = [...new Set([...ours, ...theirs])]
    .filter((item) => !known.has(item))
    .sort((a, b) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0))
  return [...survivors, ...rest, ...added]
}
