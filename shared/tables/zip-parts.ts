import { Inflate } from 'fflate'
import { TableTrouble, unpacksTooFar } from './table-trouble'

/** One file within a zip, as the directory at its end names it. */
export type ZipPart = { readonly name: string; readonly method: number; readonly encrypted: boolean; readonly compressed: number; readonly at: number }

/** What may still be unpacked, in bytes; shared by all parts of a file. */
export type UnpackBudget = { left: number; readonly most: number }

/** Compressed bytes that are unpacked at a time: deflate makes at most 1,032 of one, so this bounds the memory of one step. */
const STEP = 16 * 1024
const NONE = 0xffff_ffff
const notAZip = (): TableTrouble => new TableTrouble('It is no whole XLSX file: the list of its parts is missing or damaged')

/** The parts of a zip by name (APPNOTE.TXT of PKWARE, 4.3). Sizes that a zip states of its parts are not believed. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const { count, start } = directoryOf(view)
    const parts = new Map<string, ZipPart>()
    let at = start
    for (let n = 0; n < count; n += 1) {
      if (view.getUint32(at, true) !== 0x0201_4b50) throw notAZip()
      const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength)
      parts.set(name.replace(/^\/+/, ''), { name, method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1, ...sizes })
      at += 46 + nameLength + extraLength + commentLength
    }
    return parts
  } catch (thrown) {
    // A directory that points out of the file.
    if (thrown instanceof RangeError) throw notAZip()
    throw thrown
  }
}

/** The directory at the end of a zip: where it begins and how many parts it names. */
function directoryOf(view: DataView): { readonly count: number; readonly start: number } {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== 0x0605_4b50) continue
    const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
    if (count !== 0xffff && start !== NONE) return { count, start }
    const wide = view.getUint32(at - 20, true) === 0x0706_4b50 ? Number(view.getBigUint64(at - 12, true)) : Number.NaN
    if (!(wide >= 0) || view.getUint32(wide, true) !== 0x0606_4b50) throw notAZip()
    return { count: Number(view.getBigUint64(wide + 32, true)), start: Number(view.getBigUint64(wide + 48, true)) }
  }
  throw notAZip()
}

/** Packed size and place of a part, from its extra field where they are kept there (zip64). */
function wideSizes(view: DataView, entry: number, extra: number, extraLength: number): Pick<ZipPart, 'compressed' | 'at'> {
  let [compressed, at] = [view.getUint32(entry + 20, true), view.getUint32(entry + 42, true)]
  if (compressed !== NONE && at !== NONE) return { compressed, at }
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4 + (view.getUint32(entry + 24, true) === NONE ? 8 : 0)
    if (compressed === NONE) {
      compressed = Number(view.getBigUint64(value, true))
      value += 8
    }
    if (at === NONE) at = Number(view.getBigUint64(value, true))
  }
  return { compressed, at }
}

/** Unpacks a part a piece at a time, and stops as soon as it unpacks too far. */
export function unpackPart(bytes: Uint8Array, part: ZipPart, budget: UnpackBudget, take: (piece: Uint8Array) => void): void {
  if (part.encrypted) throw new TableTrouble('It is encrypted', 'Open it in a spreadsheet program with its password, save it without one, and import that file.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== 0x0403_4b50) throw notAZip()
  const start = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
  const packed = bytes.subarray(start, start + part.compressed)
  if (packed.length < part.compressed) throw notAZip()
  const spend = (piece: Uint8Array): void => {
    budget.left -= piece.length
    if (budget.left < 0) throw unpacksTooFar(budget.most)
    take(piece)
  }
  if (part.method === 0) return spend(packed)
  if (part.method !== 8) throw new TableTrouble(`A part of it (${part.name}) is packed in a way that Vouch does not read`)
  const inflate = new Inflate((piece) => spend(piece))
  try {
    for (let at = 0; at < packed.length; at += STEP) inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  } catch (thrown) {
    if (thrown instanceof TableTrouble) throw thrown
    throw new TableTrouble(`A part of it (${part.name}) is damaged and cannot be unpacked`)
  }
}
