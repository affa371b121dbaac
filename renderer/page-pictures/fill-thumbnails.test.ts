import { type DocumentId, documentIdSchema } from '@shared/documents/document'
import { expect, test } from 'vitest'
import { createThumbnailFiller, type FillParts } from './fill-thumbnails'

const document = (letter: string): DocumentId => documentIdSchema.parse(letter.repeat(64))

function filling(over: Partial<FillParts> = {}) {
  const made: string[] = []
  const told: (string | null)[] = []
  const filler = createThumbnailFiller({
    pageCount: async () => 4,
    pagesWith: async () => new Set([1]),
    make: async (id, index) => made.push(`${id[0]}${index}`),
    quiet: async () => undefined,
    roomForUnopened: async () => true,
    rest: () => new Promise((done) => setTimeout(done, 0)),
    tell: (now) => told.push(now === null ? null : `${now.done}/${now.of}`),
    ...over,
  })
  return { filler, made, told }
}

test('makes what is missing, from the page being read onwards, then what lies before it', async () => {
  const { filler, made, told } = filling({ pagesWith: async () => new Set([3]) })
  filler.opened(document('a'), 2)
  await expect.poll(() => told.at(-1)).toBeNull()
  expect(made).toEqual(['a2', 'a1', 'a0'])
  expect(told).toEqual(['1/4', '2/4', '3/4', null])
})

test('a document that is opened goes before those that came in, which are gone on with afterwards', async () => {
  const order: string[] = []
  const { filler, told } = filling({
    async make(id, index) {
      order.push(`${id[0]}${index}`)
      if (order.length === 1) filler.opened(document('b'), 0)
    },
  })
  filler.arrived(document('a'))
  await expect.poll(() => order.length).toBeGreaterThan(1)
  await expect.poll(() => told.at(-1)).toBeNull()
  expect(order).toEqual(['a0', 'b0', 'b2', 'b3', 'a0', 'a2', 'a3'])
})

test('nothing is made while someone works, nor after the end', async () => {
  let calm = (): void => undefined
  const { filler, made } = filling({ quiet: () => new Promise((done) => (calm = done)) })
  filler.opened(document('a'), 0)
  await new Promise((done) => setTimeout(done, 20))
  expect(made).toEqual([])
  filler.stop()
  calm()
  await new Promise((done) => setTimeout(done, 20))
  expect(made).toEqual([])
})

test('documents that nobody opened get no thumbnails once their share of the budget is used', async () => {
  const { filler, made, told } = filling({ roomForUnopened: async () => false })
  filler.arrived(document('a'))
  await expect.poll(() => told.at(-1)).toBeNull()
  expect(made).toEqual([])
  filler.opened(document('a'), 0)
  await expect.poll(() => made.length).toBe(3)
})
