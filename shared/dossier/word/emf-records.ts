/** Records of an Enhanced Metafile ([MS-EMF]), as far as the charts of a dossier need them. All numbers are little-endian. */

type Bytes = readonly number[]

const u16 = (value: number): Bytes => [value & 0xff, (value >> 8) & 0xff]
const u32 = (value: number): Bytes => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >> 24) & 0xff]
const f32 = (value: number): Bytes => [...new Uint8Array(new Float32Array([value]).buffer)]
const utf16 = (text: string): Bytes => Array.from({ length: text.length }, (_, at) => u16(text.charCodeAt(at))).flat()
const padded = (bytes: Bytes): Bytes => [...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)]
const zeros = (count: number): Bytes => Array.from({ length: count }, () => 0)

const record = (type: number, ...content: readonly Bytes[]): Bytes => {
  const bytes = content.flat()
  return [...u32(type), ...u32(bytes.length + 8), ...bytes]
}
/** `#1f5a78` as a COLORREF. */
const colour = (hex: string): Bytes => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
  0,
]

export const TRANSPARENT = record(18, u32(1))
export const textColour = (hex: string): Bytes => record(24, colour(hex))
/** Where words stand to their point: on their base line, before or after it. */
export const textAlign = (end: boolean): Bytes => record(22, u32(24 + (end ? 2 : 0)))
/** Makes a pen, a brush or a font the one that is drawn with. */
export const select = (handle: number): Bytes => record(37, u32(handle))
/** Stock objects that draw nothing. */
export const [NO_PEN, NO_BRUSH] = [0x8000_0008, 0x8000_0005]
/** Lets go of a pen, a brush or a font. */
export const remove = (handle: number): Bytes => record(40, u32(handle))
/**
 * A solid pen.
 * @param width in device units
 */
export const pen = (handle: number, hex: string, width: number): Bytes => record(38, u32(handle), u32(0), u32(width), u32(0), colour(hex))
export const brush = (handle: number, hex: string): Bytes => record(39, u32(handle), u32(0), colour(hex), u32(0))
/**
 * A font of normal weight.
 * @param height of its letters, in device units
 */
export const font = (handle: number, height: number, face: string): Bytes =>
  record(
    82,
    u32(handle),
    u32(-height),
    u32(0),
    u32(0),
    u32(0),
    u32(400),
    zeros(8),
    utf16(face),
    zeros(64 - face.length * 2),
    zeros(320 - 92),
  )
/** A rectangle, drawn with the pen and filled with the brush. Device units. */
export const rectangle = (left: number, top: number, right: number, bottom: number): Bytes =>
  record(43, u32(left), u32(top), u32(right), u32(bottom))
export const ellipse = (left: number, top: number, right: number, bottom: number): Bytes =>
  record(42, u32(left), u32(top), u32(right), u32(bottom))
export const moveTo = (x: number, y: number): Bytes => record(27, u32(x), u32(y))
export const lineTo = (x: number, y: number): Bytes => record(54, u32(x), u32(y))
export const polygon = (points: readonly (readonly [number, number])[]): Bytes =>
  record(
    86,
    zeros(16),
    u32(points.length),
    points.flatMap(([x, y]) => [...u16(x), ...u16(y)]),
  )

const TEXT_HEAD = 76
/** @param advances of each sign */
export const words = (x: number, y: number, text: string, advances: readonly number[]): Bytes => {
  const string = padded(utf16(text))
  return record(
    84,
    zeros(16),
    u32(1),
    f32(1),
    f32(1),
    u32(x),
    u32(y),
    u32(text.length),
    u32(TEXT_HEAD),
    u32(0),
    zeros(16),
    u32(TEXT_HEAD + string.length),
    string,
    advances.flatMap(u32),
  )
}

/** A whole metafile. Device units are `scale` to a CSS pixel, of which 96 are an inch. */
export function metafile(width: number, height: number, scale: number, handles: number, records: readonly Bytes[]): Uint8Array {
  const body = [...records.flat(), ...record(14, u32(0), u32(0), u32(20))]
  const length = 88 + body.length
  const hundredths = (pixels: number): number => Math.round((pixels * 2540) / 96)
  const header = record(
    1,
    zeros(8),
    u32(width * scale),
    u32(height * scale),
    zeros(8),
    u32(hundredths(width)),
    u32(hundredths(height)),
    u32(0x464d_4520),
    u32(0x1_0000),
    u32(length),
    u32(records.length + 2),
    u16(handles),
    u16(0),
    u32(0),
    u32(0),
    u32(0),
    u32(960 * scale),
    u32(960 * scale),
    u32(254),
    u32(254),
  )
  return Uint8Array.from([...header, ...body])
}
