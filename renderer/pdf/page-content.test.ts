import { describe, expect, test } from 'vitest'
import { contentOf, type OperatorCodes, paintedOn } from './page-content'

const [SAVE, RESTORE, TRANSFORM, FORM, FORM_END, PATH, IMAGE, TEXT, COLOUR] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const codes: OperatorCodes = {
  save: SAVE,
  restore: RESTORE,
  transform: TRANSFORM,
  paintFormXObjectBegin: FORM,
  paintFormXObjectEnd: FORM_END,
  constructPath: PATH,
  images: new Set([IMAGE]),
  ink: new Set([PATH, IMAGE, TEXT]),
}
type Step = readonly [code: number, args?: unknown]
const letter = [0, 0, 612, 792] as const
const painted = (...steps: readonly Step[]) =>
  paintedOn({ fnArray: steps.map(([code]) => code), argsArray: steps.map(([, args]) => args ?? null) }, codes, letter)
const wholePage: Step = [TRANSFORM, [612, 0, 0, 792, 0, 0]]
const twentyLetters = 'abcde fghij klmno pqrst'

describe('what a page paints', () => {
  test('an image in the unit square of a scaled coordinate system covers the page', () => {
    expect(painted([SAVE], wholePage, [IMAGE], [RESTORE])).toEqual({ images: 1, covered: 1, paths: 0 })
  })
  test('an image that was left out shows as a coordinate system that nothing was painted into', () => {
    expect(painted([SAVE], wholePage, [COLOUR], [RESTORE])).toEqual({ images: 1, covered: 1, paths: 0 })
  })
  test('a coordinate system that text was painted into is no image', () => {
    expect(painted([SAVE], wholePage, [TEXT], [RESTORE]).images).toBe(0)
  })
  test('moving the origin and going back is no image', () => {
    expect(painted([SAVE], [TRANSFORM, [1, 0, 0, 1, 72, 720]], [RESTORE]).images).toBe(0)
  })
  test('strips of a scan add up', () => {
    const strip = (y: number): readonly Step[] => [[SAVE], [TRANSFORM, [612, 0, 0, 396, 0, y]], [IMAGE], [RESTORE]]
    expect(painted(...strip(0), ...strip(396)).covered).toBe(1)
  })
  test('coordinate systems nest, also through forms, and turned images count by their bounds', () => {
    const small = painted(
      [SAVE],
      [TRANSFORM, [0.5, 0, 0, 0.5, 0, 0]],
      [FORM, [[0, 792, -612, 0, 612, 0], null]],
      [IMAGE],
      [FORM_END],
      [RESTORE],
    )
    expect(small.covered).toBeCloseTo(0.25)
    expect(small.images).toBe(1)
  })
  test('what lies outside the page does not count', () => {
    expect(painted([SAVE], [TRANSFORM, [612, 0, 0, 792, 612, 0]], [IMAGE], [RESTORE]).covered).toBe(0)
  })
})

describe('the kind of a page', () => {
  const scan = { images: 1, covered: 0.98, paths: 0 }
  const logo = { images: 1, covered: 0.02, paths: 4 }
  const nothing = { images: 0, covered: 0, paths: 0 }
  test.each([
    ['text that nobody looked behind', twentyLetters, null, 'text'],
    ['text with a logo', twentyLetters, logo, 'text'],
    ['a scan with a text layer', twentyLetters, scan, 'both'],
    ['a scan', '', scan, 'image'],
    ['a scan with a page number for text', '12', scan, 'image'],
    ['a small image alone', '', logo, 'image'],
    ['a chart drawn with lines, without text', '', { images: 0, covered: 0, paths: 40 }, 'image'],
    ['a blank page', ' \n ', nothing, 'empty'],
    ['a page number alone', '12', nothing, 'empty'],
    ['white space does not make text', ' a\n'.repeat(19), nothing, 'empty'],
  ] as const)('%s', (_, text, seen, kind) => {
    expect(contentOf(text, seen)).toBe(kind)
  })
})
