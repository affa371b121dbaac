/** The CRC-32 of ZIP and PNG (polynomial 0xEDB88320, ISO 3309), eight bytes at a step. */

/** What each byte gives, from what it gives with one byte less after it. */
const tableAfter = (before: Uint32Array | null): Uint32Array =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = before === null ? byte : of(before, byte)
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
    return crc
  })
const of = (table: Uint32Array, at: number): number => table[at] ?? 0

const T0 = tableAfter(null)
const T1 = tableAfter(T0)
const T2 = tableAfter(T1)
const T3 = tableAfter(T2)
const T4 = tableAfter(T3)
const T5 = tableAfter(T4)
const T6 = tableAfter(T5)
const T7 = tableAfter(T6)

/**
 * Goes on with a checksum.
 * @param crc that of what came before; 0 at the start
 */
export function crc32(crc: number, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 8)
  let value = ~crc
  let at = 0
  for (; at < whole; at += 8) {
    const low = view.getUint32(at, true) ^ value
    const high = view.getUint32(at + 4, true)
    value = of(T7, low & 0xff) ^ of(T6, (low >>> 8) & 0xff) ^ of(T5, (low >>> 16) & 0xff) ^ of(T4, low >>> 24) ^ of(T3, high & 0xff) ^ of(T2, (high >>> 8) & 0xff) ^ of(T1, (high >>> 16) & 0xff) ^ of(T0, high >>> 24)
  }
  for (; at < bytes.length; at += 1) value = of(T0, (value ^ view.getUint8(at)) & 0xff) ^ (value >>> 8)
  return ~value >>> 0
}
