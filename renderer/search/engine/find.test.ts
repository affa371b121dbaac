import { parseQuery } from '@shared/searches/parse-query'
import sqlite3InitModule, { type Database } from '@sqlite.org/sqlite-wasm'
import { beforeAll, expect, test } from 'vitest'
import { findEntries, type Narrowing } from './find'
import { createTables } from './index-file'
import { searchIndexOf } from './search-index'

const everything: Narrowing = { kinds: [], textOrigins: [], documents: null }
const COMMON = 900
let db: Database

beforeAll(async () => {
  const sqlite = await sqlite3InitModule()
  db = new sqlite.oo1.DB(':memory:')
  createTables(db)
  const index = searchIndexOf(db)
  index.together(() => {
    const add = (text: string): void => index.add({ kind: 'page', documentId: null, page: 0, recordId: null, origin: 'embedded', text })
    for (let at = 1; at <= COMMON; at += 1) add(`the common word once, and number ${at}`)
    add('common '.repeat(30))
    add(`common common common common ${'and much else '.repeat(200)}`)
    add('common common common common')
    add('the common rare word')
    add('a common word of a rare kind, common and common again')
    add('common word, '.repeat(8))
  })
})

function best(words: string, limit = 3): readonly number[] {
  const parsed = parseQuery(words)
  if (!parsed.ok || parsed.value === null) throw new Error(words)
  return findEntries(db, parsed.value, everything, 'best', limit).ids
}

test('of a word that stands nearly everywhere, those texts come first that have it most often and are short', () => {
  expect(best('common')).toEqual([COMMON + 1, COMMON + 3, COMMON + 6])
  expect(best('comm*')).toEqual([COMMON + 1, COMMON + 3, COMMON + 6])
})

test('a rare word weighs more than a common one', () => {
  expect(best('common OR rare', 2).toSorted()).toEqual([COMMON + 4, COMMON + 5])
})

test('a phrase is ranked as a word is', () => {
  expect(best('"common word"')[0]).toBe(COMMON + 6)
})

test('a longer list begins as a shorter one does, and no entry is listed twice', () => {
  const all = best('common', 10_000)
  expect(all.slice(0, 3)).toEqual(best('common'))
  expect(new Set(all).size).toBe(COMMON + 6)
})
