import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addedStampSchema, MOST_STAMP_BYTES, stampFiles } from '../../shared/time-stamps/added-stamp'
import { checkSignature } from '../../shared/time-stamps/check-signature'
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
import { signedStamp } from '../../shared/testing/signed-stamp'

/**
 * Stamps made with `openssl ts -reply` by an authority made for them, `Example Time Stamping, Example Archive, US`:
 * - `digest.tsr`: of the SHA-256 of the text `head`, given as a digest
 * - `text.tsr`: SHA-256 of a file that holds that hash as hexadecimal digits and a line end
 * - `list-512.tst`: the token alone, SHA-512 of a file that holds `a packing list` and a line end; without certificate and name
 * - `refused.tsr`: an answer without a stamp
 *
 * And by authorities that signed for themselves, of a file that holds `head`, made with
 * `openssl req -x509 -newkey <key> -subj "/C=US/O=Example Archive/CN=Example Time Stamping"` with the extended key usage `critical,timeStamping`,
 * `openssl ts -query -data head.txt -sha256 -no_nonce -cert` and `openssl ts -reply -inkey … -signer … -<digest>`:
 * - `rsa.tsr`: RSA of 2,048 bits, SHA-256
 * - `p256.tsr`, `p384.tsr`, `p521.tsr`: ECDSA on these curves with SHA-256, SHA-384 and SHA-512
 * - `p256-without.tsr`: the same, asked for without `-cert`, so that it carries no certificate
 */
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, '../time-stamps', name)))
const HEAD = sha256OfText('head')
const log = {
  entries: [
    { seq: 1, at: timestampOf(0), hash: sha256OfText('before') },
    { seq: 2, at: timestampOf(0), hash: HEAD },
    { seq: 3, at: timestampOf(0), hash: sha256OfText('after') },
  ],
  files: [{ path: 'manifest-sha256.txt', bytes: new TextEncoder().encode('a packing list\n') }],
}
const read = (name: string) => {
  const stamp = readTimeStamp(fixture(name), name)
  if (!stamp.ok) throw new Error(stamp.problem.what)
  return stamp.value
}

describe('a time stamp', () => {
  it('says when, by whom, and what was stamped', () => {
    expect(read('digest.tsr')).toMatchObject({
      algorithm: 'SHA-256',
      imprint: HEAD,
      policy: '1.2.3.4.1',
      authority: 'Example Time Stamping, Example Archive, US',
      at: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    })
    expect(read('list-512.tst')).toMatchObject({ algorithm: 'SHA-512', authority: expect.stringContaining('Example') })
  })
  it('covers the log up to the entry whose hash was stamped, as a digest or in a file', () => {
    for (const name of ['digest.tsr', 'text.tsr'])
      expect(whatItCovers(read(name), log)).toMatchObject({ kind: 'log', words: expect.stringContaining('up to entry 2 of 3') })
  })
  it('covers a packing list, by any of its hashes', () => {
    expect(whatItCovers(read('list-512.tst'), log)).toMatchObject({ kind: 'file', words: expect.stringContaining('manifest-sha256.txt') })
  })
  it('covers nothing where neither is here', () => {
    expect(whatItCovers(read('digest.tsr'), { entries: [], files: [] }).kind).toBe('nothing')
  })
  it('is refused where the authority refused, and where the file is none or was cut', () => {
    expect(readTimeStamp(fixture('refused.tsr'), 'x')).toMatchObject({
      ok: false,
      problem: { kind: 'no-time-stamp', what: expect.stringContaining('the authority refused') },
    })
    const whole = fixture('digest.tsr')
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('%PDF-1.7'),
      Uint8Array.from([0x30, 0x80]),
      Uint8Array.from([...whole, 0]),
      Uint8Array.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    ])
      expect(readTimeStamp(bytes, 'x').ok).toBe(false)
    for (let length = 0; length < whole.length; length += 7) expect(readTimeStamp(whole.slice(0, length), 'x').ok).toBe(false)
  })
})

