import { annotationSchema } from '@shared/annotations/annotation'
import { pdfRect, quadOfRect } from '@shared/units/geometry'
import { describe, expect, test } from 'vitest'
import type { PageShape } from './page-geometry'
import { layOutPages } from './page-layout'
import { nearestPlace, placesOfHits, placesOfMarks } from './places'

const shapes: readonly PageShape[] = Array.from({ length: 4 }, () => ({ box: [0, 0, 600, 800], rotation: 0, userUnit: 1 }))
const layout = layOutPages(shapes, 1)
/** A mark on a page, its upper edge so far down the page (0 to 1). */
const mark = (name: string, page: number, down: number) => ({
  links: [],
  annotation: annotationSchema.parse({
    id: `annotation_${name}`,
    documentId: 'a'.repeat(64),
    kind: 'highlight',
    comment: '',
    tags: [],
    exemptionCodes: [],
    author: 'A',
    createdAt: '2026-01-01T00:00:00.000Z',
    confirmed: null,
    segments: [
      {
        documentId: 'a'.repeat(64),
        pageIndex: page,
        label: null,
        stamp: null,
        pageBox: [0, 0, 600, 800],
        rotation: 0,
        quads: [quadOfRect(pdfRect(100, 800 * (1 - down) - 10, 300, 800 * (1 - down)))],
        ranges: [{ start: 0, end: 5 }],
        quote: name,
        prefix: '',
        suffix: '',
        textOrigin: 'embedded',
        extractor: { name: 'pdf.js', version: '6' },
        state: 'exact',
      },
    ],
  }),
})

describe('the strip beside the pages', () => {
  test('has each mark as far down as it stands in the document, and those that would cover each other once', () => {
    const places = placesOfMarks([mark('a', 0, 0), mark('b', 2, 0.5), mark('c', 2, 0.5001)], shapes, layout)
    expect(places.map(({ share, is }) => [Math.round(share * 100), is])).toEqual([
      [1, 'unlinked'],
      [62, 'unlinked'],
    ])
  })
  test('has hits as far down their page as they stand in its text', () => {
    const [first, last] = placesOfHits(
      [
        { page: 1, start: 500 },
        { page: 3, start: 1000 },
      ],
      () => 1000,
      layout,
    )
    expect([first?.share, last?.share].map((share) => Math.round((share ?? 0) * 100))).toEqual([38, 99])
  })
  test('leads to the nearest place, a little above it, and never before its page', () => {
    const places = placesOfMarks([mark('a', 0, 0.02), mark('b', 3, 0.5)], shapes, layout)
    expect(nearestPlace(places, 0.1)?.to).toEqual({ page: 0, fraction: 0 })
    expect(nearestPlace(places, 0.9)?.to).toMatchObject({ page: 3, fraction: 0.4 })
    expect(nearestPlace([], 0.5)).toBeNull()
  })
})
