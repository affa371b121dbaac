import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { timestampOf } from '../units/time'
import { crc32 } from './crc32'
import { withZip, type ZipEntry, zipContent, zipEntries, type ZipSource } from './read-zip'
import { zipWriter } from './write-zip'

const AT = timestampOf(Date.UTC(2026, 10, 22))
const sourceOf = (bytes: Uint8Array): ZipSource => ({ size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) })
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += new TextDecoder().decode(piece)
  return text
}
function packed(files: Readonly<Record<string, string>>, method: ZipEntry['method']): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = zipWriter(AT, (piece) => void pieces.push(piece))
  for (const [path, text] of Object.entries(files)) {
    zip.begin(path, method)
    zip.push(strToU8(text))
  }
  zip.end()
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]))
}

describe('the checksum of a zip', () => {
  it('is that of the standard, in one piece or in several', () => {
    const text = strToU8('123456789 and some more words, to fill a step')
    expect(crc32(0, strToU8('123456789'))).toBe(0xcbf43926)
    expect(crc32(crc32(0, text.subarray(0, 13)), text.subarray(13))).toBe(crc32(0, text))
    expect(crc32(0, new Uint8Array())).toBe(0)
  })
})

describe('a zip', () => {
  it.each(['stored', 'deflated'] as const)('is read as it was written (%s)', async (method) => {
    const files = { 'a.txt': 'one', 'b/é.txt': 'two '.repeat(50_000), empty: '' }
    const source = sourceOf(packed(files, method))
    const entries = await zipEntries(source)
    expect(Object.fromEntries(await Promise.all(entries.map(async (entry) => [entry.path, await whole(zipContent(source, entry))] as const)))).toEqual(files)
  })
  it('of another program is read, with its comment, and without its folders', async () => {
    const source = sourceOf(zipSync({ 'a/': new Uint8Array(), 'a/b.txt': [strToU8('words '.repeat(1000)), { level: 9 }] }, { comment: 'a comment' }))
    const [entry, ...others] = await zipEntries(source)
    expect(others).toEqual([])
    expect(entry && (await whole(zipContent(source, entry)))).toBe('words '.repeat(1000))
  })
  it('beyond 4 GiB keeps its sizes and places, and no more of it in memory than a piece', async () => {
    const zeros = new Uint8Array(4 * 1024 * 1024)
    const pieces = 1025
    /** What is not the zeros of the large file, by its place in the zip. */
    const kept: { readonly at: number; readonly bytes: Uint8Array }[] = []
    let size = 0
    const zip = zipWriter(AT, (piece) => {
      if (piece !== zeros) kept.push({ at: size, bytes: piece })
      size += piece.length
    })
    zip.begin('large.pdf', 'stored')
    for (let n = 0; n < pieces; n += 1) zip.push(zeros)
    zip.begin('after.txt', 'deflated')
    zip.push(strToU8('words after it'))
    zip.end()
    const source: ZipSource = {
      size,
      async read(offset, length) {
        const bytes = new Uint8Array(length)
        for (const part of kept) {
          const from = Math.max(offset, part.at)
          const to = Math.min(offset + length, part.at + part.bytes.length)
          if (from < to) bytes.set(part.bytes.subarray(from - part.at, to - part.at), from - offset)
        }
        return bytes
      },
    }
    expect(kept.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(1000)
    const [large, after] = await zipEntries(source)
    expect(large).toMatchObject({ path: 'large.pdf', bytes: pieces * zeros.length, packed: pieces * zeros.length, at: 0 })
    expect(after?.at).toBeGreaterThan(2 ** 32)
    expect(after && (await whole(zipContent(source, after)))).toBe('words after it')
    const first = large === undefined ? undefined : await zipContent(source, large).next()
    expect(first?.value?.length).toBe(zeros.length)
  })
  it.each<readonly [string, (bytes: Uint8Array) => Uint8Array]>([
    ['is cut off', (bytes) => bytes.slice(0, -30)],
    ['has a list that points elsewhere', (bytes) => bytes.map((byte, at) => (at === bytes.length - 6 ? byte ^ 0x40 : byte))],
    ['is none', () => strToU8('%PDF-1.7 and so on, which is no zip')],
    ['is empty', () => new Uint8Array()],
    ['names a path twice', () => replaced(packed({ 'a.txt': 'one', 'b.txt': 'two' }, 'stored'), 'b.txt', 'a.txt')],
  ])('that %s is refused', async (_, change) => {
    const source = sourceOf(change(packed({ 'a.txt': 'one', 'b.txt': 'two' }, 'deflated')))
    const read = await withZip('b.zip', async () => Promise.all((await zipEntries(source)).map((entry) => whole(zipContent(source, entry)))))
    expect(read).toMatchObject({ ok: false, problem: { kind: 'zip-damaged' } })
  })
  it('whose file gives more than the list states is refused, before it has filled the memory', async () => {
    const bytes = packed({ 'a.txt': ' '.repeat(30_000_000) }, 'deflated')
    const entries = await zipEntries(sourceOf(bytes))
    const liar = entries.map((entry) => ({ ...entry, bytes: 1000 }))
    expect(await withZip('b.zip', async () => whole(zipContent(sourceOf(bytes), liar[0] ?? never())))).toMatchObject({ ok: false, problem: { kind: 'zip-damaged' } })
  })
})

/** Writes other letters in place of some, wherever they stand. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = [...bytes].map((byte) => String.fromCharCode(byte)).join('')
  return Uint8Array.from([...text.replaceAll(from, to)].map((char) => char.charCodeAt(0)))
}

function never(): never {
  throw new Error('the zip of the tests has no file')
}
