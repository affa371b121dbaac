import { z } from 'zod'
import { list, record } from '../units/strict-schema'

/** The parts that a dossier can have, in the order in which they stand until the researcher sets another. */
export const DOSSIER_PARTS = [
  'answer',
  'glance',
  'claims',
  'searches',
  'parity',
  'purchases',
  'chronology',
  'conflicts',
  'unverified',
  'limits',
  'questions',
  'sources',
  'channels',
  'exhibits',
  'redactions',
  'checks',
  'method',
  'custody',
] as const
export type DossierPart = (typeof DOSSIER_PARTS)[number]

/** How a dossier cites: the name of a style in `shared/citations/styles`. */
export const CITATION_STYLES = ['plain', 'chicago', 'bluebook', 'apa'] as const
export type CitationStyleName = (typeof CITATION_STYLES)[number]

/** What the researcher set for the dossier of an analysis. A part that is not named stands where the given order has it. */
export const dossierSettingsSchema = record({
  parts: list(record({ part: z.enum(DOSSIER_PARTS), shown: z.boolean() })),
  citationStyle: z.enum(CITATION_STYLES),
})
export type DossierSettings = z.infer<typeof dossierSettingsSchema>

export const USUAL_SETTINGS: DossierSettings = { parts: DOSSIER_PARTS.map((part) => ({ part, shown: true })), citationStyle: 'plain' }

export const DOSSIER_PART_WORDS: Readonly<Record<DossierPart, string>> = {
  answer: 'Answer',
  glance: 'Claims at a glance',
  claims: 'Claim by claim',
  searches: 'Recorded searches',
  parity: 'Parity',
  purchases: 'Purchases',
  chronology: 'Chronology',
  conflicts: 'Conflicts between sources',
  unverified: 'What could not be verified',
  limits: 'Limits',
  questions: 'Open questions',
  sources: 'Sources',
  channels: 'Claims by channel',
  exhibits: 'Exhibits',
  redactions: 'Redactions',
  checks: 'Checks by the second reader',
  method: 'Method and integrity',
  custody: 'Custody',
}

/** Parts that can be moved and never left out: without them a reader could not tell what the rest is worth. */
export const KEPT_PARTS: ReadonlySet<DossierPart> = new Set(['unverified', 'method', 'custody'])

/** Every part once, in the order that was set; a part that the settings do not name is shown after the one that it follows in the given order. */
export function orderedParts({
  parts,
}: Pick<DossierSettings, 'parts'>): readonly { readonly part: DossierPart; readonly shown: boolean }[] {
  const ordered = [...new Map(parts.map((each) => [each.part, each])).values()].map(({ part, shown }) => ({
    part,
    shown: shown || KEPT_PARTS.has(part),
  }))
  for (const [at, part] of DOSSIER_PARTS.entries()) {
    if (ordered.some((each) => each.part === part)) continue
    const before = ordered.findIndex((each) => each.part === DOSSIER_PARTS[at - 1])
    ordered.splice(before + 1, 0, { part, shown: true })
  }
  return ordered
}

/** Puts a part one place nearer to the front or the end, past those between which it stands. */
export function movedPart(settings: DossierSettings, part: DossierPart, by: -1 | 1): DossierSettings {
  const parts = [...orderedParts(settings)]
  const at = parts.findIndex((each) => each.part === part)
  const [moved] = parts.splice(at, 1)
  if (moved !== undefined) parts.splice(Math.max(0, at + by), 0, moved)
  return { ...settings, parts }
}

/** Shows a part or leaves it out. */
export const shownPart = (settings: DossierSettings, part: DossierPart, shown: boolean): DossierSettings => ({
  ...settings,
  parts: orderedParts(settings).map((each) => (each.part === part ? { part, shown } : each)),
})
