import { describe, expect, it } from 'vitest'
import { pdfRect, quadOfRect } from '../units/geometry'
import { marksInPicture } from './picture-marks'

const area = pdfRect(100, 200, 300, 300)
const quads = [quadOfRect(pdfRect(120, 280, 180, 290))]

describe('the lines of a passage in its picture', () => {
  it.each([
    [0, { left: 0.1, top: 0.1, width: 0.3, height: 0.1 }],
    [90, { left: 0.8, top: 0.1, width: 0.1, height: 0.3 }],
    [180, { left: 0.6, top: 0.8, width: 0.3, height: 0.1 }],
    [270, { left: 0.1, top: 0.6, width: 0.1, height: 0.3 }],
  ] as const)('are turned with a page that is turned by %d degrees', (rotation, mark) => {
    expect(marksInPicture({ quads, rotation }, area)).toEqual([mark])
  })
  it('stay inside the picture', () => {
    expect(marksInPicture({ quads: [quadOfRect(pdfRect(0, 0, 900, 900))], rotation: 0 }, area)).toEqual([{ left: 0, top: 0, width: 1, height: 1 }])
  })
})