describe('the signature of a time stamp', () => {
  const SIGNED = ['digest.tsr', 'rsa.tsr', 'p256.tsr', 'p384.tsr', 'p521.tsr']
  const changedAt = (bytes: Uint8Array, place: number): Uint8Array => bytes.map((byte, at) => (at === place ? byte ^ 1 : byte))
  /** Where the last of some bytes stand. */
  const placeOf = (bytes: Uint8Array, sought: Uint8Array | string): number => Buffer.from(bytes).lastIndexOf(Buffer.from(sought))

  it.each(SIGNED)('holds, made with openssl: %s', async (name) => {
    expect(await checkSignature(fixture(name))).toEqual({ kind: 'holds', words: 'signed by the key of the certificate that it carries' })
  })
  it.each(['text.tsr', 'list-512.tst', 'p256-without.tsr'])('is not checked where the certificate is not carried: %s', async (name) => {
    expect(await checkSignature(fixture(name))).toEqual({
      kind: 'unchecked',
      words: 'signed, but that was not checked here: it does not carry the certificate of who signed it',
    })
  })
  it.each(SIGNED)('does not hold where a byte of what is stamped was changed: %s', async (name) => {
    const bytes = fixture(name)
    const changed = changedAt(bytes, placeOf(bytes, Buffer.from(HEAD, 'hex')))
    expect(readTimeStamp(changed, name).ok).toBe(true)
    expect(await checkSignature(changed)).toEqual({ kind: 'broken', words: 'the stamp was changed after it was signed' })
  })
  it.each(SIGNED)('does not hold where a byte of it was changed: %s', async (name) => {
    const bytes = fixture(name)
    expect(await checkSignature(changedAt(bytes, bytes.length - 1))).toEqual({
      kind: 'broken',
      words: 'the key of the certificate that it carries did not make it',
    })
  })
  it('does not hold where a byte of what is signed was changed', async () => {
    const bytes = fixture('p256.tsr')
    // 1.2.840.113549.1.9.5, the time at which it was signed; its value follows.
    const signingTime = placeOf(bytes, Buffer.from('2a864886f70d010905', 'hex'))
    expect(await checkSignature(changedAt(bytes, signingTime + 16))).toMatchObject({ kind: 'broken' })
  })
  it('holds for a certificate that is for time stamps, at a time when it is valid, and not without a signature', async () => {
    expect((await checkSignature(await signedStamp(HEAD))).kind).toBe('holds')
    expect(await checkSignature(await signedStamp(HEAD, { purpose: '1.3.6.1.5.5.7.3.4' }))).toEqual({
      kind: 'broken',
      words: 'the certificate that it carries is not one for time stamps',
    })
    expect(await checkSignature(await signedStamp(HEAD, { at: new Date(Date.UTC(2040, 0, 1)) }))).toEqual({
      kind: 'broken',
      words: 'the certificate that it carries was not valid at that time',
    })
    expect(await checkSignature(await signedStamp(HEAD, { unsigned: true }))).toEqual({ kind: 'broken', words: 'nobody signed it' })
  })
  it('is not checked where there are no means for it', async () => {
    const { crypto } = globalThis
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: {} })
    try {
      expect(await checkSignature(fixture('rsa.tsr'))).toMatchObject({
        kind: 'unchecked',
        words: expect.stringContaining('this browser has no means for it'),
      })
    } finally {
      Object.defineProperty(globalThis, 'crypto', { configurable: true, value: crypto })
    }
  })
  it('of any damage holds only where nothing that is said or signs was touched, and reading and checking never throw', async () => {
    const whole = fixture('p256.tsr')
    const said = readTimeStamp(whole, 'x')
    const found: string[] = []
    const believed: unknown[] = []
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = whole.map((byte, place) => (place === at ? byte ^ 0x55 : byte))
      const stamp = readTimeStamp(bytes, 'x')
      const { kind } = await checkSignature(bytes)
      found.push(stamp.ok ? kind : 'refused')
      if (stamp.ok && kind === 'holds') believed.push(stamp)
    }
    for (const stamp of believed) expect(stamp).toEqual(said)
    expect([...new Set(found)].sort()).toEqual(['broken', 'holds', 'refused', 'unchecked'])
  })
})

