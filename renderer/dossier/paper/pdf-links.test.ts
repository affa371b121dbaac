import { describe, expect, it } from 'vitest'
import { linkWords, printedLink } from './pdf-links'

describe('the address of a printed link', () => {
  it.each([
    [
      'https://dossier.invalid/exhibits/EX-001.pdf#page=3',
      { kind: 'file', path: 'exhibits/EX-001.pdf', page: 2 },
      'Opens exhibits/EX-001.pdf at page 3',
    ],
    ['https://dossier.invalid/exhibits/EX-001.pdf', { kind: 'file', path: 'exhibits/EX-001.pdf', page: null }, 'Opens exhibits/EX-001.pdf'],
    ['https://dossier.invalid/exhibits/a%20b.pdf#page=0', { kind: 'file', path: 'exhibits/a b.pdf', page: null }, 'Opens exhibits/a b.pdf'],
    [
      'https://dossier.invalid/exhibits/EX-002.csv#row=5',
      { kind: 'relative', address: 'exhibits/EX-002.csv#row=5' },
      'Opens exhibits/EX-002.csv#row=5',
    ],
    ['https://dossier.invalid/#C01', { kind: 'place', name: 'C01' }, 'Goes to C01 in this dossier'],
    ['vouch://claim/1', { kind: 'other' }, 'Opens vouch://claim/1'],
    ['https://example.org/exhibits/EX-001.pdf', { kind: 'other' }, 'Opens https://example.org/exhibits/EX-001.pdf'],
  ])('%s', (uri, link, words) => {
    expect(printedLink(uri)).toEqual(link)
    expect(linkWords(printedLink(uri), uri)).toBe(words)
  })
})
