import { describe, expect, it } from 'vitest'
import { countEvidence, occurring } from '../claims/evidence-counts'
import { tallyAnalysis } from './analysis-tally'

describe('tallying an analysis', () => {
  it('counts claims by judgement, links by relation, and the claims without any', () => {
    const tally = tallyAnalysis([
      { status: 'supported', evidence: countEvidence([{ relation: 'supports' }, { relation: 'supports' }, { relation: 'context' }]) },
      { status: 'undeveloped', evidence: countEvidence([]) },
      { status: 'undeveloped', evidence: countEvidence([{ relation: 'contradicts' }]) },
    ])
    expect(tally).toMatchObject({
      claims: 3,
      links: 4,
      withoutEvidence: 1,
      byStatus: { supported: 1, undeveloped: 2, mixed: 0 },
      byRelation: { supports: 2, contradicts: 1, context: 1, qualifies: 0 },
    })
  })

  it('names only the relations that occur, in their order', () => {
    expect(occurring(countEvidence([{ relation: 'context' }, { relation: 'supports' }]))).toEqual([
      ['supports', 1],
      ['context', 1],
    ])
  })
})
