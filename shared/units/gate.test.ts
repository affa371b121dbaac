import { expect, test } from 'vitest'
import { createGate } from './gate'

test('a gate lets so many through at a time, in order, and gives a place back when a task fails', async () => {
  const gate = createGate(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const task = (n: number) => (): Promise<number> => {
    begun.push(n)
    return new Promise((resolve, reject) => ends.push(n === 1 ? () => reject(new Error('failed')) : () => resolve(n)))
  }
  const all = [0, 1, 2, 3].map((n) => gate.through(task(n)).catch(() => -1))
  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends[1]?.()
  expect(await all[1]).toBe(-1)
  expect(begun).toEqual([0, 1, 2])
  ends[0]?.()
  expect(await all[0]).toBe(0)
  ends[2]?.()
  ends[3]?.()
  expect(await Promise.all(all)).toEqual([0, -1, 2, 3])
})
