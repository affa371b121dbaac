import { describe, expect, it } from 'vitest'
import { describeChange } from './describe-change'

describe('describing a change', () => {
  it('names the fields that changed, before and after, and no others', () => {
    expect(
      describeChange(
        { id: 'claim_a', text: 'old', kind: 'finding', notes: 'same' },
        { id: 'claim_a', text: 'new', kind: 'bottom-line', notes: 'same' },
      ),
    ).toEqual([
      { field: 'text', before: 'old', after: 'new' },
      { field: 'kind', before: 'finding', after: 'bottom line' },
    ])
  })

  it('compares a new or removed record with nothing', () => {
    expect(describeChange(null, { status: 'supported', confidence: null, reasoning: '' })).toEqual([
      { field: 'status', before: null, after: 'supported' },
    ])
    expect(describeChange({ scopeLimit: 'the sources' }, null)).toEqual([{ field: 'scope limit', before: 'the sources', after: null }])
  })

  it('names readings by their label and joins lists', () => {
    expect(
      describeChange(
        { readings: [], citedSources: [1] },
        { readings: [{ id: 'reading_a', label: 'any list', description: '' }], citedSources: [1, 3] },
      ),
    ).toEqual([
      { field: 'readings', before: null, after: 'any list' },
      { field: 'cited sources', before: '1', after: '1, 3' },
    ])
  })

  it('leaves out who and where', () => {
    expect(describeChange({ at: '2026', author: 'A', order: 1 }, { at: '2027', author: 'B', order: 2 })).toEqual([])
  })
})
