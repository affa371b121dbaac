import { describe, expect, it } from 'vitest'
import { EVERY_CLAIM, passesFilter } from './filter-claims'

const claim = { number: 'C07', text: 'Le contrôle des Données personnelles', kind: 'finding' } as const

describe('filtering claims', () => {
  it('lets every claim pass when nothing is asked', () => {
    expect(passesFilter(claim, 'undeveloped', EVERY_CLAIM)).toBe(true)
  })

  it('wants every word, whatever its case and accents, in number or text', () => {
    expect(passesFilter(claim, 'undeveloped', { ...EVERY_CLAIM, words: 'donnees CONTROLE' })).toBe(true)
    expect(passesFilter(claim, 'undeveloped', { ...EVERY_CLAIM, words: 'c07' })).toBe(true)
    expect(passesFilter(claim, 'undeveloped', { ...EVERY_CLAIM, words: 'contrôle absent' })).toBe(false)
  })

  it('keeps to a status and a kind', () => {
    expect(passesFilter(claim, 'supported', { ...EVERY_CLAIM, status: 'undeveloped' })).toBe(false)
    expect(passesFilter(claim, 'supported', { ...EVERY_CLAIM, status: 'supported', kind: 'limit' })).toBe(false)
  })
})
