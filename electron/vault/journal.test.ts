import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalLine } from '@shared/custody/journal-line'
import { describe, expect, onTestFinished, test } from 'vitest'
import { failingDisk } from '../testing/failing-disk'
import { forged, lineAfter, linesOf } from '../testing/journal-lines'
import { temporaryFolder } from '../testing/temporary-folder'
import { type Disk, realDisk } from '../files/disk'
import { type Journal, openJournal } from './journal'

const opened = async (folder: string, disk: Disk = realDisk, each: (line: JournalLine) => void = () => undefined): Promise<Journal> => {
  const journal = await openJournal(disk, folder, '~/Vouch/journal.jsonl', each)
  if (!journal.ok) throw new Error(journal.problem.what)
  onTestFinished(() => journal.value.close())
  return journal.value
}
const fileIn = (folder: string): string => join(folder, 'journal.jsonl')
const written = async (folder: string, count: number): Promise<readonly JournalLine[]> => {
  const journal = await opened(folder)
  const lines = linesOf(count)
  expect(await journal.append(lines)).toEqual({ ok: true, value: { seq: count } })
  await journal.close()
  return lines
}
const seqs = async (journal: Journal, after = 0, limit = 1000): Promise<readonly number[]> => {
  const read = await journal.read(after, limit)
  if (!read.ok) throw new Error(read.problem.what)
  return read.value.map((line) => line.entry.seq)
}

describe('the journal', () => {
  test('gives back what was appended, in order and in pieces, also after it was opened again', async () => {
    const folder = temporaryFolder()
    const lines = await written(folder, 7)
    const journal = await opened(folder)
    expect(await journal.read(0, 100)).toEqual({ ok: true, value: lines })
    expect(await seqs(journal, 2, 3)).toEqual([3, 4, 5])
    expect(await seqs(journal, 7, 3)).toEqual([])
    expect(journal.head()?.seq).toBe(7)
    await journal.append(linesOf(2, journal.head()))
    expect(await seqs(journal, 6, 10)).toEqual([7, 8, 9])
  })

  test('tells of every line, at opening and at each append', async () => {
    const folder = temporaryFolder()
    await written(folder, 2)
    const told: number[] = []
    const journal = await opened(folder, realDisk, (line) => told.push(line.entry.seq))
    await journal.append(linesOf(1, journal.head()))
    expect(told).toEqual([1, 2, 3])
  })

  test('refuses lines that do not follow on the last one, and then writes none of them', async () => {
    const folder = temporaryFolder()
    const lines = await written(folder, 3)
    const journal = await opened(folder)
    const good = linesOf(1, journal.head())[0]
    const other = linesOf(5).slice(4)
    for (const wrong of [
      other,
      good ? [good, ...other] : [],
      good ? [{ ...good, rows: [] }] : [],
      good ? [{ ...good, entry: { ...good.entry, summary: 'changed' } }] : [],
    ]) {
      expect(await journal.append(wrong)).toMatchObject({ ok: false, problem: { kind: 'journal-does-not-follow' } })
    }
    expect(await seqs(journal)).toEqual(lines.map((line) => line.entry.seq))
  })

  test('takes lines that it has already as done, because an answer may have been lost', async () => {
    const folder = temporaryFolder()
    const lines = await written(folder, 3)
    const journal = await opened(folder)
    expect(await journal.append(lines.slice(1))).toEqual({ ok: true, value: { seq: 3 } })
    expect(await journal.append([...lines.slice(2), ...linesOf(1, journal.head())])).toEqual({ ok: true, value: { seq: 4 } })
    expect(await seqs(journal)).toEqual([1, 2, 3, 4])
  })

  test('cuts off a last line whose writing was cut short, at any byte of it', async () => {
    const folder = temporaryFolder()
    await written(folder, 3)
    const whole = readFileSync(fileIn(folder))
    const lastStart = whole.lastIndexOf(10, whole.length - 2) + 1
    for (const length of [lastStart + 1, lastStart + 40, whole.length - 2]) {
      writeFileSync(fileIn(folder), whole.subarray(0, length))
      const journal = await opened(folder)
      expect(journal.damagedAtLine()).toBeNull()
      expect(await seqs(journal)).toEqual([1, 2])
      expect(await journal.append(linesOf(1, journal.head()))).toEqual({ ok: true, value: { seq: 3 } })
      await journal.close()
    }
  })

  test('keeps a sound last line that only lacks its line break', async () => {
    const folder = temporaryFolder()
    await written(folder, 2)
    truncateSync(fileIn(folder), readFileSync(fileIn(folder)).length - 1)
    const journal = await opened(folder)
    expect(await seqs(journal)).toEqual([1, 2])
    await journal.append(linesOf(1, journal.head()))
    await journal.close()
    expect(await seqs(await opened(folder))).toEqual([1, 2, 3])
  })

  test('says at which line it is damaged, keeps what stands before, and takes nothing more', async () => {
    const folder = temporaryFolder()
    const lines = await written(folder, 6)
    const texts = lines.map((line) => JSON.stringify(line))
    const third = lines[2]
    if (third === undefined) throw new Error('there are six lines')
    const damages: Readonly<Record<string, string[]>> = {
      'a character of a record': texts.with(2, (texts[2] ?? '').replace('Document 3', 'Document 8')),
      'a line removed': texts.toSpliced(2, 1),
      'two lines exchanged': texts.with(2, texts[3] ?? '').with(3, texts[2] ?? ''),
      'a line that is not JSON': texts.with(2, 'torn {'),
      'a line forged with a hash that fits': [...texts.slice(0, 2), JSON.stringify(forged(third)).slice(0, -1), ...texts.slice(3)],
    }
    for (const [name, damaged] of Object.entries(damages)) {
      writeFileSync(fileIn(folder), `${damaged.join('\n')}\n`)
      const journal = await opened(folder)
      const refused = await journal.append(linesOf(1, journal.head()))
      expect([name, journal.damagedAtLine(), await seqs(journal), refused.ok ? 'taken' : refused.problem.kind]).toEqual([
        name,
        3,
        [1, 2],
        'journal-damaged',
      ])
      await journal.close()
    }
  })

  test('a line forged with a hash that fits breaks the chain at the line after', async () => {
    const folder = temporaryFolder()
    const lines = await written(folder, 4)
    const second = lines[1]
    if (second === undefined) throw new Error('there are four lines')
    writeFileSync(fileIn(folder), lines.map((line) => `${JSON.stringify(line === second ? forged(second) : line)}\n`).join(''))
    expect((await opened(folder)).damagedAtLine()).toBe(3)
  })

  test('can be set aside, and begins again empty', async () => {
    const folder = temporaryFolder()
    await written(folder, 2)
    appendFileSync(fileIn(folder), 'rubbish\n')
    const journal = await opened(folder)
    expect(await journal.setAside(join(folder, 'old.jsonl'))).toEqual({ ok: true, value: null })
    expect(journal.damagedAtLine()).toBeNull()
    expect(await journal.append(linesOf(1))).toEqual({ ok: true, value: { seq: 1 } })
    expect(readdirSync(folder).toSorted()).toEqual(['journal.jsonl', 'old.jsonl'])
  })

  test('notices that its file was moved or replaced while it is open, instead of writing into nowhere', async () => {
    for (const meddle of [(path: string) => rmSync(path), (path: string) => renameSync(path, `${path}.moved`)]) {
      const folder = temporaryFolder()
      const journal = await opened(folder)
      await journal.append(linesOf(1))
      meddle(fileIn(folder))
      expect(await journal.append(linesOf(1, journal.head()))).toMatchObject({ ok: false, problem: { kind: 'vault-gone' } })
    }
  })

  test('holds more lines than one read of the file', async () => {
    const folder = temporaryFolder()
    const long = 'x'.repeat(500_000)
    const journal = await opened(folder)
    for (let number = 1; number <= 12; number += 1)
      expect((await journal.append([lineAfter(journal.head(), { id: `r${number}`, text: long }, 'claims')])).ok).toBe(true)
    await journal.close()
    expect(await seqs(await opened(folder))).toHaveLength(12)
  })
})

