import { expect, test } from 'vitest'
import { createPaintQueue } from './paint-queue'

/** A painter whose pictures are finished by hand. */
function byHand() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const queue = createPaintQueue<string, string>(
    (subject) => {
      begun.push(subject)
      return new Promise((done) => ends.push(() => done(`picture of ${subject}`)))
    },
    (subject) => subject,
  )
  const finish = async (): Promise<void> => {
    ends.shift()?.()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { begun, queue, finish }
}

test('paints one at a time, the last asked for first', async () => {
  const { begun, queue, finish } = byHand()
  for (const page of ['1', '2', '3']) void queue.ask(page)
  expect(begun).toEqual(['1'])
  await finish()
  await finish()
  expect(begun).toEqual(['1', '3', '2'])
})

test('a wish that was taken back is not painted and ends without a picture', async () => {
  const { begun, queue, finish } = byHand()
  const wish = new AbortController()
  void queue.ask('1')
  const second = queue.ask('2', wish.signal)
  wish.abort()
  await finish()
  expect(await second).toBeNull()
  expect(begun).toEqual(['1'])
})

test('two wishes for the same page are met by one picture', async () => {
  const { begun, queue, finish } = byHand()
  void queue.ask('1')
  const [first, second] = [queue.ask('2'), queue.ask('2')]
  await finish()
  await finish()
  expect(await Promise.all([first, second])).toEqual(['picture of 2', 'picture of 2'])
  expect(begun).toEqual(['1', '2'])
})

test('a painter that breaks fails its own wish and goes on with the others', async () => {
  const queue = createPaintQueue<string, string>(
    async (subject) => {
      if (subject === 'damaged') throw new Error('damaged')
      return subject
    },
    (subject) => subject,
  )
  const [first, second] = [queue.ask('damaged'), queue.ask('whole')]
  await expect(first).rejects.toThrow('damaged')
  expect(await second).toBe('whole')
})
