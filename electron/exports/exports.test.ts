import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DOSSIER_FILES } from '@shared/dossier/dossier-files'
import { type Outcome, ok } from '@shared/errors/outcome'
import { failingDisk } from '../testing/failing-disk'
import { temporaryFolder } from '../testing/temporary-folder'
import { freePlaceIn } from '../files/free-place'
import { type Exports, exportsTo } from './exports'

/** A vault without documents. */
const noDocuments = async (): Promise<Outcome<Uint8Array>> => ok(new Uint8Array())
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function bundle(exports: Exports, text: string): ReturnType<Exports['finish']> {
  const begun = await exports.begin('Dossier', 'folder')
  if (!begun.ok) return begun
  const token = begun.value?.token ?? ''
  for (const [path, content] of [
    ['bagit.txt', 'BagIt'],
    ['data/vouch.json', '{}'],
    ['data/dossier.html', text],
    ['data/dossier.html', '!'],
  ] as const) {
    const written = await exports.write(token, path, bytesOf(content))
    if (!written.ok) return written
  }
  return exports.finish(token)
}

describe('an export', () => {
  test('appears whole in one step, and not before it is finished', async () => {
    const folder = temporaryFolder()
    const target = join(folder, 'dossier')
    const exports = exportsTo(() => Promise.resolve(target), noDocuments)
    const begun = await exports.begin('Dossier', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    await exports.write(token, 'data/a.txt', bytesOf('a'))
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual([])
    expect((await exports.finish(token)).ok).toBe(true)
    expect(readFileSync(join(target, 'data/a.txt'), 'utf8')).toBe('a')
    expect(readdirSync(folder)).toEqual(['dossier'])
    expect(await exports.write(token, 'data/b.txt', bytesOf('b'))).toMatchObject({ ok: false, problem: { kind: 'unknown-token' } })
  })

  test('replaces an earlier export', async () => {
    const target = join(temporaryFolder(), 'dossier')
    const exports = exportsTo(() => Promise.resolve(target), noDocuments)
    expect((await bundle(exports, 'first')).ok).toBe(true)
    expect((await bundle(exports, 'second')).ok).toBe(true)
    expect(readFileSync(join(target, 'data/dossier.html'), 'utf8')).toBe('second!')
  })

  test('replaces an earlier export without a bundle, whichever of its files it holds', async () => {
    const target = temporaryFolder()
    for (const name of DOSSIER_FILES) writeFileSync(join(target, name), 'first')
    const exports = exportsTo(() => Promise.resolve(target), noDocuments)
    const begun = await exports.begin('Dossier', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    await exports.write(token, 'dossier.md', bytesOf('second'))
    expect((await exports.finish(token)).ok).toBe(true)
    expect(readdirSync(target)).toEqual(['dossier.md'])
  })

  test.each(['notes.txt', 'data/vouch.json', 'bagit.txt'])(
    'refuses a folder that holds something else (%s), and touches nothing there',
    async (name) => {
      const target = temporaryFolder()
      mkdirSync(join(target, 'data'))
      writeFileSync(join(target, name), 'mine')
      const exports = exportsTo(() => Promise.resolve(target), noDocuments)
      expect(await exports.begin('Dossier', 'folder')).toMatchObject({ ok: false, problem: { kind: 'place-taken' } })
      expect(readFileSync(join(target, name), 'utf8')).toBe('mine')
    },
  )

  test('refuses an earlier export to which someone added a file of their own', async () => {
    const target = join(temporaryFolder(), 'dossier')
    const exports = exportsTo(() => Promise.resolve(target), noDocuments)
    await bundle(exports, 'first')
    writeFileSync(join(target, 'my notes.txt'), 'mine')
    expect(await exports.begin('Dossier', 'folder')).toMatchObject({ ok: false, problem: { kind: 'place-taken' } })
  })

  test('writes nowhere but inside its folder', async () => {
    const folder = temporaryFolder()
    const exports = exportsTo(() => Promise.resolve(join(folder, 'out')), noDocuments)
    const begun = await exports.begin('Dossier', 'folder')
    const token = begun.ok ? (begun.value?.token ?? '') : ''
    for (const path of ['../escaped.txt', '/tmp/escaped.txt', 'a/../../escaped.txt', 'C:\\escaped.txt']) {
      expect(await exports.write(token, path, bytesOf('x'))).toMatchObject({ ok: false, problem: { kind: 'path-not-inside' } })
    }
    await exports.abandon(token)
    expect(readdirSync(folder)).toEqual([])
  })

  test('that is cancelled is null, and that is abandoned leaves nothing', async () => {
    expect(await exportsTo(() => Promise.resolve(null), noDocuments).begin('x.html', 'file')).toEqual({ ok: true, value: null })
    const folder = temporaryFolder()
    const exports = exportsTo((name) => Promise.resolve(join(folder, name)), noDocuments)
    const begun = await exports.begin('claim/one.csv', 'file')
    expect(begun).toMatchObject({ value: { shownPath: join(folder, 'claim-one.csv') } })
    await exports.close()
    expect(readdirSync(folder)).toEqual([])
  })

  test('on a full disk is told in words, and the earlier export stays as it was', async () => {
    const target = join(temporaryFolder(), 'dossier')
    const { disk, refuse } = failingDisk()
    const exports = exportsTo(() => Promise.resolve(target), noDocuments, disk)
    await bundle(exports, 'first')
    refuse({ code: 'ENOSPC', when: (operation, path) => operation === 'sync' && path.includes('.part') })
    expect(await bundle(exports, 'second')).toMatchObject({ ok: false, problem: { kind: 'disk-full' } })
    expect(readFileSync(join(target, 'data/dossier.html'), 'utf8')).toBe('first!')
  })

  test('gets a name of its own where that name is taken', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'claims.csv'), '')
    expect(await freePlaceIn(folder, 'claims.csv')).toBe(join(folder, 'claims (2).csv'))
  })
})
