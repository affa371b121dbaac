/**
 * Values between main process and page: JSON, with what JSON lacks written as `{ $t: kind, v: value }`, as the structured
 * clone would carry it. Runs here and, as text, in the page, so it may use nothing from outside.
 */
export function wire(toBase64, fromBase64) {
  const encode = (value) =>
    JSON.stringify(value, function replace(key, plain) {
      const member = this[key]
      if (member === undefined) return { $t: 'undefined' }
      if (member instanceof Date) return { $t: 'date', v: Number(member) }
      if (member instanceof ArrayBuffer) return { $t: 'buffer', v: toBase64(new Uint8Array(member)) }
      if (ArrayBuffer.isView(member))
        return { $t: 'bytes', v: toBase64(new Uint8Array(member.buffer, member.byteOffset, member.byteLength)) }
      if (typeof member === 'function' || typeof member === 'symbol') throw new Error('An object could not be cloned.')
      return plain
    })
  const revive = (value) => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(revive)
    if (value.$t === 'undefined') return undefined
    if (value.$t === 'date') return new Date(value.v)
    if (value.$t === 'buffer') return fromBase64(value.v).buffer
    if (value.$t === 'bytes') return fromBase64(value.v)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revive(member)]))
  }
  return { encode, decode: (text) => revive(JSON.parse(text)) }
}

export const { encode, decode } = wire(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
)
