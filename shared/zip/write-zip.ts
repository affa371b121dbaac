import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Deflate } from 'fflate'
import type { Timestamp } from '../units/time'
import { crc32 } from './crc32'
import { FLAG, LENGTH, METHOD, SIGNATURE, WIDE_16, WIDE_32, WIDE_FIELD } from './zip-format'

/**
 * Writes a zip as a stream: what is pushed comes out at once, so that nothing is kept but the list of files. Sizes follow each file;
 * those beyond 4 GiB, and places beyond it, are written as zip64 (APPNOTE.TXT 4.3.9, 4.5.3).
 */
export type ZipWriter = {
  /** Begins a file; the one before is ended. Paths are unique. */
  begin(path: string, method: 'stored' | 'deflated'): void
  push(bytes: Uint8Array): void
  /** Ends the last file and writes the list of all. */
  end(): void
}

type Open = { readonly name: Uint8Array; readonly method: number; readonly at: number; crc: number; bytes: number; packed: number; readonly deflate: Deflate | null }
type Listed = Omit<Open, 'deflate'>

/**
 * @param at the time stamped on every file, so that the same state gives the same bytes; zips state no zone, so it is UTC
 * @param take gets the pieces of the zip, in order; a stored piece is the very array that was pushed
 */
export function zipWriter(at: Timestamp, take: (piece: Uint8Array) => void): ZipWriter {
  const moment = dosMoment(new Date(at))
  const listed: Listed[] = []
  let written = 0
  let open: Open | null = null
  const put = (piece: Uint8Array): void => {
    if (piece.length === 0) return
    written += piece.length
    take(piece)
  }
  const close = (): void => {
    if (open === null) return
    open.deflate?.push(new Uint8Array(), true)
    put(descriptorOf(open))
    listed.push(open)
    open = null
  }
  return {
    begin(path, method) {
      close()
      const name = utf8ToBytes(path)
      const file: Open = { name, method: METHOD[method], at: written, crc: 0, bytes: 0, packed: 0, deflate: method === 'stored' ? null : new Deflate({ level: 6 }, (piece) => ((file.packed += piece.length), put(piece))) }
      open = file
      put(localHeader(file, moment))
    },
    push(bytes) {
      if (open === null) throw new Error('no file was begun')
      open.crc = crc32(open.crc, bytes)
      open.bytes += bytes.length
      if (open.deflate !== null) return void open.deflate.push(bytes)
      open.packed += bytes.length
      put(bytes)
    },
    end() {
      close()
      const start = written
      for (const file of listed) put(centralHeader(file, moment))
      put(endOf(listed.length, start, written - start))
    },
  }
}

const wide = (value: number): boolean => value >= WIDE_32
const FLAGS = FLAG.sizesFollow | FLAG.utf8
const PLAIN = 20
const WIDE = 45

/** Date and time as MS-DOS had them, in steps of two seconds. */
function dosMoment(moment: Date): number {
  const date = (Math.max(0, moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate()
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1)
  return ((date << 16) | time) >>> 0
}

function localHeader(file: Open, moment: number): Uint8Array {
  const bytes = new Uint8Array(LENGTH.local + file.name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, SIGNATURE.local, true)
  view.setUint16(4, PLAIN, true)
  view.setUint16(6, FLAGS, true)
  view.setUint16(8, file.method, true)
  view.setUint32(10, moment, true)
  view.setUint16(26, file.name.length, true)
  bytes.set(file.name, LENGTH.local)
  return bytes
}

function descriptorOf(file: Listed): Uint8Array {
  const large = wide(file.bytes) || wide(file.packed)
  const view = new DataView(new ArrayBuffer(large ? 24 : 16))
  view.setUint32(0, SIGNATURE.descriptor, true)
  view.setUint32(4, file.crc, true)
  if (large) {
    view.setBigUint64(8, BigInt(file.packed), true)
    view.setBigUint64(16, BigInt(file.bytes), true)
  } else {
    view.setUint32(8, file.packed, true)
    view.setUint32(12, file.bytes, true)
  }
  return new Uint8Array(view.buffer)
}

function centralHeader(file: Listed, moment: number): Uint8Array {
  const large = wide(file.bytes) || wide(file.packed)
  const far = wide(file.at)
  const extra = large || far ? 4 + (large ? 16 : 0) + (far ? 8 : 0) : 0
  const bytes = new Uint8Array(LENGTH.central + file.name.length + extra)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, SIGNATURE.central, true)
  view.setUint16(4, extra > 0 ? WIDE : PLAIN, true)
  view.setUint16(6, extra > 0 ? WIDE : PLAIN, true)
  view.setUint16(8, FLAGS, true)
  view.setUint16(10, file.method, true)
  view.setUint32(12, moment, true)
  view.setUint32(16, file.crc, true)
  view.setUint32(20, large ? WIDE_32 : file.packed, true)
  view.setUint32(24, large ? WIDE_32 : file.bytes, true)
  view.setUint16(28, file.name.length, true)
  view.setUint16(30, extra, true)
  view.setUint32(42, far ? WIDE_32 : file.at, true)
  bytes.set(file.name, LENGTH.central)
  if (extra > 0) {
    let place = LENGTH.central + file.name.length
    view.setUint16(place, WIDE_FIELD, true)
    view.setUint16(place + 2, extra - 4, true)
    place += 4
    for (const value of [...(large ? [file.bytes, file.packed] : []), ...(far ? [file.at] : [])]) {
      view.setBigUint64(place, BigInt(value), true)
      place += 8
    }
  }
  return bytes
}

function endOf(count: number, start: number, length: number): Uint8Array {
  const large = count >= WIDE_16 || wide(start) || wide(length)
  const before = large ? LENGTH.wideEnd + LENGTH.wideEndPlace : 0
  const view = new DataView(new ArrayBuffer(before + LENGTH.end))
  if (large) {
    view.setUint32(0, SIGNATURE.wideEnd, true)
    view.setBigUint64(4, BigInt(LENGTH.wideEnd - 12), true)
    view.setUint16(12, WIDE, true)
    view.setUint16(14, WIDE, true)
    view.setBigUint64(24, BigInt(count), true)
    view.setBigUint64(32, BigInt(count), true)
    view.setBigUint64(40, BigInt(length), true)
    view.setBigUint64(48, BigInt(start), true)
    view.setUint32(LENGTH.wideEnd, SIGNATURE.wideEndPlace, true)
    view.setBigUint64(LENGTH.wideEnd + 8, BigInt(start + length), true)
    view.setUint32(LENGTH.wideEnd + 16, 1, true)
  }
  view.setUint32(before, SIGNATURE.end, true)
  view.setUint16(before + 8, Math.min(count, WIDE_16), true)
  view.setUint16(before + 10, Math.min(count, WIDE_16), true)
  view.setUint32(before + 12, Math.min(length, WIDE_32), true)
  view.setUint32(before + 16, Math.min(start, WIDE_32), true)
  return new Uint8Array(view.buffer)
}