describe('a bundle with time stamps', () => {
  /** The bundle of a library in which a stamp of its head at that time was added. */
  const stamped = async (imprint: (parts: BundleParts) => string): Promise<BundleParts> => {
    const { parts } = dossierWorld()
    const stamp = addedStampSchema.parse({
      name: 'from my authority.tsr',
      data: btoa(String.fromCharCode(...(await signedStamp(imprint(parts))))),
      by: 'Researcher',
      at: timestampOf(0),
    })
    const analyses = parts.snapshot.records.analyses.map((analysis) => ({ ...analysis, timeStamps: [stamp] }))
    const custody = [...parts.custody, ...aCustodyLog(putAll({ analyses }), parts.custody.at(-1) ?? null)]
    const head = custodyHeadOf(custody)
    if (head === null) throw new Error('the log is empty')
    return { ...parts, custody, snapshot: { ...parts.snapshot, custody: head, records: { ...parts.snapshot.records, analyses } } }
  }
  const checks = async (files: Map<string, Uint8Array>) => verifyBundle(filesOf(files), openFake(files))
  const failed = async (files: Map<string, Uint8Array>) => (await checks(files)).filter(({ ok }) => !ok).map(({ name }) => name)
  const headStamped = (): Promise<BundleParts> => stamped((parts) => parts.custody.at(-1)?.hash ?? '')

  it('holds them under a number, names what they cover, and says by what they are signed', async () => {
    const ofHead = await headStamped()
    const files = await bundleInMemory(ofHead)
    expect(stampFiles(ofHead.snapshot.records.analyses[0]?.timeStamps ?? []).map(({ path }) => path)).toEqual(['timestamps/TS-01.tsr'])
    expect(await failed(files)).toEqual([])
    expect((await checks(files)).find(({ name }) => name === 'stamps')).toMatchObject({
      ok: true,
      what: expect.stringMatching(
        /TS-01\.tsr: .* covers the custody log up to entry \d+ of \d+ .*It is signed by the key of the certificate that it carries\. Whether the authority .* is for you to judge/,
      ),
    })
    expect(brokenBagRules(files)).toEqual([])
    const payload = new Set([...files.keys()].filter((path) => path.startsWith('data/')).map((path) => path.slice(5)))
    expect(await brokenCrateRules(new TextDecoder().decode(files.get('data/ro-crate-metadata.json')), payload)).toEqual([])
  })
  it('is refused where a stamp covers nothing of it, or was exchanged', async () => {
    expect(await failed(await bundleInMemory(await stamped(() => sha256OfText('something else'))))).toEqual(['stamps'])
    const ofHead = await headStamped()
    const files = await bundleInMemory(ofHead)
    files.set('data/timestamps/TS-01.tsr', await signedStamp(ofHead.custody[0]?.hash ?? ''))
    remakeManifests(files)
    expect(await failed(files)).toEqual(['composition'])
  })
  it('may be stamped as a whole, by a file beside its packing lists', async () => {
    const files = await bundleInMemory(dossierWorld().parts)
    const list = sha256OfText(new TextDecoder().decode(files.get('tagmanifest-sha256.txt')))
    files.set('whole.tsr', await signedStamp(list))
    expect(await failed(files)).toEqual([])
    expect((await checks(files)).find(({ name }) => name === 'stamps')?.what).toContain(
      'whole.tsr: An authority, 2026-11-27 13:40 UTC (policy 1.2.3, serial 01) covers tagmanifest-sha256.txt',
    )
    files.set('whole.tsr', await signedStamp(sha256OfText('another')))
    expect(await failed(files)).toEqual(['stamps'])
  })
  it('is refused where the signature of one does not hold, and not where it could not be checked', async () => {
    const files = await bundleInMemory(dossierWorld().parts)
    const list = sha256OfText(new TextDecoder().decode(files.get('tagmanifest-sha256.txt')))
    const stamp = await signedStamp(list)
    files.set(
      'whole.tsr',
      stamp.map((byte, at) => (at === stamp.length - 1 ? byte ^ 1 : byte)),
    )
    expect(await failed(files)).toEqual(['stamps'])
    expect((await checks(files)).find(({ name }) => name === 'stamps')?.what).toBe(
      'whole.tsr (An authority, 2026-11-27 13:40 UTC (policy 1.2.3, serial 01)): its signature does not hold: the key of the certificate that it carries did not make it.',
    )
    // An earlier moment: 13:40:04 for 13:40:05.
    const second = Buffer.from(stamp).indexOf('20261127134005Z') + 13
    files.set(
      'whole.tsr',
      stamp.map((byte, at) => (at === second ? byte - 1 : byte)),
    )
    expect((await checks(files)).find(({ name }) => name === 'stamps')).toMatchObject({
      ok: false,
      what: expect.stringContaining('the stamp was changed after it was signed'),
    })
    files.set('whole.tsr', await signedStamp(list, { carried: false }))
    expect(await failed(files)).toEqual([])
    expect((await checks(files)).find(({ name }) => name === 'stamps')?.what).toContain(
      'It is signed, but that was not checked here: it does not carry the certificate of who signed it.',
    )
    files.set('whole.tsr', new Uint8Array(MOST_STAMP_BYTES + 1))
    expect(await failed(files)).toEqual(['stamps'])
  })
})
