import { ok } from '@shared/errors/outcome'
import { timestampOf } from '@shared/units/time'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipSink } from './zip-sink'

async function packed(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const sink = zipSink('dossier', timestampOf(Date.UTC(2026, 10, 22, 13, 40)), async (bytes) => (pieces.push(bytes), ok(null)))
  for (const [path, text] of [['data/a.txt', 'one '], ['data/a.txt', 'two'], ['data/exhibits/EX-001.pdf', '%PDF'], ['bagit.txt', '']] as const) await sink.write(path, strToU8(text))
  await sink.end()
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]))
}

describe('the zip of an export', () => {
  it('holds every file whole, in one folder', async () => {
    const files = unzipSync(await packed())
    expect(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))).toEqual({ 'dossier/data/a.txt': 'one two', 'dossier/data/exhibits/EX-001.pdf': '%PDF', 'dossier/bagit.txt': '' })
  })
  it('is the same bytes for the same state', async () => {
    expect(await packed()).toEqual(await packed())
  })
})
