import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timestampOf } from '@shared/units/time'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { realDisk } from '../files/disk'
import { zipTarget } from './zip-target'

const AT = timestampOf(Date.UTC(2026, 10, 22, 13, 40))
const FILES = [
  ['data/a.txt', 'one '],
  ['data/a.txt', 'two'],
  ['data/exhibits/EX-001.pdf', '%PDF'],
  ['data/é “x”.csv', 'a,b\r\n'.repeat(40_000)],
  ['bagit.txt', ''],
] as const

async function packed(): Promise<Uint8Array> {
  const path = join(temporaryFolder(), 'dossier.zip')
  const zip = await zipTarget(realDisk, path, AT, 'dossier')
  for (const [inside, text] of FILES) {
    const bytes = strToU8(text)
    await zip.append(inside, bytes)
    // What was written may be written over at once.
    bytes.fill(0x21)
  }
  await zip.end()
  await zip.close()
  return readFileSync(path)
}

describe('the zip of an export', () => {
  it('holds every file whole, in one folder', async () => {
    const files = unzipSync(await packed())
    expect(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))).toEqual({
      'dossier/data/a.txt': 'one two',
      'dossier/data/exhibits/EX-001.pdf': '%PDF',
      'dossier/data/é “x”.csv': 'a,b\r\n'.repeat(40_000),
      'dossier/bagit.txt': '',
    })
  })
  it('is the same bytes for the same state', async () => {
    expect(await packed()).toEqual(await packed())
  })
  it('is found whole by other programs', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'vouch-zip-'))
    const path = join(folder, 'dossier.zip')
    try {
      writeFileSync(path, await packed())
      const program =
        'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); bad = z.testzip(); print(bad, [i.date_time for i in z.infolist()][0], *sorted(z.namelist()))'
      const run = spawnSync('python3', ['-c', program, path], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } })
      if (run.error !== undefined) context.skip('python3 is not installed')
      expect(run.stdout.trim()).toBe(
        'None (2026, 11, 22, 13, 40, 0) dossier/bagit.txt dossier/data/a.txt dossier/data/exhibits/EX-001.pdf dossier/data/é “x”.csv',
      )
      const unzip = spawnSync('unzip', ['-t', path], { encoding: 'utf8' })
      expect(unzip.error === undefined ? unzip.stdout : 'No errors detected').toContain('No errors detected')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
