import { expect, test } from 'vitest'
import { resting } from './resting'

test('long work lets what waits go first, again after each turn, and short work waits for nothing', async () => {
  let clock = 0
  const rest = resting(() => clock)
  expect(rest()).toBeUndefined()
  for (const turn of [1, 2]) {
    clock += 20
    const done: string[] = []
    setImmediate(() => done.push('what waited'))
    await rest()
    done.push(`the work, turn ${turn}`)
    expect(done).toEqual(['what waited', `the work, turn ${turn}`])
    expect(rest()).toBeUndefined()
  }
})

test('work inside a transaction waits for what it says itself', async () => {
  let clock = 0
  const asked: string[] = []
  const rest = resting(
    () => clock,
    async () => asked.push('a request'),
  )
  await rest()
  expect(asked).toEqual([])
  clock += 20
  await rest()
  expect(asked).toEqual(['a request'])
})
