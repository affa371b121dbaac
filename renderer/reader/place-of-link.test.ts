import { describe, expect, test } from 'vitest'
import type { PageShape } from './page-geometry'
import { placeOfLink } from './place-of-link'

const page = (rotation: PageShape['rotation']): PageShape => ({ box: [0, 0, 600, 800], rotation, userUnit: 1 })

describe('where a link leads', () => {
  test('to the height that it names, a little above', () => expect(placeOfLink({ page: 0, y: 406 }, [page(0)]).fraction).toBeCloseTo(0.485))
  test('to the upper edge where it names none, or one above the page', () => {
    expect(placeOfLink({ page: 0, y: null }, [page(0)])).toEqual({ page: 0, fraction: 0 })
    expect(placeOfLink({ page: 0, y: 5000 }, [page(0)]).fraction).toBe(0)
  })
  test('never past the page', () => expect(placeOfLink({ page: 0, y: -9000 }, [page(0)]).fraction).toBe(0.98))
  test('upside down on a page that stands on its head, and to the edge of one that lies on its side', () => {
    expect(placeOfLink({ page: 0, y: 406 }, [page(180)]).fraction).toBeCloseTo(0.5)
    expect(placeOfLink({ page: 0, y: 406 }, [page(90)]).fraction).toBe(0)
  })
})
