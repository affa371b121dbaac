import { describe, expect, it } from 'vitest'
import { composePayload } from '../bundle/payload'
import { fingerprintOf, passageRead } from '../claims/check-fingerprint'
import { aCheck, aTension } from '../testing/builders'
import { dossierWorld } from '../testing/dossier-world'
import type { DossierSnapshot } from './snapshot'

const world = dossierWorld()
const { records } = world.snapshot
const composed = (over: Partial<DossierSnapshot['records']>) =>
  composePayload({ ...world.snapshot, records: { ...records, ...over } }, world.custody, world.parts.picture)
const [claim, other] = records.claims
const link = records.evidenceLinks.find((one) => one.claimId === claim?.id)
const annotation = records.annotations.find((one) => one.id === link?.annotationId)
if (claim === undefined || other === undefined || link === undefined || annotation === undefined)
  throw new Error('the world has claims with evidence')

describe('what second readers found', () => {
  it('is said of each claim and passage, and what nobody checked is called unchecked', () => {
    const checks = [
      aCheck(claim, { fingerprint: fingerprintOf(claim, null) }),
      aCheck(claim, {
        linkId: link.id,
        verdict: 'unfair',
        note: 'Half of it.',
        fingerprint: fingerprintOf(claim, { link, passage: passageRead(annotation) }),
      }),
    ]
    const { tree, texts } = composed({ checks })
    const claims = tree.sections.flatMap((section) => section.claims)
    expect(tree.checks).toBe(`2 of ${records.claims.length + records.evidenceLinks.length} checked, 1 of them not found right`)
    expect(claims.find((one) => one.number === claim.number)?.check).toBe('right, by Second reader on 2026-11-22')
    expect(claims.find((one) => one.number === other.number)?.check).toBe('unchecked')
    for (const path of ['dossier.html', 'evidence.csv', 'dossier.md'])
      expect([
        path,
        texts.get(path)?.includes('unfair, by Second reader') || texts.get(path)?.includes('unfair, by Second reader on 2026\\-11\\-22'),
      ]).toEqual([path, true])
    expect(texts.get('dossier.html')).toContain('Second reader: unchecked.')
  })

  it('is not mentioned where nobody has checked anything', () => {
    const { tree, texts } = composed({})
    expect([tree.checks, texts.get('dossier.html')?.includes('Second reader: ')]).toEqual([null, false])
  })
})

describe('tensions, splits and merges', () => {
  it('stand beside each claim and in the list of tensions, with how they were settled', () => {
    const { texts } = composed({
      tensions: [aTension([claim, other], { kind: 'units', text: 'Contracts beside dollars.', settled: 'Told as contracts.' })],
    })
    const page = texts.get('dossier.html') ?? ''
    expect(page).toContain(`A tension with ${other.number} (unlike units compared): Contracts beside dollars. Settled: Told as contracts.`)
    expect(page.match(/Contracts beside dollars/g)).toHaveLength(3)
    expect(texts.get('dossier.md')).toContain('Contracts beside dollars')
  })

  it('leave a merged claim in its place, with where it is read, and count it no more', () => {
    const { tree, texts } = composed({
      claims: records.claims.map((one) =>
        one.id === other.id ? { ...one, mergedInto: claim.number, splitFrom: 'C09', wouldChange: 'A list.' } : one,
      ),
    })
    expect(tree.counts.claims).toBe(records.claims.length - 1)
    expect(texts.get('dossier.html')).toContain(`Merged into ${claim.number}: read it there.`)
    expect(texts.get('dossier.html')).toContain('What would change this: A list.')
    expect(texts.get('claims.csv')).toContain(`C09,${claim.number}`)
  })
})
