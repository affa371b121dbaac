import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { answers } from '@shared/searches/scan'
import { parseQuery } from '@shared/searches/parse-query'
import { termsByFolding, termsOf } from '@shared/searches/terms'
import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { array, assert, constantFrom, integer, letrec, nat, oneof, property, tuple } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findEntries, type Narrowing } from './find'
import { LISTED } from './found'
import { createTables } from './index-file'
import { type SearchIndex, searchIndexOf } from './search-index'
import type { Database } from '@sqlite.org/sqlite-wasm'

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus')
const hasPoppler = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Texts that try what folding is for. */
const ODD = [
  'Govern-\nment-wide procure-\nment of well-\nknown “license\u00A0plate readers”.',
  'o\uFB03ce, e\u0301tat, \u00E9tat; U.S.C. § 552a(k)(2) and 552(b)(7)(E)',
  'the word and or not near the word; a phrase over\nlines; pro\u00ADcurement 70RSAT19FR0000037 $1,234.56',
  'ΣΊΣΥΦΟΣ Σίσυφος straße STRASSE 𝐀gency 東京都 مرحبا',
  'Jo██n held ████ back; well-\nknown non-\ngovern-\nmental',
  '',
]

function pagesOfCorpus(): readonly string[] {
  if (!existsSync(CORPUS) || !hasPoppler) return []
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.pdf'))
    .flatMap((name) => {
      try {
        return execFileSync('pdftotext', ['-l', '6', join(CORPUS, name), '-'], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }).split('\f')
      } catch {
        return []
      }
    })
    .filter((text) => text.trim() !== '')
}

const everything: Narrowing = { kinds: [], textOrigins: [], documents: null }
const texts = [...ODD, ...pagesOfCorpus()]
const terms = texts.map((text) => termsOf(text))
let db: Database
let index: SearchIndex
/** The entry of each text, by its place; texts without words have none. */
const entries = new Map<number, number>()

beforeAll(async () => {
  const sqlite = await sqlite3InitModule()
  db = new sqlite.oo1.DB(':memory:')
  createTables(db)
  index = searchIndexOf(db)
  index.together(() => {
    for (const [at, text] of texts.entries()) {
      if ((terms[at]?.line.length ?? 0) === 0) continue
      index.add({ kind: 'page', documentId: null, page: at, recordId: null, origin: 'embedded', text })
      entries.set(Number(db.selectValue('SELECT max(id) FROM entries')), at)
    }
  })
})

/** The places of the texts that the index finds. */
function found(words: string): readonly number[] {
  const parsed = parseQuery(words)
  if (!parsed.ok || parsed.value === null) throw new Error(`${words}: ${parsed.ok ? 'empty' : parsed.problem.what}`)
  const { total, ids } = findEntries(db, parsed.value, everything, 'best', LISTED)
  expect(total).toBe(ids.length)
  return ids.map((id) => entries.get(id) ?? -1).toSorted((a, b) => a - b)
}

function scanned(words: string): readonly number[] {
  const parsed = parseQuery(words)
  if (!parsed.ok || parsed.value === null) throw new Error(words)
  const tree = parsed.value
  return terms.flatMap((one, at) => (answers(one, tree) ? [at] : []))
}

/** Words as somebody would write them: taken from the texts, a piece of up to four terms or the beginning of one. */
const leaf = tuple(nat(texts.length - 1), nat(), integer({ min: 1, max: 4 }), integer({ min: 0, max: 9 })).map(
  ([text, from, length, how]) => {
    const line = terms[text]?.line ?? []
    if (line.length === 0) return 'nothing'
    const at = from % line.length
    const piece = line.slice(at, at + length)
    if (how < 3) return piece[0]?.text ?? 'nothing'
    if (how < 5)
      return `${Array.from(piece[0]?.text ?? 'no')
        .slice(0, 3)
        .join('')
        .padEnd(2, 'a')}*`
    if (how < 8) return `"${piece.map((term) => term.text).join(' ')}"${how === 7 && (piece.at(-1)?.text.length ?? 0) > 1 ? '*' : ''}`
    // The text as it stands, signs and hyphens included.
    return `"${(texts[text] ?? '').slice(piece[0]?.start, piece.at(-1)?.end).replace(/["“”„«»*]/gu, ' ')}"`
  },
)
const query = letrec<{ tree: string; both: string; leaf: string }>((tie) => ({
  leaf,
  both: tuple(tie('tree'), constantFrom(' ', ' AND ', ' OR ', ' NOT '), tie('tree')).map(([a, how, b]) => `(${a}${how}${b})`),
  tree: oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('both')),
})).tree

describe('the index and a plain scan', () => {
  test.skipIf(texts.length === ODD.length)(
    'agree on every random search over real documents',
    () => {
      assert(
        property(query, (words) => {
          expect(found(words)).toEqual(scanned(words))
        }),
        { numRuns: 300 },
      )
    },
    120_000,
  )

  test('read terms alike, line by line or the whole text folded at once', () => {
    for (const text of [...texts, 'a\n\u00ADa', 'a\n\n\n\n\n\n\n\n\n\u00ADa', 'a\n\u0002-\nb'])
      expect(termsOf(text)).toEqual(termsByFolding(text))
    const character = constantFrom(
      'a',
      'B',
      '7',
      ' ',
      '\n',
      '\r',
      '\t',
      '-',
      '\u00AD',
      '\u2010',
      '\u2014',
      '.',
      '(',
      '\u0301',
      '\uFB03',
      '\u0002',
      '\u007F',
      '\uFE63',
      '\u00A0',
      '𝐀',
      '’',
      '\u2028',
      '\u0085',
      '\f',
      '`',
      '\u00B4',
      '\u00B8',
      'c',
      '\u0131',
    )
    assert(
      property(array(character, { maxLength: 24 }), (characters) => {
        const text = characters.join('')
        expect(termsOf(text)).toEqual(termsByFolding(text))
      }),
      { numRuns: 20_000 },
    )
  })

  test('agree on words that folding is for', () => {
    for (const words of [
      'government',
      'government-wide',
      '"procurement of well-known"',
      'known',
      'office',
      'état',
      '552(b)(7)(E)',
      'procurement',
      '"well known license plate"',
      'σίσυφοσ',
      '東京都',
      'agency',
      'govern',
      '"non govern"',
      '"license pla*"',
      '"well known gov*"',
      'nongovernmental',
      'jo',
      'n',
    ]) {
      expect(found(words)).toEqual(scanned(words))
    }
    expect(found('government')).toContain(0)
    expect(found('état')).toContain(1)
    expect(found('"license pla*"')).toContain(0)
    expect(found('john')).not.toContain(4)
  })

  test('agree after texts were removed', () => {
    index.together(() =>
      index.add({ kind: 'claim', documentId: null, page: null, recordId: 'claim_x', origin: null, text: 'a quaggawise word' }),
    )
    expect(found('quaggawise')).toHaveLength(1)
    index.together(() => index.removeRecord('claim_x'))
    expect(found('quaggawise')).toEqual([])
  })
})
