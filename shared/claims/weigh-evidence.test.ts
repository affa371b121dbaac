import { describe, expect, it } from 'vitest'
import { sha256OfText } from '../units/hashes'
import type { AssessmentStatus } from './assessment'
import type { ClaimKind } from './claim'
import type { Relation } from './evidence-link'
import { type Reading, readingSchema } from './reading'
import { isCited, weighEvidence, type WeighedClaim, type WeighedPassage } from './weigh-evidence'

const uses: Reading = readingSchema.parse({ id: 'reading_uses', label: 'any list of uses', description: '' })
const purchases: Reading = readingSchema.parse({ id: 'reading_purchases', label: 'a list of purchases', description: '' })

const passage = (
  relation: Relation,
  more: {
    readonly on?: readonly Reading[]
    readonly from?: string
    readonly state?: WeighedPassage['state']
    readonly confirmed?: boolean
    readonly more?: Partial<WeighedPassage>
  } = {},
): WeighedPassage => ({
  link: { relation, readingIds: (more.on ?? []).map((reading) => reading.id) },
  documentId: sha256OfText(more.from ?? 'one document'),
  state: more.state ?? 'exact',
  confirmed: more.confirmed ?? false,
  origin: 'embedded',
  channels: [],
  noRecords: false,
  ...more.more,
})
const judged = (status: AssessmentStatus, reading: Reading | null = null): WeighedClaim['assessments'][number] => ({
  readingId: reading?.id ?? null,
  status,
  confidence: null,
})
const claim = (
  more: Partial<Omit<WeighedClaim, 'claim'>> & { readonly readings?: readonly Reading[]; readonly kind?: ClaimKind },
): WeighedClaim => {
  const { readings = [], kind = 'finding', ...rest } = more
  return { claim: { kind, readings }, assessments: [], passages: [], searches: 0, restsOn: [], ...rest }
}
const words = (weighed: WeighedClaim, reading: Reading | null = null): readonly string[] =>
  weighEvidence(weighed, reading?.id ?? null).map((remark) => remark.words)

