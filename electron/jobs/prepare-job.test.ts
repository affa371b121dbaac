import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { chosenFiles } from '../files/chosen-files'
import { temporaryFolder } from '../testing/temporary-folder'
import { jobDesk } from './job-desk'
import { prepareJob } from './prepare-job'

const bytes = new TextEncoder().encode('content')

describe('a dossier job', () => {
  test('takes the PDFs of folders and every file named directly, and reads its tables', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'in'))
    for (const [name, text] of [
      ['in/b.PDF', 'b'],
      ['in/a.pdf', 'aa'],
      ['in/no.txt', ''],
      ['named.scan', 'ccc'],
      ['e.csv', 'document,page\n'],
      ['a.json', '{}'],
    ] as const)
      writeFileSync(join(folder, name), text)
    const files = chosenFiles()
    const job = await prepareJob(
      {
        kind: 'dossier',
        documents: [join(folder, 'in'), join(folder, 'named.scan')],
        evidence: join(folder, 'e.csv'),
        out: '/out',
        analysis: join(folder, 'a.json'),
        formats: ['html'],
        passwords: { 'a.pdf': 'x' },
        recognise: 'needed',
        audience: 'publication',
      },
      files,
      folder,
    )
    expect(job).toMatchObject({
      ok: true,
      value: {
        documents: [
          { name: 'a.pdf', bytes: 2 },
          { name: 'b.PDF', bytes: 1 },
          { name: 'named.scan', bytes: 3 },
        ],
        evidence: { name: 'e.csv', bytes: 14 },
        analysis: '{}',
        passwords: { 'a.pdf': 'x' },
      },
    })
  })
})

describe('a verification', () => {
  const verify = (bundle: string, scratch: string) => prepareJob({ kind: 'verify', bundle }, chosenFiles(), scratch)

  test('lists a folder or a zip alike, also one that holds the bundle in a folder of its own', async () => {
    const folder = temporaryFolder()
    const bundle = join(folder, 'bundle')
    mkdirSync(join(bundle, 'data'), { recursive: true })
    writeFileSync(join(bundle, 'bagit.txt'), bytes)
    writeFileSync(join(bundle, 'data/é.txt'), bytes)
    writeFileSync(join(folder, 'b.zip'), zipSync({ 'bundle/bagit.txt': bytes, 'bundle/data/é.txt': bytes }))
    for (const path of [bundle, join(folder, 'b.zip')]) {
      expect(await verify(path, temporaryFolder())).toMatchObject({
        ok: true,
        value: { files: [{ path: 'bagit.txt' }, { path: 'data/é.txt', bytes: 7 }] },
      })
    }
  })

  test.each(['../evil.txt', '/evil.txt', 'a/../../evil.txt', '..\\evil.txt', 'C:evil.txt'])(
    'refuses a zip with the path %j, and writes nothing',
    async (path) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'b.zip'), zipSync({ 'bagit.txt': bytes, [path]: bytes }))
      const scratch = temporaryFolder()
      expect(await verify(join(folder, 'b.zip'), scratch)).toMatchObject({ ok: false, problem: { kind: 'zip-refused' } })
      expect(readdirSync(scratch)).toEqual([])
    },
  )

  test('refuses what is no zip', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'b.zip'), bytes)
    expect(await verify(join(folder, 'b.zip'), folder)).toMatchObject({ ok: false, problem: { kind: 'zip-damaged' } })
  })
})

describe('the desk of a job', () => {
  const job = { kind: 'verify', files: [], shownName: 'b' } as const

  test('gives the end that the window reports, and only the first', async () => {
    const desk = jobDesk(job, () => undefined)
    await desk.done('{}\n', 3)
    desk.fail('too late')
    expect(await desk.ended).toEqual({ stdout: '{}\n', status: 3 })
  })

  test('ends a job of which nothing is heard, and waits for one that speaks', async () => {
    vi.useFakeTimers()
    const said: string[] = []
    const desk = jobDesk(job, (line) => said.push(line), 600_000)
    await desk.get()
    for (let minute = 0; minute < 30; minute += 9) {
      vi.advanceTimersByTime(9 * 60_000)
      await desk.progress('still at work')
    }
    expect(said).toHaveLength(4)
    vi.advanceTimersByTime(600_001)
    expect(await desk.ended).toEqual({ stdout: '', status: 1 })
    expect(said.at(-1)).toContain('Nothing was heard')
    vi.useRealTimers()
  })

  test('ends sooner after an error in the window, unless the job shows that it goes on', async () => {
    vi.useFakeTimers()
    const said: string[] = []
    const desk = jobDesk(job, (line) => said.push(line), 600_000)
    await desk.get()
    desk.suspect('an error')
    await desk.progress('it goes on')
    vi.advanceTimersByTime(300_000)
    desk.suspect('another error')
    vi.advanceTimersByTime(130_000)
    expect((await desk.ended).status).toBe(1)
    expect(said).toEqual(['an error', 'it goes on', 'another error', expect.stringContaining('2 minutes')])
    vi.useRealTimers()
  })
})
