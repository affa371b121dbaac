import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addedStampSchema, stampFiles } from '../../shared/time-stamps/added-stamp'
import { readTimeStamp } from '../../shared/time-stamps/read-time-stamp'
import { whatItCovers } from '../../shared/time-stamps/what-it-covers'
import { custodyHeadOf } from '../../shared/dossier/snapshot'
import { sha256OfText } from '../../shared/units/hashes'
import { timestampOf } from '../../shared/units/time'
import type { BundleParts } from '../../shared/bundle/write-bundle'
import { aCustodyLog, putAll } from '../../shared/testing/builders'
import { bundleInMemory, dossierWorld, filesOf, openFake } from '../../shared/testing/dossier-world'
import { remakeManifests } from '../../shared/testing/forger'
import { verifyBundle } from '../../shared/verification/verify-bundle'
import { brokenBagRules } from '../support/rules/bagit'
import { brokenCrateRules } from '../support/rules/ro-crate'
import { derStamp } from '../../shared/testing/der-stamp'

/**
 * Stamps made with `openssl ts -reply` by an authority made for them, `Example Time Stamping, Example Archive, US`:
 * - `digest.tsr`: of the SHA-256 of the text `head`, given as a digest
 * - `text.tsr`: SHA-256 of a file that holds that hash as hexadecimal digits and a line end
 * - `list-512.tst`: the token alone, SHA-512 of a file that holds `a packing list` and a line end; without certificate and name
 * - `refused.tsr`: an answer without a stamp
 */
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, '../time-stamps', name)))
const HEAD = sha256OfText('head')
const log = { entries: [{ seq: 1, at: timestampOf(0), hash: sha256OfText('before') }, { seq: 2, at: timestampOf(0), hash: HEAD }, { seq: 3, at: timestampOf(0), hash: sha256OfText('after') }], files: [{ path: 'manifest-sha256.txt', bytes: new TextEncoder().encode('a packing list\n') }] }
const read = (name: string) => {
  const stamp = readTimeStamp(fixture(name), name)
  if (!stamp.ok) throw new Error(stamp.problem.what)
  return stamp.value
}

describe('a time stamp', () => {
  it('says when, by whom, and what was stamped', () => {
    expect(read('digest.tsr')).toMatchObject({ algorithm: 'SHA-256', imprint: HEAD, policy: '1.2.3.4.1', authority: 'Example Time Stamping, Example Archive, US', at: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) })
    expect(read('list-512.tst')).toMatchObject({ algorithm: 'SHA-512', authority: expect.stringContaining('Example') })
  })
  it('covers the log up to the entry whose hash was stamped, as a digest or in a file', () => {
    for (const name of ['digest.tsr', 'text.tsr']) expect(whatItCovers(read(name), log)).toMatchObject({ kind: 'log', words: expect.stringContaining('up to entry 2 of 3') })
  })
  it('covers a packing list, by any of its hashes', () => {
    expect(whatItCovers(read('list-512.tst'), log)).toMatchObject({ kind: 'file', words: expect.stringContaining('manifest-sha256.txt') })
  })
  it('covers nothing where neither is here', () => {
    expect(whatItCovers(read('digest.tsr'), { entries: [], files: [] }).kind).toBe('nothing')
  })
  it('is refused where the authority refused, and where the file is none or was cut', () => {
    expect(readTimeStamp(fixture('refused.tsr'), 'x')).toMatchObject({ ok: false, problem: { kind: 'no-time-stamp', what: expect.stringContaining('the authority refused') } })
    const whole = fixture('digest.tsr')
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('%PDF-1.7'), Uint8Array.from([0x30, 0x80]), Uint8Array.from([...whole, 0]), Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff])]) expect(readTimeStamp(bytes, 'x').ok).toBe(false)
    for (let length = 0; length < whole.length; length += 7) expect(readTimeStamp(whole.slice(0, length), 'x').ok).toBe(false)
  })
  it('of any damage is read or refused, and never throws', () => {
    const whole = fixture('digest.tsr')
    const read = Array.from(whole, (_, at) => readTimeStamp(whole.map((byte, place) => (place === at ? byte ^ 0x55 : byte)), 'x').ok)
    expect(read).toContain(false)
  })
})

describe('a bundle with time stamps', () => {
  /** The bundle of a library in which a stamp of its head at that time was added. */
  const stamped = (imprint: (parts: BundleParts) => string): BundleParts => {
    const { parts } = dossierWorld()
    const stamp = addedStampSchema.parse({ name: 'from my authority.tsr', data: btoa(String.fromCharCode(...derStamp(imprint(parts)))), by: 'Researcher', at: timestampOf(0) })
    const analyses = parts.snapshot.records.analyses.map((analysis) => ({ ...analysis, timeStamps: [stamp] }))
    const custody = [...parts.custody, ...aCustodyLog(putAll({ analyses }), parts.custody.at(-1) ?? null)]
    const head = custodyHeadOf(custody)
    if (head === null) throw new Error('the log is empty')
    return { ...parts, custody, snapshot: { ...parts.snapshot, custody: head, records: { ...parts.snapshot.records, analyses } } }
  }
  const checks = async (files: Map<string, Uint8Array>) => verifyBundle(filesOf(files), openFake(files))
  const failed = async (files: Map<string, Uint8Array>) => (await checks(files)).filter(({ ok }) => !ok).map(({ name }) => name)
  const ofHead = stamped((parts) => parts.custody.at(-1)?.hash ?? '')

  it('holds them under a number, names what they cover, and says that signatures were not checked', async () => {
    const files = await bundleInMemory(ofHead)
    expect(stampFiles(ofHead.snapshot.records.analyses[0]?.timeStamps ?? []).map(({ path }) => path)).toEqual(['timestamps/TS-01.tsr'])
    expect(await failed(files)).toEqual([])
    expect((await checks(files)).find(({ name }) => name === 'stamps')).toMatchObject({ ok: true, what: expect.stringMatching(/TS-01\.tsr: .* covers the custody log up to entry \d+ of \d+ .*signature of the authority was not checked/) })
    expect(brokenBagRules(files)).toEqual([])
    const payload = new Set([...files.keys()].filter((path) => path.startsWith('data/')).map((path) => path.slice(5)))
    expect(await brokenCrateRules(new TextDecoder().decode(files.get('data/ro-crate-metadata.json')), payload)).toEqual([])
  })
  it('is refused where a stamp covers nothing of it, or was exchanged', async () => {
    expect(await failed(await bundleInMemory(stamped(() => sha256OfText('something else'))))).toEqual(['stamps'])
    const files = await bundleInMemory(ofHead)
    files.set('data/timestamps/TS-01.tsr', derStamp(ofHead.custody[0]?.hash ?? ''))
    remakeManifests(files)
    expect(await failed(files)).toEqual(['composition'])
  })
  it('may be stamped as a whole, by a file beside its packing lists', async () => {
    const files = await bundleInMemory(dossierWorld().parts)
    const list = sha256OfText(new TextDecoder().decode(files.get('tagmanifest-sha256.txt')))
    files.set('whole.tsr', derStamp(list))
    expect(await failed(files)).toEqual([])
    expect((await checks(files)).find(({ name }) => name === 'stamps')?.what).toContain('whole.tsr: An authority, 2026-11-27 13:40 UTC (policy 1.2.3, serial 01) covers tagmanifest-sha256.txt')
    files.set('whole.tsr', derStamp(sha256OfText('another')))
    expect(await failed(files)).toEqual(['stamps'])
  })
})
