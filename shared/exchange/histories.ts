import type { CustodyEntry } from '../custody/custody-entry'
import { WORKBENCH_ACTOR } from '../custody/workbench-actor'
import { TABLES_OF_ANALYSIS } from '../storage/records'
import { derivedId } from '../units/derived-id'
import type { Sha256 } from '../units/hashes'
import type { Id } from '../units/ids'
import { differences } from '../versions/diff-lists'

/** The hash of a record at one time; null where it was removed. */
export type Step = Sha256 | null

/** What the logs of one side know of a record. */
export type History = {
  /** Its states in order, each different from the one before, with those of the other side from when its bundle was taken up. */
  readonly steps: readonly Step[]
  /** Whether nobody but the workbench itself ever wrote it. */
  readonly byWorkbench: boolean
  /** Whether the side ever had it, or decided against it. Of a record that hangs on a document its log may know without that a bundle ever brought it. */
  readonly had: boolean
}

/** Histories by `table/id`. */
export type Histories = ReadonlyMap<string, History>

/** One key for a record of any table. */
export const keyOf = (table: string, id: string): string => `${table}/${id}`
const tableOfKey = (key: string): string => key.slice(0, key.indexOf('/'))

/** Names what is kept of a bundle: the analysis, and the state of the log under which it was stated. */
export const bundleId = (analysisId: string, head: Sha256): Id<'bundle'> => derivedId('bundle', analysisId, head)

/** Records of an analysis itself: a bundle holds all of them. Marks, documents and what hangs on them it holds as far as they are cited. */
const OF_ANALYSIS: ReadonlySet<string> = new Set(['analyses', ...TABLES_OF_ANALYSIS])

type Chain = { readonly steps: Step[]; byWorkbench: boolean; had: boolean; own: Step | undefined }

/**
 * The histories of all records that a side knows, in one line each. A log that was kept of a bundle is put where the bundle was taken up: what stood
 * in it was known from then on, and what this side had, or left out, after that was decided knowing it. Without this, a conflict once decided
 * would be one again.
 * @param own the side's own log
 * @param kept the logs it kept of bundles of the analysis
 * @param decidedAgainst records of those bundles, by `table/id`, that were not taken up knowing them
 */
export function historiesOf(
  own: readonly CustodyEntry[],
  kept: readonly (readonly CustodyEntry[])[],
  analysisId: string,
  decidedAgainst: ReadonlySet<string> = new Set(),
): Histories {
  const chains = new Map<string, Chain>()
  const chainOf = (key: string): Chain => {
    const chain = chains.get(key) ?? {
      steps: [],
      byWorkbench: true,
      had: OF_ANALYSIS.has(tableOfKey(key)) || decidedAgainst.has(key),
      own: undefined,
    }
    chains.set(key, chain)
    return chain
  }
  const add = (chain: Chain, step: Step): void => {
    if (chain.steps.at(-1) !== step) chain.steps.push(step)
  }
  /** Puts entries of a kept log in; answers which records they concern. */
  const putIn = (entries: readonly CustodyEntry[]): ReadonlySet<string> => {
    const concerned = new Set<string>()
    for (const { changes } of entries) {
      for (const { table, id, after } of changes) {
        const key = keyOf(table, id)
        concerned.add(key)
        add(chainOf(key), after)
      }
    }
    return concerned
  }
  const places = placesOf(kept, analysisId)
  const taken = new Set(
    own.flatMap(({ changes }) =>
      changes.flatMap(({ table, id, after }) =>
        table === 'openedBundles' && after !== null && places.has(id) ? [places.get(id)?.log] : [],
      ),
    ),
  )
  // A log that came inside of another's bundle: when it was taken up there is not known here.
  for (const [log, entries] of kept.entries()) if (!taken.has(log)) putIn(entries)
  const upTo = new Map<number, number>()
  for (const { actor, changes } of own) {
    const concerned = new Set<string>()
    for (const { table, id, after } of changes) {
      const place = table === 'openedBundles' && after !== null ? places.get(id) : undefined
      if (place === undefined) continue
      for (const key of putIn((kept[place.log] ?? []).slice(upTo.get(place.log) ?? 0, place.upTo))) concerned.add(key)
      upTo.set(place.log, Math.max(place.upTo, upTo.get(place.log) ?? 0))
    }
    for (const { table, id, after } of changes) {
      const chain = chainOf(keyOf(table, id))
      concerned.delete(keyOf(table, id))
      chain.own = after
      chain.had = true
      if (actor !== WORKBENCH_ACTOR) chain.byWorkbench = false
      add(chain, after)
    }
    for (const key of concerned) {
      const chain = chainOf(key)
      if (chain.own !== undefined) add(chain, chain.own)
      else if (OF_ANALYSIS.has(tableOfKey(key))) add(chain, null)
    }
  }
  for (const key of decidedAgainst) {
    const chain = chains.get(key)
    if (chain !== undefined && chain.own === undefined) add(chain, null)
  }
  return chains
}

/** For every state of every kept log, the name under which a bundle of that state would be kept: which log it is, and how much of it. */
function placesOf(
  kept: readonly (readonly CustodyEntry[])[],
  analysisId: string,
): ReadonlyMap<string, { readonly log: number; readonly upTo: number }> {
  return new Map(
    kept.flatMap((entries, log) => entries.map(({ hash }, at) => [bundleId(analysisId, hash), { log, upTo: at + 1 }] as const)),
  )
}

/** How two sides know each other's states of a record. */
export type Kinship = {
  /** Whether one side has seen the present state of the other, and has gone on from it or away from it. */
  readonly weKnow: boolean
  readonly theyKnow: boolean
  /** The last state that both have in common; undefined where there is none. */
  readonly base: Step | undefined
}

/**
 * Compares two histories by their longest common part: its last step, and whether that is the end of either. Not simply by the last
 * hash that stands in both, because what was undone stands there twice.
 */
export function kinshipOf(ours: readonly Step[], theirs: readonly Step[]): Kinship {
  const words = (steps: readonly Step[]): readonly string[] => steps.map((step) => step ?? 'removed')
  const found = differences(words(ours), words(theirs))
  const common = ours.length - found.reduce((sum, { a0, a1 }) => sum + a1 - a0, 0)
  if (common === 0) return { weKnow: false, theyKnow: false, base: undefined }
  const last = found.at(-1)
  if (last === undefined || (last.a1 < ours.length && last.b1 < theirs.length)) return { weKnow: true, theyKnow: true, base: ours.at(-1) }
  return { weKnow: last.b0 === theirs.length, theyKnow: last.a0 === ours.length, base: ours[last.a0 - 1] }
}