describe('the journal on a disk that refuses', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-not-allowed'],
    ['EIO', 'disk-failing'],
  ])('%s is told as %s in words, and nothing half-written stays', async (code, kind) => {
    const folder = temporaryFolder()
    const { disk, refuse } = failingDisk()
    const journal = await opened(folder, disk)
    await journal.append(linesOf(2))
    const more = linesOf(2, journal.head())
    refuse({ code, when: (operation) => operation === 'write', afterBytes: 100 })
    const refused = await journal.append(more)
    expect(refused).toMatchObject({ ok: false, problem: { kind } })
    expect(refused.ok ? '' : refused.problem.what).toMatch(/^Vouch could not write ~\/Vouch\/journal\.jsonl: .+\.$/)
    refuse(null)
    expect(await journal.append(more)).toEqual({ ok: true, value: { seq: 4 } })
    await journal.close()
    expect(await seqs(await opened(folder))).toEqual([1, 2, 3, 4])
  })

  test('a failed flush is no success, and what it left is taken off before the next append', async () => {
    const folder = temporaryFolder()
    const { disk, refuse } = failingDisk()
    const journal = await opened(folder, disk)
    await journal.append(linesOf(1))
    refuse({ code: 'EIO', when: (operation) => operation === 'sync' || operation === 'truncate' })
    expect((await journal.append(linesOf(3, journal.head()))).ok).toBe(false)
    refuse(null)
    const other = lineAfter(journal.head(), { id: 'other' }, 'claims')
    expect(await journal.append([other])).toEqual({ ok: true, value: { seq: 2 } })
    await journal.close()
    const again = await opened(folder)
    expect(again.damagedAtLine()).toBeNull()
    expect(await seqs(again)).toEqual([1, 2])
  })
})
