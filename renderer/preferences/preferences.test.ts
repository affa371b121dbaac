import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Database } from '../storage/database'
import { changePreference, readPreference } from './preferences'

test('of two places that are changed at the same moment, both stay', async () => {
  const db = new Database('preferences')
  const left = (key: string, page: number): Promise<void> =>
    changePreference(db, 'lastPlaces', (places) => ({ ...places, [key]: { page, offset: 0, zoom: 'width' } }))
  await Promise.all([
    left('one', 1),
    left('one beside', 103),
    changePreference(db, 'dismissed', (keys) => [...keys, 'a']),
    changePreference(db, 'dismissed', (keys) => [...keys, 'b']),
  ])
  expect(Object.keys(await readPreference(db, 'lastPlaces'))).toEqual(['one', 'one beside'])
  expect(await readPreference(db, 'dismissed')).toEqual(['a', 'b'])
  await db.delete()
})
