import { expect, test } from 'vitest'
import { InsidePort } from './inside-port'

async function heard(message: unknown): Promise<unknown> {
  const port = new InsidePort()
  const hearing = new Promise((got) => port.addEventListener('message', ({ data }) => got(data)))
  port.postMessage(message)
  return hearing
}

test('a list in a chunk is a copy, as the sender empties its own and uses it again', async () => {
  const items = ['a']
  const arriving = heard({ chunk: { items, lang: 'en' } })
  items.length = 0
  expect(await arriving).toEqual({ chunk: { items: ['a'], lang: 'en' } })
})

test('bytes in a chunk arrive as the bytes they are, or a file that is read by range could never be opened', async () => {
  const bytes = new Uint8Array([37, 80, 68, 70])
  expect(await heard({ chunk: bytes.buffer })).toEqual({ chunk: bytes.buffer })
  expect(await heard({ chunk: bytes })).toEqual({ chunk: bytes })
})
