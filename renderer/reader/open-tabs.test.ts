import { type DocumentId, documentIdSchema } from '@shared/documents/document'
import { describe, expect, test } from 'vitest'
import { added, besideOf, closed, neighbourOf, NO_TABS, type OpenTabs, shown, swapped, without } from './open-tabs'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => documentIdSchema.parse(letter.repeat(64))) as [
  DocumentId,
  DocumentId,
  DocumentId,
  DocumentId,
]
const names = (tabs: OpenTabs): string =>
  tabs.open.map(({ id }) => (id === tabs.current ? id.charAt(0).toUpperCase() : id.charAt(0))).join('')
const three = added(added(shown(NO_TABS, a), c, null), b, null)

describe('the tabs of the reader', () => {
  test('a document opens in the current tab, a second one in a new tab after it', () => {
    expect(names(shown(NO_TABS, a))).toBe('A')
    expect(names(shown(shown(NO_TABS, a), b))).toBe('B')
    expect(names(three)).toBe('Abc')
  })

  test('a document that has a tab is shown there', () => expect(names(shown(three, c))).toBe('abC'))

  test('a new tab remembers where it is to be shown, until it was', () => {
    const tabs = added(shown(NO_TABS, a), b, 'mark=annotation_1')
    expect(tabs.open[1]?.at).toBe('mark=annotation_1')
    expect(shown(tabs, b).open[1]?.at).toBeNull()
  })

  test('closing shows the tab after it, else the one before', () => {
    expect(names(closed(shown(three, b), b))).toBe('aC')
    expect(names(closed(shown(three, c), c))).toBe('aB')
    expect(names(closed(three, c))).toBe('Ab')
    expect(closed(shown(NO_TABS, a), a)).toEqual(NO_TABS)
  })

  test('the document beside takes the place of the last tab', () => {
    const left = closed(besideOf(shown(NO_TABS, a), d), a)
    expect(names(left)).toBe('D')
    expect(left.beside).toBeNull()
  })

  test('next and previous go round the ends', () => {
    expect(neighbourOf(shown(three, c), 1)?.id).toBe(a)
    expect(neighbourOf(three, -1)?.id).toBe(c)
    expect(neighbourOf(NO_TABS, 1)).toBeUndefined()
  })

  test('swapping changes the columns, and back', () => {
    const split = besideOf(shown(NO_TABS, a), d)
    expect(swapped(split)).toMatchObject({ current: d, beside: a })
    expect(swapped(swapped(split))).toEqual(split)
    expect(swapped(three)).toEqual(three)
  })

  test('documents that were removed lose their tabs', () => {
    const tabs = besideOf(shown(three, b), c)
    expect(names(without(tabs, (id) => id !== c && id !== b))).toBe('A')
    expect(without(tabs, (id) => id !== c).beside).toBeNull()
    expect(without(tabs, () => true)).toBe(tabs)
  })
})
