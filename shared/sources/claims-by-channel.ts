import type { Claim } from '../claims/claim'
import { DISCLOSURE_AUTHORS, DISCLOSURE_TRIGGERS, type DisclosureEvent, isDisclosed } from '../documents/disclosure-event'
import { type Disclosure, disclosureOf, type Standing, standingOfAll } from '../documents/disclosure-standing'
import { groupedBy } from '../units/grouped-by'
import type { Sha256 } from '../units/hashes'
import { type Channel, channelNamed } from './channels'
import type { Source } from './source'

/** Claims by the channel through which what they rest on came out. `inferred`: by nothing but the inferred channel of a cited source. */
export type ChannelCell = Channel & {
  readonly disclosed: boolean
  readonly recorded: readonly string[]
  readonly inferred: readonly string[]
}

/** On what a claim rests, as far as it is known, and from where that is known. */
export type ClaimBasis = { readonly number: string; readonly standing: Standing; readonly from: 'events' | 'channels' | 'nothing' }

/** Claims by the channel from which what they rest on came. */
export type ClaimsByChannel = {
  /** Every author by every trigger, in the order of the axes. */
  readonly cells: readonly ChannelCell[]
  /** Each claim once, so that the counts add up. */
  readonly basis: readonly ClaimBasis[]
}

/** What channels are read from. */
export type ChannelInput = {
  readonly claims: readonly Pick<Claim, 'id' | 'number' | 'citedSources'>[]
  /** Documents in which passages linked to a claim stand. */
  readonly documentsOf: (claimId: Claim['id']) => readonly Sha256[]
  readonly sources: readonly Pick<Source, 'number' | 'documentIds' | 'channels'>[]
  readonly events: readonly Pick<DisclosureEvent, 'documentId' | 'author' | 'trigger'>[]
}

/**
 * Sorts claims by channel: from the disclosure events of the documents behind their evidence and their sources, and where a source has no
 * document, from its channels as inferred. It says where what a claim rests on came from, not whether the claim holds.
 */
export function claimsByChannel({ claims, documentsOf, sources, events }: ChannelInput): ClaimsByChannel {
  const eventsOf = groupedBy(events, (event) => event.documentId)
  const sourceOf = new Map(sources.map((source) => [source.number, source]))
  const recorded = new Map<string, Set<string>>()
  const inferred = new Map<string, Set<string>>()
  const basis = claims.map((claim): ClaimBasis => {
    const cited = claim.citedSources.flatMap((number) => sourceOf.get(number) ?? [])
    const documents = new Set([...documentsOf(claim.id), ...cited.flatMap((source) => source.documentIds)])
    const known = [...documents].map((id) => eventsOf.get(id) ?? [])
    for (const event of known.flat()) into(recorded, event, claim.number)
    const guessed = cited.flatMap((source) =>
      source.documentIds.length > 0 ? [] : source.channels.flatMap((name) => channelNamed(name) ?? []),
    )
    for (const channel of guessed) into(inferred, channel, claim.number)
    const byEvents = standingOfAll(known.map(disclosureOf))
    if (byEvents !== 'not recorded') return { number: claim.number, standing: byEvents, from: 'events' }
    const byChannels = standingOfAll(guessed.map((channel): Disclosure => (isDisclosed(channel) ? 'disclosed' : 'discovered')))
    return { number: claim.number, standing: byChannels, from: byChannels === 'not recorded' ? 'nothing' : 'channels' }
  })
  return {
    basis,
    cells: DISCLOSURE_AUTHORS.flatMap((author) =>
      DISCLOSURE_TRIGGERS.map((trigger): ChannelCell => {
        const sure = recorded.get(keyOf({ author, trigger })) ?? new Set()
        return {
          author,
          trigger,
          disclosed: isDisclosed({ author, trigger }),
          recorded: [...sure],
          inferred: [...(inferred.get(keyOf({ author, trigger })) ?? [])].filter((number) => !sure.has(number)),
        }
      }),
    ),
  }
}

const keyOf = ({ author, trigger }: Channel): string => `${author}/${trigger}`

function into(map: Map<string, Set<string>>, channel: Channel, claim: string): void {
  const there = map.get(keyOf(channel))
  if (there === undefined) map.set(keyOf(channel), new Set([claim]))
  else there.add(claim)
}

/** The claims of a basis, for the table that adds up. */
export const BASIS_ROWS = ['disclosed', 'both', 'discovered', 'not recorded'] as const satisfies readonly Standing[]
export const BASIS_WORDS: Readonly<Record<Standing, string>> = {
  disclosed: 'only on what the agency or its department published',
  both: 'on both',
  discovered: 'only on what others brought out, or what had to be asked for',
  'not recorded': 'nobody recorded how it came out',
}
