import { expect, test, vi } from 'vitest'
import { throwInOwnTask } from './throw-in-own-task'

test('what was thrown is thrown again as it is, after the work at hand', () => {
  vi.useFakeTimers()
  try {
    const thrown = new Error('of a worker')
    throwInOwnTask(thrown)
    expect(() => vi.runAllTimers()).toThrow(thrown)
  } finally {
    vi.useRealTimers()
  }
})
