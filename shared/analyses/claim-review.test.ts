import { expect, test } from 'vitest'
import { aClaim, aDocument, aLink, anAnalysis, anAnnotation, anAssessment, aSource } from '../testing/builders'
import { CLAIM_REVIEW_LOSES, claimReviewOf } from './claim-review'

const analysis = anAnalysis({ title: 'Cameras' })
const [judged, open, merged] = [
  aClaim(analysis, { number: 'C02', citedSources: [1], scopeLimit: 'the releases read' }),
  aClaim(analysis, { number: 'C01' }),
  aClaim(analysis, { number: 'C03', mergedInto: 'C02' }),
]
const link = aLink(judged, anAnnotation(aDocument()), { relation: 'contradicts' })

test('a ClaimReview holds what was judged, in words, and says what it loses', () => {
  const read: unknown = JSON.parse(
    claimReviewOf({
      analysis,
      claims: [judged, open, merged],
      assessments: [anAssessment(judged, { status: 'mixed', confidence: 'low' }), anAssessment(merged)],
      sources: [aSource(analysis, { title: 'A report', url: 'https://example.org/' })],
      links: [link],
    }),
  )
  expect(read).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'CreativeWork', name: 'Cameras' },
      {
        '@type': 'ClaimReview',
        claimReviewed: judged.text,
        reviewRating: { '@type': 'Rating', alternateName: 'mixed (confidence: low)' },
        abstract: 'Linked passages: 1 contradicts. Counts decide nothing.',
        itemReviewed: { '@type': 'Claim', name: 'C02', citation: [{ position: 1, name: 'A report', url: 'https://example.org/' }] },
      },
    ],
  })
  const text = JSON.stringify(read)
  expect(text).toContain('Lossy: 1 of 3 claims.')
  for (const loss of CLAIM_REVIEW_LOSES) expect(text).toContain(loss)
  expect(text).not.toContain('ratingValue')
})
