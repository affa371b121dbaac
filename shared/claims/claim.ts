import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { type Id, idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { readingSchema } from './reading'

export type ClaimId = Id<'claim'>
export const claimIdSchema = idSchema('claim')

export const CLAIM_KINDS = ['finding', 'absence', 'distinction', 'agency-position', 'limit', 'bottom-line'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]
/** The words shown for each kind. */
export const CLAIM_KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  finding: 'finding',
  absence: 'absence',
  distinction: 'distinction',
  'agency-position': 'agency position',
  limit: 'limit',
  'bottom-line': 'bottom line',
}

/** One assertion that evidence can bear on. */
export const claimSchema = record({
  id: claimIdSchema,
  analysisId: analysisIdSchema,
  /** Its number, `C01`: given once, never changed, never given to another claim of the analysis. */
  number: z.string().regex(/^[A-Z]{1,3}\d{1,4}$/, 'a claim number is written C01'),
  /** Id of a section of its analysis. */
  sectionId: z.string(),
  /** Place within its section; lower comes first. */
  order: z.number(),
  kind: z.enum(CLAIM_KINDS),
  text: z.string().min(1, 'a claim needs a text'),
  /** The material to which the claim is confined ("the sources consulted"), if it is. */
  scopeLimit: z.string().nullable(),
  readings: list(readingSchema),
  /** Numbers of the sources cited for it. */
  citedSources: list(z.int()),
  /** Whether one source alone is cited for it or a cluster in which the text does not say which carries it. */
  citationScope: z.enum(['sole', 'shared']).nullable(),
  /** Numbers of the claims that it rests on. */
  dependsOn: list(z.string()),
  notes: z.string(),
  /** What would bear on it, for whoever looks for evidence. */
  tests: record({ wouldSupport: list(z.string()), wouldContradict: list(z.string()), wouldQualify: list(z.string()) }),
  /** What would change the judgement of it, in the researcher's words. */
  wouldChange: z.string().exactOptional(),
  /** Number of the claim that it was split from. */
  splitFrom: z.string().exactOptional(),
  /** Number of the claim that took it in; it keeps its own number, which may be cited, and is read there. */
  mergedInto: z.string().exactOptional(),
})
export type Claim = z.infer<typeof claimSchema>

/** Reading order: by the number of the section, then the claim's place in it, then its number. */
export function compareClaims(sectionNumber: (sectionId: string) => number): (a: Claim, b: Claim) => number {
  return (a, b) =>
    sectionNumber(a.sectionId) - sectionNumber(b.sectionId) ||
    a.order - b.order ||
    a.number.localeCompare(b.number, 'en', { numeric: true })
}

/** The number for a new claim of an analysis: one above the highest ever given, so that no number returns. */
export function nextClaimNumber(everGiven: readonly string[]): string {
  const highest = Math.max(0, ...everGiven.map((number) => Number(/\d+$/.exec(number)?.[0] ?? 0)))
  return `C${String(highest + 1).padStart(2, '0')}`
}
