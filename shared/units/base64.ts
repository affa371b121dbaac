/** Bytes in base 64 (RFC 4648, 4). Newer browsers do it themselves, many times as fast; for others they are taken in pieces that a call can hold. */
export function bytesToBase64(bytes: Uint8Array): string {
  const own: unknown = Reflect.get(bytes, 'toBase64')
  if (typeof own === 'function') return String(own.call(bytes))
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
