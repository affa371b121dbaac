import { expect, test } from 'vitest'
import { readTable } from '../tables/read-table'
import { writeXlsx } from '../tables/write-xlsx'
import { evidenceOfTable } from './evidence-table'

const evidenceOf = async (bytes: Uint8Array, media: 'csv' | 'xlsx') => {
  const read = await readTable(bytes, media, `evidence.${media}`)
  return read.ok ? evidenceOfTable(`evidence.${media}`, read.value) : read
}
const csv = (text: string) => evidenceOf(new TextEncoder().encode(text), 'csv')
const table = async (text: string) => {
  const read = await csv(text)
  if (!read.ok) throw new Error(read.problem.what)
  return read.value
}
const HEADER = 'document,page,quote,claim,relation,note\n'

test('a row becomes a quotation to look for, with its row as a spreadsheet counts', async () => {
  expect((await table(`${HEADER}a.pdf,3,"shall, at least",C16,supports,seen`)).rows).toEqual([
    {
      row: 2,
      document: 'a.pdf',
      page: 3,
      quote: 'shall, at least',
      claim: 'C16',
      relation: 'supports',
      note: 'seen',
      sha256: null,
      passage: '',
    },
  ])
})

test('a workbook with the same rows is the same evidence', async () => {
  const rows = [
    ['document', 'page', 'quote', 'claim', 'relation', 'note'],
    ['a.pdf', '3', 'shall, at\nleast', 'C16', 'supports', 'seen'],
    ['a.pdf', '0', 'words', 'C01', 'context', ''],
  ]
  const written = writeXlsx('Evidence', rows)
  expect(written.ok && (await evidenceOf(written.value, 'xlsx'))).toEqual(
    await csv(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')),
  )
})

test('columns may stand in any order and case, and a byte order mark does no harm', async () => {
  expect((await table('\uFEFFQuote,Claim,Relation,Page,Document\nwords,c7,Qualifies,1,a.pdf')).rows[0]).toMatchObject({
    claim: 'C07',
    relation: 'qualifies',
    note: '',
  })
})

test('line breaks and doubled quotation marks inside a field are kept', async () => {
  expect((await table(`${HEADER}a.pdf,1,"one\ntwo ""three""",C01,context,`)).rows[0]?.quote).toBe('one\ntwo "three"')
})

test.each([
  [',1,words,C01,context,', 'names no document'],
  ['a.pdf,0,words,C01,context,', 'counted from 1'],
  ['a.pdf,iv,words,C01,context,', 'counted from 1'],
  ['a.pdf,1,,C01,context,', 'no quotation'],
  ['a.pdf,1,words,first,context,', 'C07'],
  ['a.pdf,1,words,C01,proves,', 'use supports'],
])('the row %s is refused with a reason', async (line, reason) => {
  const read = await table(HEADER + line)
  expect(read.rows).toEqual([])
  expect(read.refused).toEqual([{ row: 2, reason: expect.stringContaining(reason) }])
})

test('a table without the needed columns is refused as a whole, by name', async () => {
  const read = await csv('document,page\na.pdf,1')
  expect(read).toMatchObject({ ok: false, problem: { what: 'The evidence table evidence.csv lacks the columns quote, claim, relation.' } })
})
