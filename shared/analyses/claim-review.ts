import { ASSESSMENT_WORDS, type Assessment } from '../claims/assessment'
import { type Claim, CLAIM_KIND_WORDS } from '../claims/claim'
import { countEvidence, occurring } from '../claims/evidence-counts'
import { type EvidenceLink, RELATION_SIGNS } from '../claims/evidence-link'
import type { Source } from '../sources/source'
import type { Analysis } from './analysis'

/** What a ClaimReview can't hold, for whoever exports one and for whoever reads it. */
export const CLAIM_REVIEW_LOSES = [
  'claims that nobody has judged, and what was merged into another claim',
  'that a claim is true on one reading and not on another: only the judgement of the whole is given',
  'the passages: evidence is counted by relation, not quoted, and its documents, pages and checks are left out',
  'recorded searches, tensions, limits and open questions',
  'the difference between confidence and judgement: schema.org has one rating, given here in words and never as a number',
] as const

type ReviewInput = {
  readonly analysis: Analysis
  readonly claims: readonly Claim[]
  readonly assessments: readonly Assessment[]
  readonly sources: readonly Source[]
  readonly links: readonly Pick<EvidenceLink, 'claimId' | 'relation'>[]
}

/**
 * The judged claims of an analysis as schema.org ClaimReview in JSON-LD, for programs that know that form. Much is lost, and the file says
 * so itself: the exchange form of an analysis (`analysis-file.ts`) loses nothing.
 */
export function claimReviewOf({ analysis, claims, assessments, sources, links }: ReviewInput): string {
  const judged = claims
    .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
    .flatMap((claim) => {
      const assessment = assessments.find((one) => one.claimId === claim.id && one.readingId === null)
      return claim.mergedInto !== undefined || assessment === undefined || assessment.status === 'undeveloped'
        ? []
        : [{ claim, assessment }]
    })
  const reviews = judged.map(({ claim, assessment }) => {
    const evidence = occurring(countEvidence(links.filter((link) => link.claimId === claim.id))).map(
      ([relation, count]) => `${count} ${RELATION_SIGNS[relation].word}`,
    )
    const cited = sources.filter((source) => claim.citedSources.includes(source.number))
    return {
      '@type': 'ClaimReview',
      '@id': `#${claim.number}`,
      claimReviewed: claim.text,
      datePublished: assessment.at.slice(0, 10),
      author: { '@type': 'Person', name: assessment.author },
      reviewRating: {
        '@type': 'Rating',
        alternateName: `${ASSESSMENT_WORDS[assessment.status]}${assessment.confidence === null ? '' : ` (confidence: ${assessment.confidence})`}`,
      },
      ...(assessment.reasoning === '' ? {} : { reviewBody: assessment.reasoning }),
      abstract: `Linked passages: ${evidence.length === 0 ? 'none' : evidence.join(', ')}. Counts decide nothing.`,
      itemReviewed: {
        '@type': 'Claim',
        name: claim.number,
        additionalType: CLAIM_KIND_WORDS[claim.kind],
        ...(claim.scopeLimit === null ? {} : { abstract: `Confined to ${claim.scopeLimit}.` }),
        ...(cited.length === 0 ? {} : { citation: cited.map(citation) }),
      },
      isPartOf: { '@id': '#analysis' },
    }
  })
  const graph = [
    {
      '@type': 'CreativeWork',
      '@id': '#analysis',
      name: analysis.title,
      ...(analysis.question === '' ? {} : { about: analysis.question }),
      ...(analysis.asOf === null ? {} : { temporalCoverage: analysis.asOf }),
      disambiguatingDescription: `Lossy: ${reviews.length} of ${claims.length} claims. This form can't hold: ${CLAIM_REVIEW_LOSES.join('; ')}.`,
    },
    ...reviews,
  ]
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2)}\n`
}

/** A source as far as it is known; what is unknown is left out. */
function citation({ number, title, author, publisher, date, url }: Source): Readonly<Record<string, unknown>> {
  return {
    '@type': 'CreativeWork',
    position: number,
    ...(title === null ? {} : { name: title }),
    ...(author === null ? {} : { author }),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(date === null ? {} : { datePublished: date }),
    ...(url === null ? {} : { url }),
  }
}
