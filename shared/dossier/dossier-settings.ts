import { z } from 'zod'
import { list, record } from '../units/strict-schema'

/** The parts that a dossier can have, in the order in which they stand until the researcher sets another. */
export const DOSSIER_PARTS = ['answer', 'glance', 'claims', 'searches', 'parity', 'purchases', 'chronology', 'conflicts', 'unverified', 'limits', 'questions', 'sources', 'channels', 'exhibits', 'redactions', 'checks', 'method', 'custody'] as const
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
