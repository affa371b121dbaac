import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sha256 } from '@shared/units/hashes'
import { describe, expect, onTestFinished, test } from 'vitest'
import { failingDisk } from '../testing/failing-disk'
import { lineAfter, linesOf } from '../testing/journal-lines'
import { temporaryFolder } from '../testing/temporary-folder'
import { realDisk } from '../files/disk'
import { type FileFinder, type Vault, vaultIn } from './vault'

const nothing: FileFinder = () => null
const vaultAt = (folder: string, find = nothing, disk = realDisk): Vault => {
  const vault = vaultIn(folder, '~/Vouch', find, disk)
  onTestFinished(() => vault.close())
  return vault
}
const digest = (bytes: string | Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function takenIn(vault: Vault, ...parts: readonly string[]): ReturnType<Vault['finishDocument']> {
  const begun = await vault.beginDocument()
  if (!begun.ok) return begun
  for (const part of parts) {
    const written = await vault.writeDocument(begun.value.token, bytesOf(part))
    if (!written.ok) return written
  }
  return vault.finishDocument(begun.value.token)
}

describe('a vault', () => {
  test('makes its folders, and says that it is empty', async () => {
    const folder = join(temporaryFolder(), 'new', 'vault')
    const state = await vaultAt(folder).open()
    expect(state).toMatchObject({ ok: true, value: { shownPath: '~/Vouch', head: null, damagedAtLine: null, documents: [] } })
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['documents', 'exports', 'journal.jsonl', 'texts']))
  })

  test('names a document by the SHA-256 of its bytes, and gives any piece of it back', async () => {
    const folder = temporaryFolder()
    const vault = vaultAt(folder)
    await vault.open()
    const id = digest('%PDF-1.7 hello world')
    expect(await takenIn(vault, '%PDF-1.7 ', 'hello', ' world')).toEqual({ ok: true, value: { sha256: id, bytes: 20, already: false } })
    expect(readFileSync(join(folder, 'documents', `${id}.pdf`), 'utf8')).toBe('%PDF-1.7 hello world')
    expect(await vault.readDocument(id, 9, 5)).toEqual({ ok: true, value: bytesOf('hello') })
    expect(await vault.readDocument(id, 15, 500)).toEqual({ ok: true, value: bytesOf('world') })
    expect(await vault.readDocument(id, 99, 5)).toEqual({ ok: true, value: new Uint8Array(0) })
    expect(await takenIn(vault, '%PDF-1.7 hello world')).toMatchObject({ value: { already: true } })
    expect(readdirSync(join(folder, 'documents'))).toEqual([`${id}.pdf`])
  })

  test('takes in a chosen file by its token, and refuses a token that it did not give out', async () => {
    const folder = temporaryFolder()
    const path = join(temporaryFolder(), '..\\..\\evil.pdf')
    writeFileSync(path, '%PDF-1.4 chosen')
    const vault = vaultAt(folder, (token) => (token === 'file-1' ? { path, name: 'evil.pdf' } : null))
    await vault.open()
    expect(await vault.adoptDocument('file-1')).toEqual({
      ok: true,
      value: { sha256: digest('%PDF-1.4 chosen'), bytes: 15, already: false },
    })
    expect(await vault.adoptDocument(path)).toMatchObject({ ok: false, problem: { kind: 'unknown-token' } })
  })

  test('gives a table the ending of what its bytes are, and finds it again by its SHA-256', async () => {
    const folder = temporaryFolder()
    const vault = vaultAt(folder)
    await vault.open()
    await takenIn(vault, 'vendor,', 'amount')
    await takenIn(vault, 'PK\u0003\u0004zip')
    const [csv, xlsx] = [digest('vendor,amount'), digest('PK\u0003\u0004zip')]
    expect(readdirSync(join(folder, 'documents')).sort()).toEqual([`${csv}.csv`, `${xlsx}.xlsx`].sort())
    expect(await vault.readDocument(csv, 7, 50)).toEqual({ ok: true, value: bytesOf('amount') })
    expect(await vault.checkDocuments()).toEqual({ ok: true, value: { whole: 2, damaged: [] } })
    expect(await vault.open()).toMatchObject({
      value: {
        documents: expect.arrayContaining([
          { id: csv, bytes: 13 },
          { id: xlsx, bytes: 7 },
        ]),
      },
    })
  })

  test('finds a damaged document, and mends it when the document is imported again', async () => {
    const folder = temporaryFolder()
    const vault = vaultAt(folder)
    await vault.open()
    await takenIn(vault, 'one')
    await takenIn(vault, '%PDF-two')
    writeFileSync(join(folder, 'documents', `${digest('%PDF-two')}.pdf`), 'twO')
    expect(await vault.checkDocuments()).toEqual({ ok: true, value: { whole: 1, damaged: [digest('%PDF-two')] } })
    expect(await takenIn(vault, '%PDF-two')).toMatchObject({ value: { already: false } })
    expect(await vault.checkDocuments()).toEqual({ ok: true, value: { whole: 2, damaged: [] } })
  })

  test('sweeps away what an interrupted import left', async () => {
    const folder = temporaryFolder()
    const first = vaultAt(folder)
    await first.open()
    await first.beginDocument()
    expect(readdirSync(join(folder, 'documents'))).toHaveLength(1)
    await first.close()
    expect(readdirSync(join(folder, 'documents'))).toEqual([])
    writeFileSync(join(folder, 'documents', '.incoming-left-by-a-crash'), 'half')
    await vaultAt(folder).open()
    expect(readdirSync(join(folder, 'documents'))).toEqual([])
  })

  test('keeps extracted text, and says null where there is none', async () => {
    const vault = vaultAt(temporaryFolder())
    await vault.open()
    const id = digest('a document')
    expect(await vault.readText(id)).toEqual({ ok: true, value: null })
    await vault.writeText(id, new TextEncoder().encode('{"page":"ſtraße"}\n'))
    expect(await vault.readText(id)).toEqual({ ok: true, value: '{"page":"ſtraße"}\n' })
  })

  test('lists its documents for people in INDEX.md, whatever their names try', async () => {
    const folder = temporaryFolder()
    const vault = vaultAt(folder)
    await vault.open()
    const first = lineAfter(null, {
      id: 'a',
      name: '../../etc/passwd\n| x |\u202Efdp.exe',
      bytes: 12_345_678,
      pageCount: 7,
      importedAt: '2026-11-22T10:00:00.000Z',
    })
    await vault.append([first, ...linesOf(2, first.entry)])
    await vault.close()
    const index = readFileSync(join(folder, 'INDEX.md'), 'utf8')
    expect(index).toContain('| ../../etc/passwd \\| x \\| fdp.exe | 7 | 12 MB | 2026-11-22 | `a` |')
    expect(index).toContain('| Document 2.pdf | 2 | 2000 B |')
    expect(index).toContain('`documents/`')
  })

  test('sets its journal aside under a dated name, and keeps other histories beside it', async () => {
    const folder = temporaryFolder()
    const vault = vaultAt(folder)
    await vault.open()
    await vault.append(linesOf(2))
    const aside = await vault.setJournalAside()
    const kept = await vault.keepAside('Losing ../history', 'text')
    expect([aside, kept].map((outcome) => outcome.ok && existsSync(join(folder, outcome.value.name)))).toEqual([true, true])
    expect(kept).toMatchObject({ value: { name: expect.stringMatching(/^aside\/losing-history-2\d{3}-/) } })
    expect(await vault.readJournal(0, 10)).toEqual({ ok: true, value: [] })
  })

  test('is held by one process at a time; a holder that died does not count', async () => {
    const folder = temporaryFolder()
    await vaultAt(folder).open()
    const lock = JSON.parse(readFileSync(join(folder, '.open'), 'utf8')) as { readonly pid: number; readonly bootedAt: number }
    expect(lock.pid).toBe(process.pid)
    writeFileSync(join(folder, '.open'), JSON.stringify({ ...lock, pid: process.ppid }))
    expect(await vaultAt(folder).open()).toMatchObject({ ok: false, problem: { kind: 'vault-in-use' } })
    writeFileSync(join(folder, '.open'), JSON.stringify({ ...lock, pid: 2 ** 22 + 1 }))
    expect((await vaultAt(folder).open()).ok).toBe(true)
    for (const holder of [JSON.stringify({ ...lock, pid: process.ppid, bootedAt: lock.bootedAt - 86_400_000 }), '{"pid":']) {
      writeFileSync(join(folder, '.open'), holder)
      expect((await vaultAt(folder).open()).ok).toBe(true)
    }
  })
})

