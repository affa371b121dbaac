import 'fake-indexeddb/auto'
import { anAnalysis, aClaim, aDocument, anAnnotation, aLink } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { Dexie, liveQuery } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CustodyRow, Database, rowOfRecord } from './database'

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

describe('the number of the last custody entry', () => {
  it('is known without the entry, and watched by a live query', async () => {
    const entry = (seq: number) => ({ seq, recordIds: [], entry: {}, rows: [], tallies: {} }) as unknown as CustodyRow
    const fetched = vi.spyOn(db.custody, 'get')
    const seen: number[] = []
    const watching = liveQuery(() => db.lastSeq()).subscribe((seq) => void seen.push(seq))
    await expect.poll(() => seen).toEqual([0])
    await db.custody.bulkPut([entry(1), entry(2)])
    await expect.poll(() => seen).toEqual([0, 2])
    await db.custody.delete(2)
    await expect.poll(() => seen).toEqual([0, 2, 1])
    watching.unsubscribe()
    expect(fetched).not.toHaveBeenCalled()
  })
})
