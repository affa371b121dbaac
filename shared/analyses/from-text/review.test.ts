import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../units/ids'
import { timestampOf } from '../../units/time'
import { analysisSchema } from '../analysis'
import { claimSchema } from '../../claims/claim'
import { sourceSchema } from '../../sources/source'
import { analysisOfReview } from './analysis-of-review'
import { proposeAnalysis } from './propose'
import {
  balanceOf,
  joinWithNext,
  keepCandidate,
  type Review,
  rewordCandidate,
  setCandidateKind,
  splitCandidate,
  startReview,
} from './review'

const TEXT =
  '# A title\n\n## Findings\n\nThe agency bought it [1]. It said so [1][2]. Did it?\n\n## Limits\n\nOnly this was read.\n\n## Sources\n\n[1] A report\n'
const review = (): Review => startReview(proposeAnalysis({ text: TEXT, headings: [] }))
const texts = (state: Review): readonly string[] => state.candidates.filter(({ kept }) => kept).map(({ text }) => text)
const frame = { title: 'A title', question: 'Did it?', asOf: null, name: 'report.md' }
const making = { newId, at: timestampOf(0) }

describe('a review', () => {
  it('begins with every sentence that claims something', () => {
    expect(texts(review())).toEqual(['The agency bought it.', 'It said so.', 'Only this was read.'])
    expect(balanceOf(review())).toEqual({ pieces: 9, claims: 3, inClaims: 3, leftOut: 1, headings: 4, sources: 1 })
  })
  it('joins with the next of the same section, with the sources of both', () => {
    const joined = joinWithNext(review(), review().candidates[0]?.id ?? -1)
    expect(joined.candidates[0]).toMatchObject({ text: 'The agency bought it. It said so.', cites: [1, 2], edited: false })
    expect(joinWithNext(joined, joined.candidates[0]?.id ?? -1)).toEqual(joined)
  })
  it('splits, rewords and gives a kind', () => {
    const id = review().candidates[0]?.id ?? -1
    expect(texts(splitCandidate(review(), id, 10)).slice(0, 2)).toEqual(['The agency', 'bought it.'])
    expect(splitCandidate(review(), id, 0).candidates).toEqual(review().candidates)
    expect(rewordCandidate(review(), id, ' It was bought. ').candidates[0]).toMatchObject({ text: 'It was bought.', edited: true })
    expect(rewordCandidate(review(), id, ' ').candidates[0]?.edited).toBe(false)
    expect(setCandidateKind(review(), id, 'absence').candidates[0]?.kind).toBe('absence')
  })
  it('adds up after anything that is done in it', () => {
    const step = fc.record({ what: fc.constantFrom('keep', 'drop', 'join', 'split', 'reword'), which: fc.nat(8), at: fc.nat(30) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let state = review()
        for (const { what, which, at } of steps) {
          const id = state.candidates[which % state.candidates.length]?.id ?? -1
          state =
            what === 'join'
              ? joinWithNext(state, id)
              : what === 'split'
                ? splitCandidate(state, id, at)
                : what === 'reword'
                  ? rewordCandidate(state, id, 'Other words.')
                  : keepCandidate(state, id, what === 'keep')
          const { pieces, inClaims, leftOut, headings, sources } = balanceOf(state)
          expect(inClaims + leftOut + headings + sources).toBe(pieces)
          expect([...new Set(state.candidates.flatMap((candidate) => candidate.pieces))].sort()).toEqual(
            review()
              .candidates.map(({ id: piece }) => piece)
              .sort(),
          )
        }
      }),
    )
  })
})

describe('the analysis of a review', () => {
  it('has the sections, claims and sources that were confirmed', () => {
    const { analysis, claims, sources } = analysisOfReview(review(), frame, making)
    expect(analysisSchema.parse(analysis)).toEqual(analysis)
    expect(claims.map((claim) => claimSchema.parse(claim))).toEqual(claims)
    expect(sources.map((source) => sourceSchema.parse(source))).toEqual(sources)
    expect(analysis.sections.map(({ number, label }) => [number, label])).toEqual([
      [1, 'Findings'],
      [2, 'Limits'],
    ])
    expect(claims.map(({ number, kind, citedSources, citationScope }) => [number, kind, citedSources, citationScope])).toEqual([
      ['C01', 'finding', [1], 'sole'],
      ['C02', 'finding', [1, 2], 'shared'],
      ['C03', 'limit', [], null],
    ])
    expect(sources.map(({ number, title, toFind }) => [number, title, toFind])).toEqual([
      [1, 'A report', ''],
      [2, null, 'Which source the text means by [2].'],
    ])
  })
  it('says what became of the sentences', () => {
    const first = review().candidates[0]?.id ?? -1
    expect(analysisOfReview(keepCandidate(review(), first, false), frame, making).analysis.method).toBe(
      'The claims were taken from “report.md”: 2 of its 4 sentences and lines became 2 claims, 2 left out (1 left out in the review, 1 a question). The numbers of sources are those of the text. Nothing was checked by this.',
    )
  })
})
