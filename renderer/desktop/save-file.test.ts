import { PIECE_BYTES } from '@shared/units/blob-pieces'
import { expect, test } from 'vitest'
import { createMemoryDesktop, DISK_FULL } from '../testing/memory-desktop'
import { saveFile } from './save-file'

test('a file larger than a piece arrives whole', async () => {
  const desktop = createMemoryDesktop()
  const bytes = new Uint8Array(PIECE_BYTES + 5)
  bytes.set([1, 2, 3, 4, 5], PIECE_BYTES - 2)
  expect(await saveFile(desktop, 'large.bin', bytes)).toEqual({ ok: true, value: 'large.bin' })
  expect(Buffer.compare(desktop.exported.get('large.bin')?.get('large.bin') ?? new Uint8Array(), bytes)).toBe(0)
})

test('a file of no bytes is there all the same', async () => {
  const desktop = createMemoryDesktop()
  await saveFile(desktop, 'empty.csv', '')
  expect(desktop.exported.get('empty.csv')?.get('empty.csv')).toEqual(new Uint8Array())
})

test('where the disk is full nothing is left behind', async () => {
  const desktop = createMemoryDesktop()
  desktop.switches.refuseWrites = DISK_FULL
  expect(await saveFile(desktop, 'table.csv', 'a,b')).toEqual({ ok: false, problem: DISK_FULL })
  desktop.switches.refuseWrites = null
  expect(desktop.exported.size).toBe(0)
})
