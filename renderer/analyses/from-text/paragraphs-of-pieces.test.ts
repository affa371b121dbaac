import { proposeAnalysis } from '@shared/analyses/from-text/propose'
import { expect, test } from 'vitest'
import { paragraphsOf, textBefore } from './paragraphs-of-pieces'

const shownOf = (text: string): readonly string[] => {
  const { pieces } = proposeAnalysis({ text, headings: [] })
  return paragraphsOf(text, pieces).map(({ from, to }) =>
    pieces
      .slice(from, to)
      .map((piece, offset) => textBefore(text, pieces, from + offset, offset === 0) + text.slice(piece.start, piece.end))
      .join(''),
  )
}

test('a text is drawn paragraph by paragraph, and all of them under each other are the text', () => {
  const text = '## Findings\n\nThe agency bought it [1]. It cost much.\n\nIt was used at once.\n\n[1] A notice'
  expect(shownOf(text)).toEqual(['## Findings', '\nThe agency bought it [1]. It cost much.', '\nIt was used at once.', '\n[1] A notice'])
  expect(shownOf(text).join('\n')).toBe(text)
})

test('a paragraph without an end is broken off, so that a text of one line is not drawn whole', () => {
  const text = Array.from({ length: 130 }, (_, at) => `Sentence number ${at} stands here.`).join(' ')
  const { pieces } = proposeAnalysis({ text, headings: [] })
  expect(paragraphsOf(text, pieces).map(({ from, to }) => to - from)).toEqual([60, 60, 10])
  expect(shownOf(text).join('')).toBe(text)
})
