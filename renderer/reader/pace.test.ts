import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from './pace'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('pages that pass faster than anyone reads are a fling, until they stay', () => {
  let calms = 0
  const pace = createPace(() => (calms += 1))
  for (const [page, at] of [
    [0, 0],
    [1, 50],
    [2, 100],
    [3, 150],
  ] as const)
    pace.at(page, at)
  expect(pace.direction()).toBe(1)
  vi.advanceTimersByTime(149)
  expect(pace.direction()).toBe(1)
  vi.advanceTimersByTime(1)
  expect([pace.direction(), calms]).toEqual([0, 1])
})

test('backwards too, and not at the pace of the wheel nor at a jump', () => {
  const pace = createPace(() => undefined)
  for (const [page, at] of [
    [9, 0],
    [8, 50],
    [7, 100],
  ] as const)
    pace.at(page, at)
  expect(pace.direction()).toBe(-1)
  const slow = createPace(() => undefined)
  for (const [page, at] of [
    [0, 0],
    [1, 250],
    [2, 500],
  ] as const)
    slow.at(page, at)
  expect(slow.direction()).toBe(0)
  const jump = createPace(() => undefined)
  for (const [page, at] of [
    [0, 0],
    [400, 50],
  ] as const)
    jump.at(page, at)
  expect(jump.direction()).toBe(0)
})

test('work waits for the end of a fling, is done at once without one, and can be taken back', () => {
  const pace = createPace(() => undefined)
  const done: string[] = []
  pace.whenCalm(() => done.push('at rest'))
  for (const [page, at] of [
    [0, 0],
    [1, 50],
    [2, 100],
  ] as const)
    pace.at(page, at)
  pace.whenCalm(() => done.push('after'))
  pace.whenCalm(() => done.push('taken back'))()
  expect(done).toEqual(['at rest'])
  vi.advanceTimersByTime(150)
  expect(done).toEqual(['at rest', 'after'])
})

test('what only a reader needs waits while pages are skimmed', () => {
  const pace = createPace(() => undefined)
  const done: string[] = []
  pace.whenStaying(() => done.push('at rest'))
  for (const [page, at] of [
    [0, 0],
    [1, 200],
    [2, 400],
  ] as const)
    pace.at(page, at)
  expect(pace.direction()).toBe(0)
  pace.whenStaying(() => done.push('text'))
  pace.whenCalm(() => done.push('marks'))
  expect(done).toEqual(['at rest', 'marks'])
  vi.advanceTimersByTime(150)
  expect(done).toEqual(['at rest', 'marks', 'text'])
})
