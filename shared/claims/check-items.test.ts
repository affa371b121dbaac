import { expect, test } from 'vitest'
import { aCheck, aClaim, aDocument, aLink, anAnalysis, anAnnotation } from '../testing/builders'
import { fingerprintOf } from './check-fingerprint'
import { checkItems, firstItem, stepFrom } from './check-items'
import { ledgerOf } from './ledger'
import { passageFactsOf } from './passage-facts'

const analysis = anAnalysis()
const [first, merged, last] = [
  aClaim(analysis, { number: 'C01' }),
  aClaim(analysis, { number: 'C02', mergedInto: 'C01' }),
  aClaim(analysis, { number: 'C03' }),
]
const annotation = anAnnotation(aDocument())
const link = aLink(first, annotation)
const items = checkItems(
  ledgerOf({
    claims: [first, merged, last],
    assessments: [],
    links: [link],
    passages: new Map([[annotation.id, passageFactsOf(annotation, [])]]),
    searches: [],
    tensions: [],
    checks: [aCheck(first, { fingerprint: fingerprintOf(first, null) })],
  }),
)

test('claims and their passages are gone through one by one, without what was merged', () => {
  expect(items.map(({ key, state }) => [key, state])).toEqual([
    [first.id, 'right'],
    [link.id, 'unchecked'],
    [last.id, 'unchecked'],
  ])
  expect([firstItem(items, null)?.key, firstItem(items, last.id)?.key, firstItem(items, 'claim_gone')?.key]).toEqual([
    link.id,
    last.id,
    link.id,
  ])
  expect([
    stepFrom(items, first.id, 1, false)?.key,
    stepFrom(items, last.id, -1, true)?.key,
    stepFrom(items, link.id, -1, true)?.key,
    stepFrom(items, last.id, 1, false)?.key,
  ]).toEqual([link.id, link.id, link.id, last.id])
})
