import type { TextRun } from '@shared/documents/page'
import { describe, expect, it } from 'vitest'
import { boxesOfRuns, leftEdgeOfRuns, nearestRun, offsetInRun } from './text-hit'

const shape = { box: [0, 0, 600, 800] as const, rotation: 0 as const, userUnit: 1 }
/** Two columns of three lines; the last line of the first column is short. */
const runs: readonly TextRun[] = [
  [0, 10, 50, 700, 200, 10, 0, 0],
  [11, 20, 50, 685, 200, 10, 0, 0],
  [21, 25, 50, 670, 40, 10, 0, 0],
  [26, 36, 320, 700, 200, 10, 0, 0],
  [37, 47, 320, 685, 200, 10, 0, 0],
]

describe('the text nearest to the pointer', () => {
  const boxes = boxesOfRuns(runs, shape)

  it('is the line at whose height the pointer is, past its end', () => {
    expect(nearestRun(boxes, { x: 280, y: 800 - 703 })?.run[0]).toBe(0)
    expect(nearestRun(boxes, { x: 200, y: 800 - 672 })?.run[0]).toBe(21)
  })

  it('changes column where the pointer is nearer to the other', () => {
    expect(nearestRun(boxes, { x: 310, y: 800 - 688 })?.run[0]).toBe(37)
  })

  it('is the last line for a pointer below the text', () => {
    expect(nearestRun(boxes, { x: 60, y: 700 })?.run[0]).toBe(21)
  })

  it('is nothing on a page without text', () => {
    expect(nearestRun([], { x: 1, y: 1 })).toBeNull()
  })

  it('follows turned pages and turned text', () => {
    const [turnedPage] = boxesOfRuns([[0, 4, 100, 100, 50, 10, 0, 0]], { ...shape, rotation: 90 })
    expect(turnedPage?.bottom).toBeCloseTo(150)
    const [turnedText] = boxesOfRuns([[0, 4, 100, 100, 50, 10, 90, 0]], shape)
    expect(turnedText?.top).toBeCloseTo(650)
  })

  it('begins at the left where the leftmost box does, however page and text are turned', () => {
    const all: readonly TextRun[] = [...runs, [48, 52, 40, 600, 50, 10, 30, 0], [53, 57, 300, 500, 90, 12, 180, 0]]
    for (const rotation of [0, 90, 180, 270] as const) {
      const page = { ...shape, rotation }
      expect(leftEdgeOfRuns(all, page)).toBeCloseTo(Math.min(...boxesOfRuns(all, page).map(({ left }) => left)))
    }
    expect(leftEdgeOfRuns([], shape)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is found to the character, from either end of the line and in either direction', () => {
    const text = 'mmmmmmmmmm'
    const run: TextRun = [0, 10, 100, 100, 100, 10, 0, 0]
    expect(offsetInRun(text, run, shape, { x: 134, y: 700 })).toBe(3)
    expect(offsetInRun(text, run, shape, { x: 0, y: 700 })).toBe(0)
    expect(offsetInRun(text, run, shape, { x: 500, y: 700 })).toBe(10)
    const rightToLeft: TextRun = [0, 10, 100, 100, 100, 10, 0, 1]
    expect(offsetInRun(text, rightToLeft, shape, { x: 134, y: 700 })).toBe(7)
  })
})
