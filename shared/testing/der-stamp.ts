const der = (tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => {
  const content = parts.flatMap((part) => [...part])
  const length = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
  return Uint8Array.from([tag, ...length, ...content])
}
const text = (words: string): readonly number[] => [...new TextEncoder().encode(words)]

/** The answer of an authority with a stamp (RFC 3161) and no signature: enough to be read. */
export function derStamp(sha256: string): Uint8Array {
  const imprint = Uint8Array.from(sha256.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16))
  const name = der(0x30, der(0x31, der(0x30, der(0x06, [0x55, 0x04, 0x03]), der(0x0c, text('An authority')))))
  const info = der(
    0x30,
    der(0x02, [1]),
    der(0x06, [0x2a, 0x03]),
    der(0x30, der(0x30, der(0x06, [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]), der(0x05)), der(0x04, imprint)),
    der(0x02, [1]),
    der(0x18, text('20261127134005Z')),
    der(0xa0, der(0xa4, name)),
  )
  const held = der(0x30, der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04]), der(0xa0, der(0x04, info)))
  const signed = der(0x30, der(0x02, [3]), der(0x31), held, der(0x31))
  return der(0x30, der(0x30, der(0x02, [0])), der(0x30, der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]), der(0xa0, signed)))
}
