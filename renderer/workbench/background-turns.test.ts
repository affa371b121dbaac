import { describe, expect, test } from 'vitest'
import { createBackgroundTurns, placesOn } from './background-turns'

/** A task that ends when it is told to, and notes that it began. */
function heldTask(begun: string[], name: string) {
  let end = (): void => undefined
  const ended = new Promise<string>((resolve) => {
    end = () => resolve(name)
  })
  return {
    task: () => {
      begun.push(name)
      return ended
    },
    end: () => end(),
  }
}
const settled = (): Promise<void> => new Promise((go) => setTimeout(go, 0))

describe('what is done beside the researcher’s work takes turns', () => {
  test('one processor is left for the window, and a machine with one does one thing at a time', () => {
    expect([1, 2, 3, 8].map((processors) => placesOn(processors, { window: true }))).toEqual([1, 1, 2, 4])
    expect([1, 2, 3, 8].map((processors) => placesOn(processors, { window: false }))).toEqual([1, 2, 3, 4])
  })

  test('a task waits for the one before it, in the order of asking, and gives its value', async () => {
    const begun: string[] = []
    const turns = createBackgroundTurns(1)
    const [first, second] = [heldTask(begun, 'first'), heldTask(begun, 'second')]
    const both = [turns.take(first.task), turns.take(second.task)]
    await settled()
    expect(begun).toEqual(['first'])
    first.end()
    second.end()
    expect(await Promise.all(both)).toEqual(['first', 'second'])
    expect(begun).toEqual(['first', 'second'])
  })

  test('a task that somebody has come to wait for waits no longer, and is done once', async () => {
    const begun: string[] = []
    const turns = createBackgroundTurns(1)
    const [first, wanted] = [heldTask(begun, 'first'), heldTask(begun, 'wanted')]
    const hurry = new AbortController()
    const before = turns.take(first.task)
    const asked = turns.take(wanted.task, hurry.signal)
    await settled()
    hurry.abort()
    wanted.end()
    expect(await asked).toBe('wanted')
    first.end()
    await before
    await settled()
    expect(begun).toEqual(['first', 'wanted'])
  })

  test('a task that fails tells whoever asked, and the next goes on', async () => {
    const turns = createBackgroundTurns(1)
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await turns.take(() => Promise.resolve('next'))).toBe('next')
  })

  test('a task that never ends does not keep the others from beginning', async () => {
    const turns = createBackgroundTurns(1, 5)
    void turns.take(() => new Promise<never>(() => undefined))
    expect(await turns.take(() => Promise.resolve('next'))).toBe('next')
  })
})
