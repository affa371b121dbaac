import { describe, expect, it } from 'vitest'
import { emfOf } from './emf'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" fill="#4c525a"><text x="10" y="20" text-anchor="end">A &amp; B</text><rect fill="#1f5a78" x="1.5" y="2" width="10" height="5"/><g><title>not drawn</title><circle fill="#1f5a78" cx="5" cy="5" r="4"/></g><path fill="#1f5a78" d="M10.0 2l5 9h-10z"/><line stroke="#a9a498" x1="0" x2="9" y1="1" y2="1"/></svg>'

/** The records of a metafile by their type, as a reader walks them. */
function recordsOf(bytes: Uint8Array): readonly { readonly type: number; readonly view: DataView }[] {
  const view = new DataView(bytes.buffer)
  const records: { type: number; view: DataView }[] = []
  for (let at = 0; at < bytes.length;) {
    const size = view.getUint32(at + 4, true)
    records.push({ type: view.getUint32(at, true), view: new DataView(bytes.buffer, at, size) })
    at += size
  }
  return records
}

describe('a chart as a metafile', () => {
  const bytes = emfOf(SVG, 100, 40)
  const records = recordsOf(bytes)
  it('says its own length and the number of its records', () => {
    const [header] = records
    expect([header?.type, header?.view.getUint32(40, true), header?.view.getUint32(48, true), header?.view.getUint32(52, true)]).toEqual([
      1,
      0x464d4520,
      bytes.length,
      records.length,
    ])
    expect(records.at(-1)?.type).toBe(14)
    expect(records.every(({ view }) => view.byteLength % 4 === 0)).toBe(true)
  })
  it('draws each shape at its place, and the words', () => {
    const rect = records.find(({ type }) => type === 43)
    expect([8, 12, 16, 20].map((at) => rect?.view.getInt32(at, true))).toEqual([30, 40, 230, 140])
    expect([42, 86, 54].map((wanted) => records.filter(({ type }) => type === wanted).length)).toEqual([1, 1, 1])
    const said = records.filter(({ type }) => type === 84)
    expect(said).toHaveLength(1)
    expect(Array.from({ length: 5 }, (_, at) => String.fromCharCode(said[0]?.view.getUint16(76 + at * 2, true) ?? 0)).join('')).toBe(
      'A & B',
    )
  })
  it('is the same bytes for the same chart', () => expect(emfOf(SVG, 100, 40)).toEqual(bytes))
})
