import { expect, test } from 'vitest'
import { onlySignsDiffer } from './nameless-signs'

const differs = (text: string, quote: string): boolean => onlySignsDiffer({ text, runs: [] }, { quote })

test('a quotation that lacks only a sign without a name is told from other likenesses', () => {
  expect(differs('all of the \u0016(E) data are there', 'of the (E) data are')).toBe(true)
  expect(differs('all of the \u0016(E) data are there', 'of the \u0017(E) data are')).toBe(true)
  expect(differs('all of the \u0016(E) data are there', 'of the (E) date are')).toBe(false)
  expect(differs('all of the \u0016(E) data are there', 'of the \ufffd(E) data are')).toBe(false)
  expect(differs('they re-sign today', 'they resign today')).toBe(false)
})
