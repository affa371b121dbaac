import 'fake-indexeddb/auto'
import { findChainBreak } from '@shared/custody/custody-entry'
import { journalChecker } from '@shared/custody/journal-check'
import { RECORD_SCHEMAS, RECORD_TABLES } from '@shared/storage/records'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import { Database } from './database'
import { historyOf } from './history-of-record'
import { databaseFacts } from './gather-facts'

/** A dump of a database of each version, as that version wrote it: table names, and their rows; Blobs in base64. */
const fixtures = import.meta.glob<Readonly<Record<string, readonly unknown[]>>>('./fixtures/version-*.json', { import: 'default' })
const NAME = 'older'
/** The last custody entry of each version's fixture. */
const HEADS: Readonly<Record<number, number>> = { 1: 6, 2: 7, 3: 8, 4: 9, 5: 9 }

afterEach(() => Dexie.delete(NAME))

const latest = async (): Promise<number> => {
  const db = await new Database(NAME).open()
  const { verno } = db
  db.close()
  await Dexie.delete(NAME)
  return verno
}

/** Writes a fixture into a database of its version. */
async function asVersion(version: number): Promise<void> {
  const read = fixtures[`./fixtures/version-${version}.json`]
  if (read === undefined)
    throw new Error(`fixtures/version-${version}.json is missing: dump a database of this version before changing the next`)
  const dump = await read()
  const old = new Database(NAME, version)
  await old.open()
  expect(old.verno).toBe(version)
  for (const [table, rows] of Object.entries(dump)) await old.table(table).bulkPut(rows.map(withBlob))
  old.close()
}

function withBlob(row: unknown): unknown {
  if (row === null || typeof row !== 'object' || !('blob' in row)) return row
  const { base64 } = row.blob as { readonly base64: string }
  return { ...row, blob: new Blob([Buffer.from(base64, 'base64')]) }
}

describe('a database of an older version', () => {
  test('there is a fixture of every version', async () => {
    const versions = Array.from({ length: await latest() }, (_, before) => `./fixtures/version-${before + 1}.json`)
    expect(Object.keys(fixtures).sort()).toEqual(versions.sort())
  })

  test.each(Object.keys(fixtures).map((path) => Number(/\d+/.exec(path)?.[0])))(
    'of version %i opens with everything in it',
    async (version) => {
      await asVersion(version)
      const db = new Database(NAME)
      await db.open()
      const { facts } = await databaseFacts(db, 'records')
      expect(facts).toMatchObject({ damagedAt: null, miscounted: [], head: { seq: HEADS[version] } })
      const rows = await db.custody.orderBy('seq').toArray()
      expect(findChainBreak(rows.map((row) => row.entry))).toBeNull()
      const checker = journalChecker(null)
      expect(rows.map((row) => checker.take(row))).toEqual(rows.map(() => null))
      const known = new Database(NAME, version)
      for (const table of RECORD_TABLES.filter((name) => known.tables.some((one) => one.name === name))) {
        const records = await db.all(table)
        expect({ table, records: records.length }).not.toEqual({ table, records: 0 })
        for (const record of records)
          expect({ table, parsed: RECORD_SCHEMAS[table].safeParse(record) }).toMatchObject({
            table,
            parsed: { success: true, data: record },
          })
      }
      const [annotation] = await db.all('annotations')
      if (annotation === undefined) throw new Error('the fixture has no annotation')
      expect(await db.where('annotations', 'documentId', annotation.documentId)).toEqual([annotation])
      expect(await db.annotations.toArray()).toEqual([annotation])
      expect((await historyOf(db, 'assessment_a')).map((line) => line.entry.command)).toEqual(['redo', 'undo', 'make-changes'])
      expect(await (await db.files.get(annotation.documentId))?.blob.text()).toContain('%PDF-')
      expect((await db.pageTexts.toArray()).map((row) => row.text)).toEqual(['Dear requester, no records were found.'])
      expect(await db.preferences.get('researcherName')).toEqual({ key: 'researcherName', value: 'Ada' })
      expect(await db.imports.count()).toBe(1)
      db.close()
    },
  )
})
