import { type PageRotation, pdfRect, quad, quadOfRect, viewRect } from '@shared/units/geometry'
import { describe, expect, it } from 'vitest'
import {
  outlineOfQuad,
  type PageShape,
  pathOfQuads,
  placeOfQuad,
  quadOnView,
  rectToPdf,
  shownSize,
  toPdf,
  toView,
  turned,
} from './page-geometry'

const ROTATIONS: readonly PageRotation[] = [0, 90, 180, 270]
/** A page whose crop box does not begin at the origin and whose user unit is not 1. */
const shape = (rotation: PageRotation, userUnit = 1): PageShape => ({ box: [20, 40, 320, 440], rotation, userUnit })

describe('the geometry of a shown page', () => {
  it.each([
    [0, { x: 0, y: 400 }],
    [90, { x: 0, y: 0 }],
    [180, { x: 300, y: 0 }],
    [270, { x: 400, y: 300 }],
  ] as const)('puts the lower left corner of the crop box where a page turned by %i degrees has it', (rotation, corner) => {
    expect(toView(shape(rotation), 1, 20, 40)).toEqual(corner)
  })

  it.each(ROTATIONS)('finds the same point again after going to the view and back (turned by %i)', (rotation) => {
    for (const userUnit of [1, 2.5]) {
      for (const scale of [0.25, 1, 3.3]) {
        const there = toView(shape(rotation, userUnit), scale, 123.5, 99.25)
        const back = toPdf(shape(rotation, userUnit), scale, there)
        expect(back.x).toBeCloseTo(123.5)
        expect(back.y).toBeCloseTo(99.25)
      }
    }
  })

  it('swaps width and height of a page turned by a quarter, and counts the user unit and the zoom', () => {
    expect(shownSize(shape(0, 2), 1.5)).toEqual({ width: 900, height: 1200 })
    expect(shownSize(shape(90, 2), 1.5)).toEqual({ width: 1200, height: 900 })
  })

  it.each(ROTATIONS)('draws a quad inside the page, and a drawn box comes back as the same rectangle (turned by %i)', (rotation) => {
    const rect = pdfRect(50, 60, 150, 75)
    const onView = quadOnView(shape(rotation), 2, quadOfRect(rect))
    expect(onView.width * onView.height).toBeCloseTo(100 * 15 * 4)
    expect(rectToPdf(shape(rotation), 2, viewRect(onView.x, onView.y, onView.width, onView.height))).toEqual(rect)
  })

  it('adds the turn of the view to the rotation of the page', () => {
    expect(turned(shape(270), 180).rotation).toBe(90)
  })

  it('outlines a quad round its corners', () => {
    expect(pathOfQuads(shape(0), [quadOfRect(pdfRect(20, 430, 30, 440))])).toBe('M0.00 0.00L10.00 0.00L10.00 10.00L0.00 10.00Z')
  })

  /** A word of 30 by 10 points that climbs by the slope 3 : 4 from a point of the page. */
  const climbing = quad(100 - 6, 200 + 8, 124 - 6, 218 + 8, 100, 200, 124, 218)

  it('outlines a slanted word along its slant, with the same room on each side', () => {
    const points = [...outlineOfQuad(shape(0), climbing, 5).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    )
    const sides = points.map(([x, y], at) => Math.hypot(x - (points[(at + 1) % 4]?.[0] ?? 0), y - (points[(at + 1) % 4]?.[1] ?? 0)))
    for (const [at, side] of sides.entries()) expect(side).toBeCloseTo(at % 2 === 0 ? 40 : 20, 1)
    expect(outlineOfQuad(shape(0), quadOfRect(pdfRect(30, 420, 40, 430)), 2)).toBe('M8.00 8.00L22.00 8.00L22.00 22.00L8.00 22.00Z')
  })

  it.each([
    [0, -0.6435],
    [90, 0.9273],
  ] as const)('places an element on a slanted word, turned with the page (by %i)', (rotation, angle) => {
    const place = placeOfQuad(shape(rotation), 2, climbing)
    expect([place.width, place.height]).toEqual([60, 20])
    expect(Number.parseFloat(place.rotate)).toBeCloseTo(angle, 3)
  })
})
