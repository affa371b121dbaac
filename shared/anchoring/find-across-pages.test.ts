import { describe, expect, test } from 'vitest'
import type { PageText } from '../documents/page'
import { findAcrossPages } from './find-across-pages'

const page = (text: string): PageText => ({ text, runs: [] })
const found = (first: string, second: string, quote: string) => {
  const both = findAcrossPages(page(first), page(second), { quote })
  return both === null ? null : [both.first.quote, both.second.quote]
}

describe('a quotation over a page break', () => {
  test('is two parts, one a page', () => {
    expect(
      found('The Contractor shall\ndeliver the list', 'of systems each year.\nNext.', 'deliver the list of systems each year'),
    ).toEqual(['deliver the list', 'of systems each year'])
  })
  test('is found over a foot, a page number and a running head', () => {
    expect(
      found('shall deliver the\n7 See the schedule.\n12\n', 'Contract 99SAMP\nPage 13\nlist of systems.', 'deliver the list of systems'),
    ).toEqual(['deliver the', 'list of systems'])
  })
  test('is found where the break parts a word', () => {
    expect(found('gives infor-\n12', 'mation to all', 'gives information to all')).toEqual(['gives infor-', 'mation to all'])
  })
  test('is not found when it begins in the middle of a line of the next page', () => {
    expect(found('shall deliver the', 'whole list of systems', 'deliver the list of systems')).toBeNull()
  })
  test('is not found when words are missing at the break', () => {
    expect(found('shall deliver the complete', 'list of systems', 'deliver the list of systems')).toBeNull()
  })
  test('is not found with a hyphen that the page does not have', () => {
    expect(found('shall re sign the', 'list of systems', 're-sign the list')).toBeNull()
  })
})
