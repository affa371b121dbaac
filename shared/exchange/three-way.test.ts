import { describe, expect, test } from 'vitest'
import { mergeThreeWay } from './three-way'

const ours = () => 'ours' as const
const theirs = () => 'theirs' as const

describe('merging two versions of a record', () => {
  test('what one side alone changed comes from that side', () => {
    const merged = mergeThreeWay({ text: 'a', note: 'x' }, { text: 'b', note: 'x' }, { text: 'a', note: 'y' }, ours)
    expect(merged).toEqual({ value: { text: 'b', note: 'y' }, conflicts: [] })
  })

  test('what both changed to the same is no conflict, also where it is nothing', () => {
    expect(mergeThreeWay({ text: 'a', limit: 'x' }, { text: 'b', limit: null }, { text: 'b', limit: null }, ours)).toEqual({
      value: { text: 'b', limit: null },
      conflicts: [],
    })
  })

  test('what both changed otherwise is a conflict, and goes where it is decided', () => {
    const versions = [{ text: 'a' }, { text: 'b' }, { text: 'c' }] as const
    expect(mergeThreeWay(...versions, ours)).toEqual({
      value: { text: 'b' },
      conflicts: [{ path: ['text'], base: 'a', ours: 'b', theirs: 'c' }],
    })
    expect(mergeThreeWay(...versions, theirs).value).toEqual({ text: 'c' })
  })

  test('a field that one side took away, and the other changed, is a conflict', () => {
    expect(mergeThreeWay({ a: 1, b: 1 }, { b: 1 }, { a: 2, b: 1 }, ours)).toEqual({
      value: { b: 1 },
      conflicts: [{ path: ['a'], base: 1, ours: undefined, theirs: 2 }],
    })
    expect(mergeThreeWay({ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, ours)).toEqual({ value: { b: 2 }, conflicts: [] })
  })

  test('lists of words merge as sets: what either adds is there, what either takes out is not', () => {
    expect(mergeThreeWay({ tags: ['a', 'b'] }, { tags: ['a', 'b', 'd'] }, { tags: ['b', 'c'] }, ours)).toEqual({
      value: { tags: ['b', 'c', 'd'] },
      conflicts: [],
    })
  })

  test('lists of parts merge part by part', () => {
    const base = {
      readings: [
        { id: 'r1', label: 'one' },
        { id: 'r2', label: 'two' },
      ],
    }
    const here = {
      readings: [
        { id: 'r1', label: 'eins' },
        { id: 'r2', label: 'two' },
        { id: 'r3', label: 'three' },
      ],
    }
    const there = { readings: [{ id: 'r1', label: 'uno' }] }
    expect(mergeThreeWay(base, here, there, ours)).toEqual({
      value: {
        readings: [
          { id: 'r1', label: 'eins' },
          { id: 'r3', label: 'three' },
        ],
      },
      conflicts: [{ path: ['readings', '#r1', 'label'], base: 'one', ours: 'eins', theirs: 'uno' }],
    })
  })

  test('what belongs together is never mixed', () => {
    const merged = mergeThreeWay({ confirmed: null }, { confirmed: { by: 'A', at: '1' } }, { confirmed: { by: 'B', at: '2' } }, theirs)
    expect(merged.value).toEqual({ confirmed: { by: 'B', at: '2' } })
    expect(merged.conflicts).toHaveLength(1)
  })

  test('without a common version every difference is a conflict, and lists are joined', () => {
    expect(mergeThreeWay(undefined, { text: 'a', tags: ['x'] }, { text: 'b', tags: ['y'] }, ours)).toEqual({
      value: { text: 'a', tags: ['x', 'y'] },
      conflicts: [{ path: ['text'], base: undefined, ours: 'a', theirs: 'b' }],
    })
  })
})
