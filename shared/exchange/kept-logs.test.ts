import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { custodyHeadOf, keptLogPath, snapshotSchema } from '../dossier/snapshot'
import { aCustodyLog, anAnalysis, putAll } from '../testing/builders'
import { bundleInMemory, dossierWorld, filesOf, openFake } from '../testing/dossier-world'
import { verifyBundle } from '../verification/verify-bundle'
import type { KeptLog } from './opened-bundle'
import { distinctLogs } from './stated-log'

const kept = (entries: KeptLog['entries']): KeptLog => {
  const head = custodyHeadOf(entries)
  if (head === null) throw new Error('the log is empty')
  return { head, entries }
}
const other = kept(aCustodyLog(putAll({ analyses: [anAnalysis(), anAnalysis(), anAnalysis()] })))

describe('the custody logs of bundles that were taken up', () => {
  test('go along in a bundle, are named in it, and are checked with its own', async () => {
    const { parts, snapshot } = dossierWorld()
    const files = await bundleInMemory({
      ...parts,
      snapshot: snapshotSchema.parse({ ...snapshot, keptLogs: [other.head] }),
      keptLogs: [other.entries],
    })
    expect(new TextDecoder().decode(files.get('data/dossier.html'))).toContain(other.head.head)
    expect(new TextDecoder().decode(files.get('data/ro-crate-metadata.json'))).toContain(keptLogPath(1))
    const checks = await verifyBundle(filesOf(files), openFake(files))
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks.find(({ name }) => name === 'custody')?.what).toContain('is whole too')
    for (const [change, text] of [
      ['shortened', (log: string) => log.split('\n').slice(1).join('\n')],
      ['changed', (log: string) => log.replace('Researcher', 'Somebody')],
      ['emptied', () => ''],
    ] as const) {
      const tampered = new Map(files).set(
        'data/custody-1.jsonl',
        utf8ToBytes(text(new TextDecoder().decode(files.get('data/custody-1.jsonl')))),
      )
      const failed = (await verifyBundle(filesOf(tampered), openFake(tampered))).filter(({ ok }) => !ok).map(({ name }) => name)
      expect({ change, failed }).toMatchObject({ failed: expect.arrayContaining(['bag', 'custody', 'composition']) })
    }
    const without = new Map(files)
    without.delete('data/custody-1.jsonl')
    expect((await verifyBundle(filesOf(without), openFake(without))).filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['bag', 'custody', 'composition']),
    )
  })

  test('are kept once, and a log that another goes on from is part of it', () => {
    const earlier = kept(other.entries.slice(0, 2))
    const stranger = kept(aCustodyLog(putAll({ analyses: [anAnalysis()] })))
    expect(distinctLogs([earlier, stranger, other, other])).toEqual([stranger, other])
  })
})
