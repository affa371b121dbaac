import 'fake-indexeddb/auto'
import { anAnalysis, aClaim, aDocument, anAnnotation, aLink } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Database, rowOfRecord } from './database'

const [one, other] = [anAnalysis(), anAnalysis()]
const mark = anAnnotation(aDocument())
const linksTo = (analysis: typeof one, count: number) => {
  const claim = aClaim(analysis)
  return Array.from({ length: count }, () => aLink(claim, mark))
}
const idsOf = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id)

let db: Database
beforeEach(() => {
  db = new Database(newId('test'))
})
afterEach(async () => {
  db.close()
  await Dexie.delete(db.name)
})

describe('very many records', () => {
  it.each([
    ['most of their table', 2300, 40],
    ['few of their table', 1100, 2600],
    ['exactly as many as are fetched at once', 1000, 5],
  ])('that are %s come whole, once each, in the order of their ids', async (_what, own, others) => {
    const [wanted, rest] = [linksTo(one, own), linksTo(other, others)]
    await db.rows('evidenceLinks').bulkPut([...wanted, ...rest].map((link) => rowOfRecord('evidenceLinks', link)))
    expect(idsOf(await db.where('evidenceLinks', 'analysisId', one.id))).toEqual(idsOf(wanted).toSorted())
    expect(idsOf(await db.all('evidenceLinks'))).toEqual(idsOf([...wanted, ...rest]).toSorted())
  })

  it('come by their ids in the order in which they are asked for, with a gap for one that is not there', async () => {
    const links = linksTo(one, 1500)
    await db.rows('evidenceLinks').bulkPut(links)
    const asked = [...idsOf(links).toReversed(), 'evidence_none']
    const found = await db.getMany('evidenceLinks', asked)
    expect(found.map((link) => link?.id)).toEqual([...idsOf(links).toReversed(), undefined])
  })
})
