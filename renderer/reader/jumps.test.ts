import { describe, expect, test } from 'vitest'
import { jumped, NO_JUMPS, stepped } from './jumps'
import type { ScrollPlace } from './page-layout'

const at = (page: number, fraction = 0): ScrollPlace => ({ page, fraction })

describe('back and forward inside a document', () => {
  test('a jump is taken back to where it began, and made again', () => {
    const jumps = jumped(jumped(NO_JUMPS, 'link', at(0, 0.4), at(10)), 'outline', at(12, 0.2), at(30))
    const first = stepped(jumps, -1, at(31))
    expect(first?.to).toEqual(at(12, 0.2))
    const second = stepped(first?.jumps ?? NO_JUMPS, -1, at(12, 0.2))
    expect(second?.to).toEqual(at(0, 0.4))
    expect(stepped(second?.jumps ?? NO_JUMPS, -1, at(0, 0.4))).toBeNull()
    expect(stepped(second?.jumps ?? NO_JUMPS, 1, at(0, 0.4))?.to).toEqual(at(12, 0.2))
  })

  test('a run of hits counts as one jump, until something else moves the view', () => {
    const run = jumped(jumped(jumped(NO_JUMPS, 'find', at(0), at(5)), 'find', at(5), at(9)), 'find', at(9), at(14))
    expect(run.back).toEqual([at(0)])
    expect(jumped(run, 'find', at(20), at(25)).back).toEqual([at(0), at(20)])
    expect(jumped(run, 'link', at(14), at(25)).back).toEqual([at(0), at(14)])
  })

  test('a jump to where one is leaves no step', () => expect(jumped(NO_JUMPS, 'find', at(3, 0.5), at(3, 0.505)).back).toEqual([]))

  test('a jump after going back forgets the way forward', () => {
    const back = stepped(jumped(NO_JUMPS, 'link', at(0), at(10)), -1, at(10))
    expect(back?.jumps.forward).toEqual([at(10)])
    expect(jumped(back?.jumps ?? NO_JUMPS, 'link', at(0), at(7)).forward).toEqual([])
  })

  test('only the last hundred places are kept', () => {
    let jumps = NO_JUMPS
    for (let page = 0; page < 150; page += 1) jumps = jumped(jumps, 'link', at(page), at(page + 5))
    expect(jumps.back).toHaveLength(100)
  })
})