describe('weighing evidence against judgement', () => {
  it('says that a claim with nothing is undeveloped', () => {
    expect(words(claim({}))).toEqual(['Undeveloped: no passage is linked, no search is recorded, and nobody has judged it.'])
  })

  it('says that passages wait for a judgement', () => {
    expect(words(claim({ passages: [passage('contradicts'), passage('qualifies')] }))).toEqual([
      'Undeveloped: two passages bear on it, but nobody has judged it.',
    ])
  })

  it('says on which reading a supported claim is contradicted', () => {
    const parted = claim({
      readings: [uses, purchases],
      assessments: [judged('supported')],
      passages: [
        passage('contradicts', { on: [uses] }),
        passage('contradicts', { on: [uses] }),
        passage('supports', { from: 'a' }),
        passage('supports', { from: 'b' }),
      ],
    })
    expect(weighEvidence(parted)[0]).toEqual({
      kind: 'parts',
      point: 'parted',
      words: 'Assessed as supported, but two passages contradict it on the reading “any list of uses”.',
    })
  })

  it('names no reading when a contradicting passage bears on all of them', () => {
    const parted = claim({
      readings: [uses, purchases],
      assessments: [judged('supported')],
      passages: [passage('contradicts', { on: [uses] }), passage('contradicts')],
    })
    expect(words(parted)).toContain('Assessed as supported, but two passages contradict it.')
  })

  it('notices a contradicted claim that nothing contradicts, and one that something supports', () => {
    const parted = claim({ assessments: [judged('contradicted')], passages: [passage('supports')] })
    expect(words(parted)).toEqual([
      'Assessed as contradicted, but one passage supports it.',
      'Assessed as contradicted, but no linked passage contradicts it.',
      'Nobody has looked for evidence that contradicts or undercuts this.',
    ])
  })

  it('notices support from nothing, from searches alone, and from one document', () => {
    expect(words(claim({ assessments: [judged('supported')] }))).toContain('Assessed as supported, but no linked passage supports it.')
    expect(words(claim({ assessments: [judged('supported')], searches: 1 }))).toEqual([
      'Its support is a recorded search alone, which weighs less than a document.',
    ])
    expect(words(claim({ assessments: [judged('supported')], searches: 1, passages: [passage('supports'), passage('supports')] }))).toEqual(
      ['All that supports it comes from one document.'],
    )
  })

  it('is silent where judgement and evidence agree and both sides were looked at', () => {
    const agreed = claim({
      assessments: [judged('supported')],
      passages: [passage('supports', { from: 'a' }), passage('supports', { from: 'b' }), passage('undercuts')],
    })
    expect(weighEvidence(agreed)).toEqual([])
  })

  it('notices one channel only where every document says how it came out', () => {
    const from = (document: string, ...channels: string[]) => passage('supports', { from: document, more: { channels } })
    const onRequest = 'agency, on request'
    const weighed = (...passages: WeighedPassage[]) => words(claim({ assessments: [judged('supported')], searches: 1, passages }))
    expect(weighed(from('a', onRequest), from('b', onRequest))).toEqual([
      'All that supports it came out by one channel: agency, on request.',
    ])
    expect(weighed(from('a', onRequest), from('b'))).toEqual([])
    expect(weighed(from('a', onRequest), from('b', 'press, unauthorised'))).toEqual([])
  })

  it('notices support that was read from pictures alone', () => {
    const weighed = (...origins: WeighedPassage['origin'][]) =>
      words(
        claim({
          assessments: [judged('supported')],
          searches: 1,
          passages: origins.map((origin, at) => passage('supports', { from: String(at), more: { origin } })),
        }),
      )
    expect(weighed('ocr', 'typed')).toEqual([
      'All that supports it was read from pictures, by a program or by hand: compare the words with the pages.',
    ])
    expect(weighed('ocr', 'embedded')).toEqual([])
  })

  it('says that an absence cannot be supported where nobody has looked, however many passages support it', () => {
    const two = [passage('supports', { from: 'a' }), passage('supports', { from: 'b' })]
    const absent = (more: Partial<WeighedClaim>) =>
      words(claim({ kind: 'absence', assessments: [judged('supported')], passages: two, ...more }))
    expect(absent({})[0]).toBe('An absence assessed as supported, but no search is recorded and no no-records letter is linked.')
    expect(absent({ searches: 1 })).toEqual([])
    expect(absent({ passages: [...two, passage('context', { more: { noRecords: true } })] })[0]).toBe(
      'Nobody has looked for evidence that contradicts or undercuts this.',
    )
  })

  it('never lets a majority decide: ten against one changes no remark into a status', () => {
    const many = claim({
      assessments: [judged('mixed')],
      passages: [passage('supports'), ...Array.from({ length: 10 }, () => passage('contradicts'))],
    })
    expect(weighEvidence(many)).toEqual([])
  })

  it('asks for the judgement of each reading where the claim depends on them', () => {
    const open = claim({
      readings: [uses, purchases],
      assessments: [judged('depends-on-reading'), judged('supported', purchases)],
      passages: [passage('contradicts', { on: [uses] })],
    })
    expect(words(open)).toEqual(['The reading “any list of uses” has no judgement of its own, where one passage contradicts it.'])
    expect(words(claim({ assessments: [judged('depends-on-reading')] }))).toEqual([
      'Assessed as depending on the reading, but fewer than two readings are written down.',
    ])
  })

  it('looks at one reading alone when asked', () => {
    const weighed = claim({
      readings: [uses, purchases],
      assessments: [judged('depends-on-reading'), judged('supported', uses)],
      passages: [passage('contradicts', { on: [uses] }), passage('supports', { on: [purchases] })],
    })
    expect(words(weighed, uses)).toEqual([
      'Assessed as supported, but one passage contradicts it on this reading.',
      'Assessed as supported, but no linked passage supports it.',
    ])
    expect(words(weighed, purchases)[0]).toBe(
      'This reading has no judgement of its own; the claim as a whole is assessed as depends on reading.',
    )
  })

  it('names shaky ground and quotations that are not cited', () => {
    const weighed = claim({
      assessments: [judged('supported')],
      restsOn: [
        { number: 'C03', status: 'undeveloped' },
        { number: 'C20', status: 'supported' },
      ],
      passages: [
        passage('supports', { state: 'approximate', from: 'a' }),
        passage('supports', { from: 'b' }),
        passage('undercuts', { state: 'lost' }),
      ],
    })
    expect(words(weighed)).toEqual([
      'Two passages are not cited, because the quotation was not found as it stands.',
      'It rests on C03 (undeveloped).',
    ])
  })

  it('cites an approximate match only when somebody confirmed it', () => {
    expect([
      isCited(passage('supports', { state: 'approximate' })),
      isCited(passage('supports', { state: 'approximate', confirmed: true })),
      isCited(passage('supports', { state: 'lost', confirmed: true })),
    ]).toEqual([false, true, false])
  })
})
