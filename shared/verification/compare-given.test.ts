import { describe, expect, it } from 'vitest'
import { sha256OfText } from '../units/hashes'
import { bundleInMemory, dossierWorld, filesOf } from '../testing/dossier-world'
import { hashFiles } from './check-bag'
import { compareGiven, identityOf } from './compare-given'

const { parts, custody } = dossierWorld()
const files = filesOf(await bundleInMemory(parts))
const hashes = await hashFiles(files)
const identity = await identityOf(files, hashes)
const head = custody.at(-1)?.hash ?? ''

describe('a hash that was given another way', () => {
  it.each([head, head.toUpperCase(), ` ${head}\n`, `Custody head: ${head}`, `SHA-256 ${head.match(/.{8}/g)?.join(' ')}`])(
    'is the head, however it is written: %j',
    (given) => {
      expect(compareGiven(given, identity)).toMatchObject({ kind: 'same', words: expect.stringContaining('head of the custody log') })
    },
  )
  it('is an earlier head, and says up to where it vouches', () => {
    expect(compareGiven(custody[2]?.hash ?? '', identity)).toMatchObject({
      kind: 'earlier',
      words: expect.stringContaining(`entry 3 of ${custody.length}`),
    })
  })
  it('is that of a packing list', () => {
    expect(compareGiven(hashes.get('manifest-sha256.txt') ?? '', identity)).toMatchObject({
      kind: 'same',
      words: expect.stringContaining('manifest-sha256.txt'),
    })
  })
  it('is another, or none at all', () => {
    expect(compareGiven(sha256OfText('other'), identity).kind).toBe('other')
    expect(compareGiven('abc', identity).kind).toBe('no-hash')
    expect(compareGiven(' ', identity).kind).toBe('nothing')
  })
  it('says nothing of a log whose chain is broken', async () => {
    const broken = filesOf(new Map([['data/custody.jsonl', new TextEncoder().encode('{}\n')]]))
    expect(compareGiven(head, await identityOf(broken, await hashFiles(broken)))).toMatchObject({
      kind: 'other',
      words: expect.stringContaining('broken'),
    })
    const [first, ...rest] = custody
    const without = filesOf(
      new Map([
        ['data/custody.jsonl', new TextEncoder().encode([first, ...rest.slice(1)].map((entry) => `${JSON.stringify(entry)}\n`).join(''))],
      ]),
    )
    expect(compareGiven(head, await identityOf(without, await hashFiles(without)))).toMatchObject({
      kind: 'other',
      words: expect.stringContaining('broken'),
    })
  })
})