describe('a vault on a disk that refuses', () => {
  test.each([
    ['ENOSPC', 'disk-full', 'the disk is full'],
    ['EROFS', 'disk-read-only', 'the disk is read-only'],
    ['EACCES', 'disk-not-allowed', 'the system does not allow it'],
  ])('%s while a document is written is told, and leaves no half document', async (code, kind, words) => {
    const folder = temporaryFolder()
    const { disk, refuse } = failingDisk()
    const vault = vaultAt(folder, nothing, disk)
    await vault.open()
    const begun = await vault.beginDocument()
    const token = begun.ok ? begun.value.token : ''
    refuse({ code, when: (operation, path) => operation === 'write' && path.includes('.incoming') })
    const refused = await vault.writeDocument(token, bytesOf('bytes'))
    expect(refused).toMatchObject({ ok: false, problem: { kind, what: `Vouch could not write a document into ~/Vouch: ${words}.` } })
    expect(refused.ok ? '' : refused.problem.remedy).toMatch(/\.$/)
    await vault.abandonDocument(token)
    expect(readdirSync(join(folder, 'documents'))).toEqual([])
  })

  test('bytes that the disk does not flush are no document', async () => {
    const folder = temporaryFolder()
    const { disk, refuse } = failingDisk()
    const vault = vaultAt(folder, nothing, disk)
    await vault.open()
    refuse({ code: 'EIO', when: (operation, path) => operation === 'sync' && path.includes('.incoming') })
    expect(await takenIn(vault, '%PDF-1.7 bytes')).toMatchObject({ ok: false })
    expect(readdirSync(join(folder, 'documents'))).toEqual([])
    refuse(null)
    expect(await takenIn(vault, '%PDF-1.7 bytes')).toMatchObject({ ok: true, value: { already: false } })
  })

  test('says so at once when it cannot even make its folder', async () => {
    const { disk, refuse } = failingDisk()
    refuse({ code: 'EACCES', when: (operation) => operation === 'mkdir' })
    expect(await vaultAt(temporaryFolder(), nothing, disk).open()).toMatchObject({
      ok: false,
      problem: { kind: 'disk-not-allowed', what: 'Vouch could not make its folder ~/Vouch: the system does not allow it.' },
    })
  })

  test('an index that cannot be written does not stop the work', async () => {
    const folder = temporaryFolder()
    const { disk, refuse } = failingDisk()
    const vault = vaultAt(folder, nothing, disk)
    await vault.open()
    refuse({ code: 'ENOSPC', when: (_operation, path) => path.includes('INDEX') })
    expect(await vault.append(linesOf(1))).toEqual({ ok: true, value: { seq: 1 } })
    await vault.close()
    expect(existsSync(join(folder, 'INDEX.md'))).toBe(false)
  })

  test('a fault in the program is not mistaken for trouble with the disk', async () => {
    const disk = { ...realDisk, readdir: () => Promise.reject(new TypeError('a bug')) }
    await expect(vaultAt(temporaryFolder(), nothing, disk as typeof realDisk).checkDocuments()).rejects.toThrow('a bug')
  })
})
