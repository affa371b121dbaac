import { Inflate } from 'fflate'
import { type Outcome, messageOf, ok, problem, trouble } from '../errors/outcome'
import { FLAG, LENGTH, METHOD, SIGNATURE, WIDE_32, WIDE_FIELD } from './zip-format'

/** Where a zip lies: a file on a disk, or a Blob. Only what is asked for is read. */
export type ZipSource = { readonly size: number; read(offset: number, length: number): Promise<Uint8Array> }

export type ZipEntry = {
  readonly path: string
  readonly method: 'stored' | 'deflated'
  /** Length in bytes as the zip states it, and how much of the zip it takes. */
  readonly bytes: number
  readonly packed: number
  /** Where its local header begins. */
  readonly at: number
}

/** A zip that can't be read; the message says why. */
class ZipDamaged extends Error {}

const PIECE = 4 * 1024 * 1024
/** Packed bytes that are unpacked at a step: deflate makes at most 1,032 of one, so this bounds the memory of a step. */
const STEP = 16 * 1024
/** The list of a zip's files that is still read, in bytes: more than any bundle has. */
const MOST_LIST = 64 * 1024 * 1024

/** Does something with a zip; what is wrong with it comes back as trouble: `zip-damaged`. */
export async function withZip<Value>(name: string, work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return ok(await work())
  } catch (thrown) {
    if (!(thrown instanceof ZipDamaged || thrown instanceof RangeError)) throw thrown
    return trouble(problem('zip-damaged', `${name} is not a zip that can be read (${messageOf(thrown)}).`, 'Ask for the bundle again, or unpack it and use its folder.'))
  }
}

/** The files of a zip, from the list at its end; folders are left out. Call within `withZip`. */
export async function zipEntries(source: ZipSource): Promise<readonly ZipEntry[]> {
  const { count, start, length } = await listPlace(source)
  if (length > MOST_LIST || start + length > source.size) throw new ZipDamaged('its list of files is no list')
  const bytes = await source.read(start, length)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: ZipEntry[] = []
  const paths = new Set<string>()
  let at = 0
  for (let n = 0; n < count; n += 1) {
    if (view.getUint32(at, true) !== SIGNATURE.central) throw new ZipDamaged('its list of files breaks off')
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const path = new TextDecoder().decode(bytes.subarray(at + LENGTH.central, at + LENGTH.central + name))
    const sizes = sizesOf(view, at, at + LENGTH.central + name, extra)
    at += LENGTH.central + name + extra + comment
    if (path.endsWith('/')) continue
    if ((flags & FLAG.encrypted) !== 0) throw new ZipDamaged(`${path} in it is locked with a password`)
    if (method !== METHOD.stored && method !== METHOD.deflated) throw new ZipDamaged(`${path} in it is packed in a way that is not known here`)
    // Two files of one path would let one reader see what another does not.
    if (paths.has(path)) throw new ZipDamaged(`${path} stands in it twice`)
    paths.add(path)
    entries.push({ path, method: method === METHOD.stored ? 'stored' : 'deflated', ...sizes })
  }
  return entries
}

/** Where the packed bytes of a file begin. Call within `withZip`. */
export async function dataPlace(source: ZipSource, { at, path, packed }: ZipEntry): Promise<number> {
  const header = await source.read(at, LENGTH.local)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (view.getUint32(0, true) !== SIGNATURE.local) throw new ZipDamaged(`${path} is not where its list says`)
  const start = at + LENGTH.local + view.getUint16(26, true) + view.getUint16(28, true)
  if (start + packed > source.size) throw new ZipDamaged(`${path} breaks off`)
  return start
}

/** The bytes of a file, in pieces. It may not give more than the zip states of it. Call within `withZip`. */
export async function* zipContent(source: ZipSource, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const start = await dataPlace(source, entry)
  if (entry.method === 'stored') {
    if (entry.packed !== entry.bytes) throw new ZipDamaged(`${entry.path} does not have the length that is stated`)
    for (let at = 0; at < entry.packed; at += PIECE) yield new Uint8Array(await source.read(start + at, Math.min(PIECE, entry.packed - at)))
    return
  }
  let given = 0
  const ready: Uint8Array<ArrayBuffer>[] = []
  const inflate = new Inflate((piece) => ready.push(new Uint8Array(piece)))
  for (let at = 0; at < entry.packed; at += PIECE) {
    const packed = await source.read(start + at, Math.min(PIECE, entry.packed - at))
    for (let step = 0; step < packed.length; step += STEP) {
      inflated(inflate, packed.slice(step, step + STEP), at + step + STEP >= entry.packed, entry.path)
      for (const piece of ready.splice(0)) {
        given += piece.length
        if (given > entry.bytes) throw new ZipDamaged(`${entry.path} is longer than is stated`)
        yield piece
      }
    }
  }
  if (given !== entry.bytes) throw new ZipDamaged(`${entry.path} does not have the length that is stated`)
}

/** The library throws errors of its own for damaged data. */
function inflated(inflate: Inflate, piece: Uint8Array, last: boolean, path: string): void {
  try {
    inflate.push(piece, last)
  } catch (thrown) {
    throw new ZipDamaged(`${path} cannot be unpacked: ${messageOf(thrown)}`)
  }
}

/** Where the list of files stands: said at the end of the zip, before a comment. */
async function listPlace(source: ZipSource): Promise<{ readonly count: number; readonly start: number; readonly length: number }> {
  const reach = Math.min(source.size, LENGTH.end + 0xffff + LENGTH.wideEndPlace)
  const bytes = await source.read(source.size - reach, reach)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = reach - LENGTH.end; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== SIGNATURE.end) continue
    const place = at - LENGTH.wideEndPlace
    if (place >= 0 && view.getUint32(place, true) === SIGNATURE.wideEndPlace) return widePlace(source, Number(view.getBigUint64(place + 8, true)))
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true), length: view.getUint32(at + 12, true) }
  }
  throw new ZipDamaged('the list of its files is missing')
}

async function widePlace(source: ZipSource, at: number): Promise<{ readonly count: number; readonly start: number; readonly length: number }> {
  if (!(at + LENGTH.wideEnd <= source.size)) throw new ZipDamaged('the list of its files is not where it should be')
  const bytes = await source.read(at, LENGTH.wideEnd)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== SIGNATURE.wideEnd) throw new ZipDamaged('the list of its files is not where it should be')
  return { count: Number(view.getBigUint64(32, true)), start: Number(view.getBigUint64(48, true)), length: Number(view.getBigUint64(40, true)) }
}

/** Sizes and place of a file, from its zip64 field where they are kept there. */
function sizesOf(view: DataView, entry: number, extra: number, extraLength: number): Pick<ZipEntry, 'bytes' | 'packed' | 'at'> {
  const narrow = { bytes: view.getUint32(entry + 24, true), packed: view.getUint32(entry + 20, true), at: view.getUint32(entry + 42, true) }
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== WIDE_FIELD) continue
    let place = field + 4
    const next = (value: number): number => {
      if (value !== WIDE_32) return value
      place += 8
      return Number(view.getBigUint64(place - 8, true))
    }
    return { bytes: next(narrow.bytes), packed: next(narrow.packed), at: next(narrow.at) }
  }
  return narrow
}
