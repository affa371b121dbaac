import { describe, expect, it } from 'vitest'
import { type CaretStep, moveCaret } from './caret-steps'

const pages = ['The first line\nand the second', 'Page two 😀.']
const move = (page: number, offset: number, ...steps: readonly CaretStep[]): readonly [number, number] => {
  const end = steps.reduce((place, step) => moveCaret(place, step, pages.length, (at) => pages[at] ?? ''), { page, offset })
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
