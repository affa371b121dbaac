import { DISCLOSURE_AUTHORS, type DisclosureEvent, DISCLOSURE_TRIGGERS, isDisclosed } from './disclosure-event'

export type DisclosureAuthor = (typeof DISCLOSURE_AUTHORS)[number]
export type DisclosureTrigger = (typeof DISCLOSURE_TRIGGERS)[number]

export const AUTHOR_WORDS: Readonly<Record<DisclosureAuthor, string>> = {
  agency: 'the agency itself',
  department: 'its department',
  'oversight-body': 'an oversight body',
  court: 'a court',
  vendor: 'a vendor',
  press: 'the press',
  'civil-society': 'civil society',
  leaker: 'an unnamed source',
}

export const TRIGGER_WORDS: Readonly<Record<DisclosureTrigger, string>> = {
  required: 'required by law or policy',
  volunteered: 'of its own accord',
  'on-request': 'on request',
  compelled: 'compelled',
  unauthorised: 'without authority',
  independent: 'found independently',
}

/** How a document came out, as far as events are recorded. */
export type Disclosure = 'disclosed' | 'discovered' | 'not recorded'
/** The same of several documents: some disclosed and some discovered is `both`. */
export type Standing = Disclosure | 'both'

/** A document that the agency or department itself put out counts as disclosed, whoever else put it out too. */
export function disclosureOf(events: readonly Pick<DisclosureEvent, 'author' | 'trigger'>[]): Disclosure {
  if (events.length === 0) return 'not recorded'
  return events.some(isDisclosed) ? 'disclosed' : 'discovered'
}

type Channel = Pick<DisclosureEvent, 'author' | 'trigger' | 'date'>
const channelWords = ({ author, trigger, date }: Channel): string =>
  `${AUTHOR_WORDS[author]}, ${TRIGGER_WORDS[trigger]}${date === null ? '' : ` (${date})`}`

/** Why a document counts as it does: `the agency itself, required by law or policy (2025-09)`. */
export function whyDisclosure(events: readonly Channel[]): string {
  const standing = disclosureOf(events)
  if (standing === 'not recorded') return 'How it came out is not recorded.'
  const shown = events
    .filter((event) => isDisclosed(event) === (standing === 'disclosed'))
    .toSorted((a, b) => ((a.date ?? '9999') < (b.date ?? '9999') ? -1 : 1))
  const rest = events.length - shown.length
  if (standing === 'disclosed')
    return `Disclosed: put out by ${shown.map(channelWords).join('; ')}${rest === 0 ? '' : `, besides ${rest} other ${rest === 1 ? 'way' : 'ways'}`}.`
  return `Discovered: the agency and its department put it out neither by duty nor of their own accord; it came from ${shown.map(channelWords).join('; ')}.`
}

/** What several documents amount to. Those of which nothing is recorded count only where nothing is recorded of any. */
export function standingOfAll(standings: readonly Disclosure[]): Standing {
  const known = new Set(standings.filter((standing) => standing !== 'not recorded'))
  if (known.size === 2) return 'both'
  return [...known][0] ?? 'not recorded'
}

/** Why several documents amount to what they do, by their names. */
export function whyStanding(documents: readonly { readonly name: string; readonly disclosure: Disclosure }[]): string {
  if (documents.length === 0) return 'No document stands behind it.'
  const named = (wanted: Disclosure): readonly string[] =>
    documents.filter(({ disclosure }) => disclosure === wanted).map(({ name }) => name)
  return (['disclosed', 'discovered', 'not recorded'] as const)
    .flatMap((disclosure) => {
      const names = named(disclosure)
      return names.length === 0
        ? []
        : [`${disclosure}: ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`]
    })
    .join('; ')
}
