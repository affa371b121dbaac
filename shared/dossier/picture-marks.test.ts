import { describe, expect, it } from 'vitest'
import { pdfRect, quad, quadOfRect } from '../units/geometry'
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
  it('climb in steps where they are slanted, without covering the lines beside them', () => {
    // 150 points long and 10 high, climbing by 15.
    const slanted = quad(120, 250, 270, 265, 121, 240, 271, 255)
    const steps = marksInPicture({ quads: [slanted], rotation: 0 }, area)
    expect(steps).toHaveLength(8)
    for (const { height } of steps) expect(height).toBeCloseTo(0.1, 3)
    expect(steps[0]?.left).toBeCloseTo(0.1025, 3)
    expect(steps[0]?.top).toBeCloseTo(0.49, 2)
    expect(steps.at(-1)?.top).toBeCloseTo(0.36, 2)
    for (const [at, step] of steps.slice(1).entries()) expect(step.left).toBeCloseTo((steps[at]?.left ?? 0) + (steps[at]?.width ?? 0), 3)
  })
  it('stay inside the picture', () => {
    expect(marksInPicture({ quads: [quadOfRect(pdfRect(0, 0, 900, 900))], rotation: 0 }, area)).toEqual([
      { left: 0, top: 0, width: 1, height: 1 },
    ])
  })
})
