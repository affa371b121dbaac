import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { timestampOf } from '../units/time'
import { withZip, type ZipEntry, zipEntries, type ZipSource } from './read-zip'
import { zipWriter } from './write-zip'

const AT = timestampOf(Date.UTC(2026, 10, 22))
const sourceOf = (bytes: Uint8Array): ZipSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
})
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += new TextDecoder().decode(piece)
  return text
}
async function packed(files: Readonly<Record<string, string>>, method: ZipEntry['method']): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const zip = zipWriter(AT, async (piece) => void pieces.push(piece))
  for (const [path, text] of Object.entries(files)) {
    const bytes = strToU8(text)
    await zip.begin(path, method, bytes.length)
    await zip.push(bytes)
  }
  await zip.end()
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]))
}
const contentsOf = async (source: ZipSource) =>
  Object.fromEntries(
    await Promise.all((await zipEntries(source)).map(async (entry) => [entry.path, await whole(entry.content())] as const)),
  )

const TWO = { 'a.txt': 'one', 'b.txt': 'two' }
const deflated = await packed(TWO, 'deflated')
const stored = await packed(TWO, 'stored')

describe('a zip', () => {
  it.each(['stored', 'deflated'] as const)('is read as it was written (%s)', async (method) => {
    const files = { 'a.txt': 'one', 'b/é.txt': 'two '.repeat(50_000), empty: '' }
    expect(await contentsOf(sourceOf(await packed(files, method)))).toEqual(files)
  })
  it('is the same bytes wherever the clock stands and however the pieces fall', async () => {
    const zone = process.env['TZ']
    const bytes = await packed({ 'a.txt': 'words '.repeat(100_000) }, 'deflated')
    const pieces: Uint8Array[] = []
    try {
      process.env['TZ'] = 'Pacific/Kiritimati'
      const zip = zipWriter(AT, async (piece) => void pieces.push(piece))
      await zip.begin('a.txt', 'deflated', 600_000)
      for (let at = 0; at < 1000; at += 1) await zip.push(strToU8('words '.repeat(100)))
      await zip.end()
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    expect(Uint8Array.from(pieces.flatMap((piece) => [...piece]))).toEqual(bytes)
  })
  it('ends with what its taker threw', async () => {
    const zip = zipWriter(AT, () => Promise.reject(new Error('the disk is full')))
    const writing = async (): Promise<void> => {
      await zip.begin('a.txt', 'stored', 1_000_000)
      for (;;) await zip.push(new Uint8Array(100_000))
    }
    await expect(writing()).rejects.toThrow('the disk is full')
  })
  it('of another program is read, with its comment, and without its folders', async () => {
    const source = sourceOf(
      zipSync({ 'a/': new Uint8Array(), 'a/b.txt': [strToU8('words '.repeat(1000)), { level: 9 }] }, { comment: 'a comment' }),
    )
    expect(await contentsOf(source)).toEqual({ 'a/b.txt': 'words '.repeat(1000) })
  })
  it('beyond 4 GiB keeps its sizes and places, and no more of it in memory than a piece', { timeout: 300_000 }, async () => {
    const zeros = new Uint8Array(4 * 1024 * 1024)
    const pieces = 1025
    /** What is not the zeros of the large file, by its place in the zip. */
    const kept: { readonly at: number; readonly bytes: Uint8Array }[] = []
    let size = 0
    const zip = zipWriter(AT, async (piece) => {
      if (Buffer.compare(piece, zeros.subarray(0, piece.length)) !== 0) kept.push({ at: size, bytes: piece })
      size += piece.length
    })
    await zip.begin('large.pdf', 'stored', pieces * zeros.length)
    for (let n = 0; n < pieces; n += 1) await zip.push(zeros)
    await zip.begin('after.txt', 'deflated', 14)
    await zip.push(strToU8('words after it'))
    await zip.end()
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
    expect(large).toMatchObject({ path: 'large.pdf', bytes: pieces * zeros.length, packed: pieces * zeros.length })
    expect(await large?.place()).toBeLessThan(100)
    expect(await after?.place()).toBeGreaterThan(2 ** 32)
    expect(after && (await whole(after.content()))).toBe('words after it')
    const beginning = large?.content()
    expect((await beginning?.next())?.value).toEqual(new Uint8Array(64 * 1024))
    await beginning?.return(undefined)
  })

  it.each<readonly [string, Uint8Array, string]>([
    ['is cut off', deflated.slice(0, -30), 'list of its files'],
    [
      'has a list that points elsewhere',
      deflated.map((byte, at) => (at === deflated.length - 6 ? byte ^ 0x40 : byte)),
      'is not a zip that can be read',
    ],
    ['is none', strToU8('%PDF-1.7 and so on, which is no zip'), 'it has no list of its files'],
    ['is empty', new Uint8Array(), 'it is no zip'],
    ['names a path twice', replaced(stored, 'b.txt', 'a.txt'), 'a.txt stands in it twice'],
    ['is locked with a password', changed(stored, LISTED, 8, 0x01), 'a.txt in it is locked with a password'],
    ['is packed in another way', changed(stored, LISTED, 10, 12), 'a.txt in it is packed in a way that is not known here'],
    ['states another length of what is stored', changed(stored, LISTED, 24, 9), 'a.txt does not have the length that is stated'],
    ['lists a file where none lies', moved(stored, 5), 'b.txt is not where its list says'],
    ['lists two files in one place', moved(stored, 0), 'b.txt can be read in two ways'],
    ['lists a file that lies within another', nested(), 'b.txt lies over another file in it'],
    ['states two lengths of one file', changed(deflated, LISTED, 24, 2), 'a.txt can be read in two ways'],
    ['states a shorter length than there is', lying(2), 'a.txt does not have the length that is stated'],
    ['states a longer length than there is', lying(4), 'is not a zip that can be read (a.txt '],
    ['reaches beyond its end', changed(deflated, LISTED, 23, 0x7f), 'a.txt breaks off'],
    ['holds other bytes than it states', replaced(stored, 'one', 'two'), 'a.txt does not have the checksum that is stated'],
  ])('that %s is refused', async (_, bytes, why) => {
    const read = await withZip('b.zip', async () => {
      for (const entry of await zipEntries(sourceOf(bytes))) {
        await entry.place()
        await whole(entry.content())
      }
    })
    expect(read).toMatchObject({ ok: false, problem: { kind: 'zip-damaged', what: expect.stringContaining(why) } })
  })
  it('whose file gives more than the list states is refused before it has filled the memory', async () => {
    const bytes = lying(200, ' '.repeat(30_000_000))
    let given = 0
    const read = await withZip('b.zip', async () => {
      for (const entry of await zipEntries(sourceOf(bytes))) for await (const piece of entry.content()) given += piece.length
    })
    expect(read).toMatchObject({ ok: false, problem: { kind: 'zip-damaged' } })
    expect(given).toBeLessThanOrEqual(200)
  })
  it('of any damage is read or refused, and nothing else', { timeout: 60_000 }, async () => {
    const found: boolean[] = []
    for (let at = 0; at < deflated.length; at += 1) {
      const source = sourceOf(deflated.map((byte, place) => (place === at ? byte ^ 0x55 : byte)))
      found.push((await withZip('b.zip', () => contentsOf(source))).ok)
    }
    expect(new Set(found)).toEqual(new Set([true, false]))
  })
  it('that cannot be read from its disk is not called damaged', async () => {
    const source: ZipSource = { size: deflated.length, read: () => Promise.reject(new Error('the disk is gone')) }
    await expect(withZip('b.zip', () => zipEntries(source))).rejects.toThrow('the disk is gone')
  })
})

/** How the first file in a zip's list begins (APPNOTE.TXT 4.3.12). */
const LISTED = 'PK\u0001\u0002'

/** Writes another byte at a place after the first words of that kind. */
function changed(bytes: Uint8Array, after: string, place: number, byte: number): Uint8Array {
  const at = Buffer.from(bytes).indexOf(after, 0, 'latin1') + place
  return bytes.map((was, each) => (each === at ? byte : was))
}

/** A zip of another program whose only file states another length than it has, wherever it states it. */
function lying(length: number, text = 'one'): Uint8Array {
  const bytes = zipSync({ 'a.txt': strToU8(text) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  view.setUint32(22, length, true)
  view.setUint32(Buffer.from(bytes).indexOf(LISTED, 0, 'latin1') + 24, length, true)
  return bytes
}

/** The second file is listed at another place. */
function moved(bytes: Uint8Array, place: number): Uint8Array {
  const second = Buffer.from(bytes).lastIndexOf(LISTED, undefined, 'latin1')
  return bytes.map((was, each) => (each >= second + 42 && each < second + 46 ? (each === second + 42 ? place : 0) : was))
}

/** A file stored in a zip is itself a file of a zip, and the list names both. */
function nested(): Uint8Array {
  const partsOf = (path: string, content: Uint8Array) => {
    const bytes = zipSync({ [path]: content }, { level: 0 })
    const [list, end] = [LISTED, 'PK\u0005\u0006'].map((words) => Buffer.from(bytes).lastIndexOf(words, undefined, 'latin1'))
    return { file: bytes.slice(0, list), listed: bytes.slice(list, end), end: bytes.slice(end) }
  }
  const inner = partsOf('b.txt', strToU8('two'))
  const outer = partsOf('a.bin', inner.file)
  const view = new DataView(outer.end.buffer)
  for (const place of [8, 10]) view.setUint16(place, 2, true)
  view.setUint32(12, outer.listed.length + inner.listed.length, true)
  new DataView(inner.listed.buffer).setUint32(42, outer.file.length - inner.file.length, true)
  return Uint8Array.from([...outer.file, ...outer.listed, ...inner.listed, ...outer.end])
}

/** Writes other letters in place of some, wherever they stand. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = [...bytes].map((byte) => String.fromCharCode(byte)).join('')
  return Uint8Array.from([...text.replaceAll(from, to)].map((char) => char.charCodeAt(0)))
}
