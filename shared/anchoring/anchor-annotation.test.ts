import { describe, expect, test } from 'vitest'
import type { Segment } from '../annotations/segment'
import type { Page, PageText } from '../documents/page'
import { sha256OfText } from '../units/hashes'
import { pageIndex, pageLabel } from '../units/pages'
import { anchorSegment } from './anchor-annotation'
import { makeSegment } from './make-segment'

const documentId = sha256OfText('a document')
const extractor = { name: 'pdf.js', version: '6.5.438' }
const sheet = (index: number): Page => ({
  index: pageIndex(index),
  label: pageLabel(`p${index}`),
  box: [0, 0, 612, 792],
  rotation: 0,
  userUnit: 1,
  content: 'text',
})
const texts =
  (...pages: readonly string[]) =>
  (index: number): PageText | undefined => {
    const text = pages[index]
    return text === undefined ? undefined : { text, runs: [[0, text.length, 72, 700, text.length * 5, 10, 0, 0]] }
  }
const words = 'The award is final. The ceiling is unchanged. It ends in May.'
const start = words.indexOf('The ceiling')

function segment(): Segment {
  const text = texts(words)(0)
  if (text === undefined) throw new Error('no page')
  return makeSegment({ documentId, page: sheet(0), text, ranges: [{ start, end: start + 25 }], extractor })
}

describe('a segment', () => {
  test('holds the words, their context and where they are drawn', () => {
    expect(segment()).toMatchObject({
      quote: 'The ceiling is unchanged.',
      prefix: 'The award is final.',
      suffix: 'It ends in May.',
      label: 'p0',
      state: 'exact',
    })
    expect(segment().quads).toHaveLength(1)
  })
  test('is exact and untouched on the page that it was made on', () => {
    expect(anchorSegment(segment(), texts(words), 1)).toEqual(segment())
  })
  test('moves with its words and gets the new place', () => {
    const moved = anchorSegment(segment(), texts(`Page 1. ${words}`), 1)
    expect(moved).toMatchObject({ state: 'moved', quote: 'The ceiling is unchanged.', ranges: [{ start: start + 8, end: start + 33 }] })
    expect(moved.quads).not.toEqual(segment().quads)
  })
  test('moves to the one other page that has its words, label and all', () => {
    expect(anchorSegment(segment(), texts('nothing', 'nothing', words), 3, sheet)).toMatchObject({
      state: 'moved',
      pageIndex: 2,
      label: 'p2',
    })
  })
  test('keeps its own words and place when only a likeness is there', () => {
    const likeness = anchorSegment(segment(), texts(words.replace('ceiling', 'seeling')), 1)
    expect(likeness).toEqual({ ...segment(), state: 'approximate' })
  })
  test('is lost, with its words, when nothing like it is there', () => {
    expect(anchorSegment(segment(), texts('blank'), 1)).toEqual({ ...segment(), state: 'lost' })
  })
  test('that was typed from a picture is left as it is', () => {
    const typed: Segment = { ...segment(), textOrigin: 'typed', ranges: [] }
    expect(anchorSegment(typed, texts('blank'), 1)).toBe(typed)
  })
})
