import { describe, expect, it } from 'vitest'
import type { PageText, TextRun } from '@shared/documents/page'
import { offsetBeside } from './caret-lines'
import { type CaretStep, moveCaret, stepOfKey } from './caret-steps'
import { paragraphStarts } from './paragraphs'
import { boxesOfRuns } from './text-hit'

const pages = ['The first line\nand the second', 'Page two 😀.']
const move = (page: number, offset: number, ...steps: readonly CaretStep[]): readonly [number, number] => {
  const end = steps.reduce((place, step) => moveCaret(place, step, pages.length, (at) => ({ text: pages[at] ?? '', runs: [] })), {
    page,
    offset,
  })
  return [end.page, end.offset]
}

describe('the caret', () => {
  it('goes by characters, never into the middle of one', () => {
    expect(move(0, 0, 'on', 'on', 'back')).toEqual([0, 1])
    expect(move(1, 9, 'on')).toEqual([1, 11])
    expect(move(1, 11, 'back')).toEqual([1, 9])
  })
  it('goes by words, over white space and line breaks', () => {
    expect(move(0, 0, 'word-on', 'word-on', 'word-on', 'word-on')).toEqual([0, 18])
    expect(move(0, 18, 'word-back', 'word-back')).toEqual([0, 10])
  })
  it('goes by words past the signs between them', () => {
    const walk = (offset: number, step: CaretStep): number =>
      moveCaret({ page: 0, offset }, step, 1, () => ({ text: 'iii. “Excluded” use', runs: [] })).offset
    expect([walk(0, 'word-on'), walk(3, 'word-on'), walk(4, 'word-on'), walk(6, 'word-on')]).toEqual([3, 4, 6, 14])
    expect(walk(4, 'word-back')).toBe(0)
  })
  it('goes by lines and to their ends', () => {
    expect(move(0, 4, 'down')).toEqual([0, 19])
    expect(move(0, 4, 'down', 'up', 'line-end')).toEqual([0, 14])
    expect(move(0, 20, 'line-start')).toEqual([0, 15])
  })
  it('crosses pages and stays at the ends of the document', () => {
    expect(move(0, pages[0]?.length ?? 0, 'on')).toEqual([1, 0])
    expect(move(1, 0, 'back')).toEqual([0, pages[0]?.length])
    expect(move(0, 0, 'back')).toEqual([0, 0])
    expect(move(1, 12, 'down')).toEqual([1, 12])
  })
})

const run = (over: Partial<Record<6 | 7, number>>): TextRun => [0, 5, 0, 0, 50, 10, over[6] ?? 0, over[7] === 1 ? 1 : 0]
const key = (name: string, ctrlKey = false): { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean } => ({
  key: name,
  ctrlKey,
  metaKey: false,
})

describe('the arrow keys', () => {
  it('go where the eye expects it, whichever way the line is written', () => {
    expect(stepOfKey(key('ArrowLeft'), run({}))).toBe('back')
    expect(stepOfKey(key('ArrowLeft'), run({ 7: 1 }))).toBe('on')
    expect(stepOfKey(key('ArrowRight', true), run({ 7: 1 }))).toBe('word-back')
    expect(stepOfKey(key('ArrowDown'), run({ 6: -90 }))).toBe('on')
    expect(stepOfKey(key('ArrowLeft'), run({ 6: -90 }))).toBe('down')
  })
  it('go by paragraph with Ctrl, and to the ends of line and document', () => {
    expect(stepOfKey(key('ArrowDown', true), run({}))).toBe('paragraph-on')
    expect(stepOfKey(key('Home'), undefined)).toBe('line-start')
    expect(stepOfKey(key('End', true), undefined)).toBe('document-end')
    expect(stepOfKey(key('PageDown'), undefined)).toBe('page-on')
    expect(stepOfKey(key('x'), undefined)).toBeNull()
  })
})

/** Lines of equal print at heights from the bottom, one run each. */
function pageOf(lines: readonly { readonly words: string; readonly x?: number; readonly y: number; readonly size?: number }[]): PageText {
  let text = ''
  const runs = lines.map(({ words, x = 72, y, size = 10 }): TextRun => {
    const start = text.length
    text += `${words}\n`
    return [start, start + words.length, x, y, words.length * 5, size, 0, 0]
  })
  return { text, runs }
}

describe('paragraphs', () => {
  const page = pageOf([
    { words: 'HEADING', y: 700, size: 14 },
    { words: 'first one', y: 680 },
    { words: 'goes on', y: 668 },
    { words: 'after a gap', y: 640 },
    { words: 'goes on too', y: 628 },
    { words: 'is indented', y: 616, x: 90 },
    { words: 'new column', y: 680, x: 320 },
  ])
  it('begin after a gap, at an indent, with other print and in a new column', () => {
    expect(paragraphStarts(page).map((start) => page.text.slice(start, start + 5))).toEqual(['HEADI', 'first', 'after', 'is in', 'new c'])
  })
  it('are walked by the caret, and over the page', () => {
    const steps = (offset: number, step: CaretStep) => moveCaret({ page: 0, offset }, step, 2, (at) => (at === 0 ? page : pageOf([])))
    expect(steps(9, 'paragraph-on').offset).toBe(page.text.indexOf('after'))
    expect(steps(page.text.indexOf('after') + 2, 'paragraph-back').offset).toBe(page.text.indexOf('after'))
    expect(steps(page.text.trimEnd().length, 'paragraph-on').page).toBe(1)
  })
})

describe('the line above and below', () => {
  const page = pageOf([
    { words: 'left column one', y: 700 },
    { words: 'left column two', y: 688 },
    { words: 'right column one', y: 699, x: 320 },
  ])
  const shape = { box: [0, 0, 612, 792], rotation: 0, userUnit: 1 } as const
  const boxes = boxesOfRuns(page.runs, shape)
  it('stays in its column', () => {
    const offset = offsetBeside(page, boxes, shape, { x: 72, top: 84, bottom: 94 }, 1)
    expect(offset).toBe(page.text.indexOf('left column two'))
    expect(offsetBeside(page, boxes, shape, { x: 72, top: 96, bottom: 106 }, -1)).toBe(0)
  })
  it('is none beyond the last line', () => {
    expect(offsetBeside(page, boxes, shape, { x: 72, top: 96, bottom: 110 }, 1)).toBeNull()
  })
})
