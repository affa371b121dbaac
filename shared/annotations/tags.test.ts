import { describe, expect, it } from 'vitest'
import { completed, completionsOf, retagged, tagsIn } from './tags'

describe('tags', () => {
  it('are parted by commas, each once', () => {
    expect(tagsIn(' money,  big   money , Money,, ')).toEqual(['money', 'big money'])
  })
  it('are put on and taken off whatever their case', () => {
    expect(retagged(['money', 'Dates'], ['new', 'Money'], ['dates'])).toEqual(['money', 'new'])
  })
  it('are completed from those in use, most used first, without those that are there', () => {
    const known = new Map([
      ['money', 2],
      ['monthly', 5],
      ['harmony', 9],
      ['month', 1],
    ])
    expect(completionsOf('month, mon', known)).toEqual(['monthly', 'money', 'harmony'])
    expect(completed('month, mon', 'monthly')).toBe('month, monthly, ')
  })
})
