import { describe, expect, it } from 'vitest'
import { layOutPages, PAGE_GAP, pageAt, pagesBetween, placeAt, scrollTopOf } from './page-layout'
import { percentOf, scaleFor, scaleOfPercent, stepped } from './zoom'

const pages = Array.from({ length: 1000 }, (_, index) => ({
  box: [0, 0, 600, index % 2 === 0 ? 800 : 400] as const,
  rotation: 0 as const,
  userUnit: 1,
}))

describe('the column of pages', () => {
  const layout = layOutPages(pages, 1)

  it('is as high as its pages and the gaps between them', () => {
    expect(layout.height).toBe(500 * 800 + 500 * 400 + 1001 * PAGE_GAP)
    expect(layout.width).toBe(600)
  })

  it('gives every page the view to itself where pages are shown one at a time', () => {
    const single = layOutPages(pages, 1, 1000)
    expect(single.height).toBe(1000 * 1000)
    expect(single.tops[2]).toBe(2100)
    expect([pageAt(single, 1999), pageAt(single, 2000), pageAt(single, 2950)]).toEqual([1, 2, 2])
    expect(scrollTopOf(single, { page: 2, fraction: 0 })).toBe(2000)
    expect(placeAt(single, 2000).page).toBe(2)
    expect(layOutPages(pages, 3, 1000).slots[1]).toBe(2400 + 2 * PAGE_GAP)
  })

  it('finds the page at any height', () => {
    expect(pageAt(layout, -50)).toBe(0)
    expect(pageAt(layout, 800)).toBe(0)
    expect(pageAt(layout, 800 + 2 * PAGE_GAP)).toBe(1)
    expect(pageAt(layout, layout.height * 2)).toBe(999)
  })

  it('draws only the pages near the view', () => {
    const [first, last] = pagesBetween(layout, 100_000, 101_000, 500)
    expect(last - first).toBeLessThan(6)
  })

  it('keeps the place when the zoom changes', () => {
    const place = placeAt(layout, 123_456)
    const zoomed = layOutPages(pages, 2.5)
    const there = placeAt(zoomed, scrollTopOf(zoomed, place))
    expect(there.page).toBe(place.page)
    expect(there.fraction).toBeCloseTo(place.fraction)
  })
})

describe('zoom', () => {
  it('steps through round percentages, up and down', () => {
    expect(percentOf(stepped(scaleOfPercent(100), 1))).toBe(110)
    expect(percentOf(stepped(scaleOfPercent(104), -1))).toBe(100)
    expect(percentOf(stepped(scaleOfPercent(800), 1))).toBe(800)
  })

  it('fits the width, and the whole page', () => {
    const view = { width: 648, height: 448 }
    expect(scaleFor({ kind: 'fit-width' }, pages[0], view)).toBe(1)
    expect(scaleFor({ kind: 'fit-page' }, pages[0], view)).toBe(0.5)
  })
})
