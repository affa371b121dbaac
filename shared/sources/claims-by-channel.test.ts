import { describe, expect, it } from 'vitest'
import { disclosureOf, standingOfAll, whyDisclosure, whyStanding } from '../documents/disclosure-standing'
import { aClaim, aDisclosureEvent, aDocument, anAnalysis, aSource } from '../testing/builders'
import { channelNamed } from './channels'
import { claimsByChannel } from './claims-by-channel'

const analysis = anAnalysis()
const [posted, released, unknown] = [aDocument({ name: 'posted.pdf' }), aDocument({ name: 'released.pdf' }), aDocument()]
const events = [
  aDisclosureEvent(posted, { trigger: 'required', date: null }),
  aDisclosureEvent(released, { trigger: 'on-request' }),
  aDisclosureEvent(posted, { author: 'press', trigger: 'independent' }),
]

describe('how a document came out', () => {
  it('is disclosed where the agency or department did so by duty or of its own accord, whoever else did', () => {
    expect([disclosureOf(events), disclosureOf(events.slice(1)), disclosureOf([])]).toEqual(['disclosed', 'discovered', 'not recorded'])
    expect(standingOfAll(['disclosed', 'not recorded', 'discovered'])).toBe('both')
  })
  it('is said with the reason', () => {
    expect(whyDisclosure(events.filter(({ documentId }) => documentId === posted.id))).toBe(
      'Disclosed: put out by the agency itself, required by law or policy, besides 1 other way.',
    )
    expect(whyDisclosure([aDisclosureEvent(released)])).toBe(
      'Discovered: the agency and its department put it out neither by duty nor of their own accord; it came from the agency itself, on request (2024-05).',
    )
    expect(
      whyStanding([
        { name: 'a.pdf', disclosure: 'discovered' },
        { name: 'b.pdf', disclosure: 'disclosed' },
      ]),
    ).toBe('disclosed: b.pdf; discovered: a.pdf')
  })
})

describe('claims by channel', () => {
  const claims = [
    aClaim(analysis, { number: 'C01' }),
    aClaim(analysis, { number: 'C02', citedSources: [1] }),
    aClaim(analysis, { number: 'C03', citedSources: [2] }),
    aClaim(analysis, { number: 'C04' }),
  ]
  const sources = [
    aSource(analysis, { number: 1, documentIds: [released.id] }),
    aSource(analysis, { number: 2, channels: ['press report', 'unheard-of'] }),
  ]
  const sorted = claimsByChannel({
    claims,
    documentsOf: (id) => (id === claims[0]?.id ? [posted.id, released.id] : id === claims[3]?.id ? [unknown.id] : []),
    sources,
    events,
  })
  it('stand where the documents behind evidence and sources came out', () => {
    const filled = sorted.cells
      .filter(({ recorded, inferred }) => recorded.length + inferred.length > 0)
      .map(({ author, trigger, recorded, inferred }) => [author, trigger, recorded, inferred])
    expect(filled).toEqual([
      ['agency', 'required', ['C01'], []],
      ['agency', 'on-request', ['C01', 'C02'], []],
      ['press', 'independent', ['C01'], ['C03']],
    ])
    expect(sorted.cells).toHaveLength(48)
  })
  it('are each counted once by what they rest on', () => {
    expect(sorted.basis.map(({ standing, from }) => [standing, from])).toEqual([
      ['both', 'events'],
      ['discovered', 'events'],
      ['discovered', 'channels'],
      ['not recorded', 'nothing'],
    ])
  })
  it('know the channels by name, however it is written', () =>
    expect(['Press  report', 'press-report', 'unheard-of'].map(channelNamed)).toEqual([
      { author: 'press', trigger: 'independent' },
      { author: 'press', trigger: 'independent' },
      null,
    ]))
})
