/** What a DER file can say here (X.690): only what time stamps need, and only in its one definite form. */
export type Der = {
  /** The identifier octet: class, constructed or not, tag number under 31. */
  readonly tag: number
  readonly content: Uint8Array
  readonly parts: readonly Der[]
}

/** A file that is not DER, or holds something else than is looked for. */
export class DerTrouble extends Error {}

export const TAG = { boolean: 0x01, integer: 0x02, octets: 0x04, oid: 0x06, time: 0x18, sequence: 0x30, set: 0x31 } as const
/** Tag of a context-specific part: `[0]`, constructed. */
export const context = (number: number): number => 0xa0 | number

const CONSTRUCTED = 0x20
/** Nothing that is read here lies deeper. */
const DEEPEST = 30

/** Reads one value, which has to fill the bytes. */
export function readDer(bytes: Uint8Array): Der {
  const { value, end } = valueAt(bytes, 0, 0)
  if (end !== bytes.length) throw new DerTrouble('something stands after its end')
  return value
}

function valueAt(bytes: Uint8Array, start: number, depth: number): { readonly value: Der; readonly end: number } {
  const [tag, first] = [bytes[start], bytes[start + 1]]
  if (tag === undefined || first === undefined || depth > DEEPEST) throw new DerTrouble('it breaks off')
  if ((tag & 0x1f) === 0x1f) throw new DerTrouble('it has a tag that is not known here')
  const more = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || more > 4) throw new DerTrouble('it is not written in DER')
  let length = more === 0 ? first : 0
  for (let at = 0; at < more; at += 1) length = length * 256 + (bytes[start + 2 + at] ?? 0)
  const from = start + 2 + more
  const end = from + length
  if (end > bytes.length) throw new DerTrouble('it breaks off')
  const content = bytes.subarray(from, end)
  const parts: Der[] = []
  if ((tag & CONSTRUCTED) !== 0) {
    for (let at = 0; at < content.length; ) {
      const inner = valueAt(content, at, depth + 1)
      parts.push(inner.value)
      at = inner.end
    }
  }
  return { value: { tag, content, parts }, end }
}

/** The part at a place, which must have the tag. */
export function partOf(der: Der, at: number, tag: number): Der {
  const part = der.parts[at]
  if (part === undefined || part.tag !== tag) throw new DerTrouble('its parts are not those of a time stamp')
  return part
}

export const partTagged = (der: Der, tag: number): Der | undefined => der.parts.find((part) => part.tag === tag)

/** `1.2.840.113549.1.7.2` */
export function oidOf({ tag, content }: Der): string {
  if (tag !== TAG.oid || content.length === 0) throw new DerTrouble('a name in it is no object identifier')
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if ((byte & 0x80) !== 0) continue
    numbers.push(value)
    value = 0
  }
  const [first = 0, ...others] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...others].join('.')
}
