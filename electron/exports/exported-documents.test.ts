import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, ok } from '@shared/errors/outcome'
import { type Sha256, sha256OfBytes } from '@shared/units/hashes'
import { timestampOf } from '@shared/units/time'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { type Exports, exportsTo } from './exports'

const AT = timestampOf(Date.UTC(2026, 10, 22, 13, 40))
/** More than is written at one call. */
const LARGE = new Uint8Array(17 * 1024 * 1024).fill(7)

function vaultWith(...documents: readonly Uint8Array[]): {
  readonly ids: readonly Sha256[]
  readonly read: (id: Sha256, offset: number, length: number) => Promise<Outcome<Uint8Array>>
  damage(id: Sha256): void
} {
  const stored = new Map(documents.map((bytes) => [sha256OfBytes(bytes), bytes]))
  return {
    ids: [...stored.keys()],
    read: async (id, offset, length) => ok((stored.get(id) ?? new Uint8Array()).slice(offset, offset + length)),
    damage: (id) => void stored.set(id, Buffer.concat([stored.get(id) ?? new Uint8Array(), Buffer.of(0)])),
  }
}

/** Writes a document as one file of an export, piece after piece; answers how many pieces it took. */
async function copied(exports: Exports, token: string, path: string, id: Sha256): Promise<Outcome<number>> {
  let pieces = 0
  for (let offset = 0; ; pieces += 1) {
    const piece = await exports.writeDocument(token, path, id, offset)
    if (!piece.ok) return piece
    offset += piece.value.bytes
    if (offset >= piece.value.of) return ok(pieces + 1)
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('a document of the vault in an export', () => {
  const small = strToU8('%PDF small')
  const empty = new Uint8Array()

  test.each([
    ['folder', 'folder'],
    ['a zip', { zipAt: AT }],
  ] as const)('goes into %s whole, a piece at a time, among other files', async (_, kind) => {
    const folder = temporaryFolder()
    const { ids, read } = vaultWith(LARGE, small, empty)
    const exports = exportsTo(() => Promise.resolve(join(folder, 'out.zip')), read)
    const begun = await exports.begin('out.zip', kind)
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    const pieces = []
    for (const [at, id] of ids.entries()) pieces.push(await copied(exports, token, `data/exhibits/EX-00${at + 1}.pdf`, id))
    expect(pieces).toEqual([ok(2), ok(1), ok(1)])
    for (const text of ['one ', 'two']) await exports.write(token, 'bagit.txt', strToU8(text))
    expect((await exports.finish(token)).ok).toBe(true)
    const out = join(folder, 'out.zip')
    const files = kind === 'folder' ? null : unzipSync(readFileSync(out))
    const fileOf = (path: string): Uint8Array =>
      files === null ? readFileSync(join(out, path)) : (files[`out/${path}`] ?? new Uint8Array([0]))
    expect(ids.map((_, at) => digestOf(fileOf(`data/exhibits/EX-00${at + 1}.pdf`)))).toEqual(ids)
    expect(strFromU8(fileOf('bagit.txt'))).toBe('one two')
    expect(readdirSync(folder)).toEqual(['out.zip'])
  })

  test('is refused, and nothing of it written, where the vault has other bytes than its SHA-256 says', async () => {
    const folder = temporaryFolder()
    const { ids, read, damage } = vaultWith(small)
    const [id = sha256OfBytes(empty)] = ids
    damage(id)
    const exports = exportsTo(() => Promise.resolve(join(folder, 'out')), read)
    const begun = await exports.begin('out', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    expect(await exports.writeDocument(token, 'data/a.pdf', id, 0)).toMatchObject({ ok: false, problem: { kind: 'exhibit-damaged' } })
    expect((await exports.finish(token)).ok).toBe(true)
    expect(readdirSync(join(folder, 'out'))).toEqual([])
  })

  test('that is changed while it is written is noticed', async () => {
    const { ids, read, damage } = vaultWith(LARGE)
    const [id = sha256OfBytes(empty)] = ids
    const exports = exportsTo(
      () => Promise.resolve(join(temporaryFolder(), 'out')),
      async (asked, offset, length) => {
        if (calls === READS) damage(id)
        calls += 1
        return read(asked, offset, length)
      },
    )
    let calls = 0
    /** As many as one reading of all of it takes, and the first piece. */
    const READS = 4
    const begun = await exports.begin('out', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    expect(await copied(exports, token, 'data/a.pdf', id)).toMatchObject({ ok: false, problem: { kind: 'exhibit-damaged' } })
    await exports.close()
  })

  test('is not begun twice in one file, so that nothing of it stands there double', async () => {
    const { ids, read } = vaultWith(small)
    const exports = exportsTo(() => Promise.resolve(join(temporaryFolder(), 'out')), read)
    const begun = await exports.begin('out', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    for (const id of ids) {
      expect((await exports.writeDocument(token, 'data/a.pdf', id, 0)).ok).toBe(true)
      expect(await exports.writeDocument(token, 'data/a.pdf', id, 0)).toMatchObject({ ok: false, problem: { kind: 'exhibit-begun' } })
    }
    await exports.close()
  })

  test('does not leave the folder', async () => {
    const folder = temporaryFolder()
    const { ids, read } = vaultWith(small)
    const exports = exportsTo(() => Promise.resolve(join(folder, 'out.zip')), read)
    const begun = await exports.begin('out.zip', { zipAt: AT })
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    for (const id of ids)
      expect(await exports.writeDocument(token, '../escaped.pdf', id, 0)).toMatchObject({ ok: false, problem: { kind: 'path-not-inside' } })
    await exports.abandon(token)
    expect(readdirSync(folder)).toEqual([])
  })
})
