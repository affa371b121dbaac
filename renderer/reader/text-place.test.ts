import type { PageText } from '@shared/documents/page'
import { describe, expect, it } from 'vitest'
import { lineAt, passageBetween, rangesOnPage, wholeWords, wordAt } from './text-place'

describe('a passage', () => {
  it('runs from the earlier place to the later, whichever way it was dragged', () => {
    const [a, b] = [
      { page: 3, offset: 10 },
      { page: 2, offset: 400 },
    ]
    expect(passageBetween(a, b)).toEqual({ from: b, to: a })
    expect(passageBetween(b, a)).toEqual({ from: b, to: a })
    expect(passageBetween(a, { ...a })).toBeNull()
  })

  it('takes the end of the first page, all of the pages between, and the beginning of the last', () => {
    const passage = { from: { page: 1, offset: 6 }, to: { page: 3, offset: 5 } }
    expect(rangesOnPage(passage, 1, { text: 'hello world', runs: [] })).toEqual([{ start: 6, end: 11 }])
    expect(rangesOnPage(passage, 2, { text: 'middle', runs: [] })).toEqual([{ start: 0, end: 6 }])
    expect(rangesOnPage(passage, 3, { text: 'hello world', runs: [] })).toEqual([{ start: 0, end: 5 }])
    expect(rangesOnPage(passage, 4, { text: 'hello', runs: [] })).toEqual([])
  })

  it('leaves white space at its ends out, and pages where only white space is selected', () => {
    const passage = { from: { page: 0, offset: 3 }, to: { page: 1, offset: 2 } }
    expect(rangesOnPage(passage, 0, { text: 'abc \n def \n', runs: [] })).toEqual([{ start: 6, end: 9 }])
    expect(rangesOnPage(passage, 1, { text: ' \nxyz', runs: [] })).toEqual([])
  })
})

describe('a passage over a page break', () => {
  const passage = { from: { page: 0, offset: 0 }, to: { page: 1, offset: 14 } }
  const rangesOf = (page: number, text: string, runs: PageText['runs']) => rangesOnPage(passage, page, { text, runs })

  it('leaves out the page number that is drawn before the text, at the foot of the last page', () => {
    const runs = [
      [0, 1, 300, 40, 5, 10, 0, 0],
      [2, 20, 72, 700, 200, 10, 0, 0],
    ] as const
    expect(rangesOf(1, '3\nWhen unsure whether', runs)).toEqual([{ start: 2, end: 13 }])
  })

  it('leaves out the running head that is drawn after the text of the first page', () => {
    const runs = [
      [0, 14, 72, 100, 200, 10, 0, 0],
      [15, 23, 72, 750, 60, 10, 0, 0],
    ] as const
    expect(rangesOf(0, 'the last words\nGUIDANCE', runs)).toEqual([{ start: 0, end: 14 }])
  })

  it('leaves it out on a slanted page, where it stands no lower than the words on paper', () => {
    // Climbing by six degrees: the number stands 40 points below the line, and far to the right.
    const runs = [
      [0, 1, 540, 97, 5, 10, 6, 0],
      [2, 20, 72, 88, 200, 10, 6, 0],
    ] as const
    expect(rangesOf(1, '3\nWhen unsure whether', runs)).toEqual([{ start: 2, end: 13 }])
  })

  it('keeps the first column when the passage ends in the second', () => {
    const text = 'column one top\ncolumn one foot\ncolumn two'
    const runs = [
      [0, 14, 72, 700, 200, 10, 0, 0],
      [15, 30, 72, 100, 200, 10, 0, 0],
      [31, 41, 320, 700, 200, 10, 0, 0],
    ] as const
    expect(rangesOnPage({ ...passage, to: { page: 1, offset: 41 } }, 1, { text, runs })).toEqual([{ start: 0, end: 41 }])
  })
})

describe('running heads and feet in a passage over a page break', () => {
  it('are no part of it, wherever the page draws them', () => {
    const passage = { from: { page: 0, offset: 0 }, to: { page: 1, offset: 3 } }
    expect(rangesOnPage(passage, 0, { text: 'one HEAD two', runs: [] }, [{ start: 4, end: 8 }])).toEqual([
      { start: 0, end: 3 },
      { start: 9, end: 12 },
    ])
    expect(
      rangesOnPage({ ...passage, to: { page: 0, offset: 12 } }, 0, { text: 'one HEAD two', runs: [] }, [{ start: 4, end: 8 }]),
    ).toEqual([{ start: 0, end: 12 }])
  })
})

describe('the word and the line under the pointer', () => {
  const text = 'The infor-\nmation “obtained” by ICE’s\nAnträge auf'
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end)

  it('joins a word over a line-end hyphen', () => {
    expect(cut(wordAt(text, 5))).toBe('infor-\nmation')
    expect(cut(wordAt(text, 13))).toBe('infor-\nmation')
  })

  it('leaves quotation marks out and keeps apostrophes and letters of any script', () => {
    expect(cut(wordAt(text, 20))).toBe('obtained')
    expect(cut(wordAt(text, text.indexOf('ICE')))).toBe('ICE’s')
    expect(cut(wordAt(text, text.indexOf('Antr') + 2))).toBe('Anträge')
  })

  it('takes the word before when the pointer stands just after it', () => {
    expect(cut(wordAt(text, 3))).toBe('The')
    expect(cut(wordAt(text, text.length))).toBe('auf')
  })

  it('finds the whole line', () => {
    expect(cut(lineAt(text, 14))).toBe('mation “obtained” by ICE’s')
    expect(cut(lineAt(text, 0))).toBe('The infor-')
  })
})

describe('a passage that was dragged', () => {
  const widened = (text: string, from: number, to: number): string => {
    const passage = wholeWords({ from: { page: 0, offset: from }, to: { page: 0, offset: to } }, () => text)
    return text.slice(passage.from.offset, passage.to.offset)
  }

  it('takes the words whole that it cuts', () => {
    expect(widened('must certify the existence', 7, 18)).toBe('certify the existence')
    expect(widened('the infor-\nmation desk', 0, 6)).toBe('the infor-\nmation')
  })

  it('leaves ends between words, and in scripts without spaces, where they are', () => {
    expect(widened('under (b)(6), (b)(7)(E)', 6, 12)).toBe('(b)(6)')
    expect(widened('政府は情報を公開する', 3, 5)).toBe('情報')
  })
})
