import { ok } from '@shared/errors/outcome'
import { sha256OfText } from '@shared/units/hashes'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Extraction, FromWorker, ReadJob, StartMessage, ToWorker } from './extraction'
import { createExtractionPool } from './extraction-pool'

const extraction: Extraction = {
  pageCount: 1,
  pagesWithText: 1,
  pagesImageOnly: 0,
  outline: [],
  metadata: {},
  encrypted: false,
  copyingDiscouraged: false,
  extractor: { name: 'double', version: '1' },
  textFile: new Uint8Array(),
  textSha256: sha256OfText(''),
}
const jobNamed = (name: string): ReadJob => ({ documentId: sha256OfText(name), name, blob: new Blob([]), media: 'pdf', password: null })

/** A worker that does as the name of the file says: reads it, hangs, goes on without end, heeds a cancel, or crashes. */
class ScriptedWorker extends EventTarget {
  static started: ScriptedWorker[] = []
  terminated = false
  constructor() {
    super()
    ScriptedWorker.started.push(this)
  }
  postMessage({ port }: StartMessage): void {
    const say = (message: FromWorker): void => port.postMessage(message)
    let doing = ''
    port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
      if (data.kind === 'cancel') {
        if (doing === 'heeds') say({ kind: 'done', outcome: { ok: false, problem: { kind: 'cancelled', what: 'cancelled', remedy: '' } } })
        return
      }
      doing = data.job.name
      if (doing === 'reads') {
        say({ kind: 'progress', done: 1, of: 1 })
        say({ kind: 'done', outcome: ok(extraction) })
      }
      if (doing === 'crashes') this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
    })
    port.start()
  }
  terminate(): void {
    this.terminated = true
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  ScriptedWorker.started = []
  vi.stubGlobal('Worker', ScriptedWorker)
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Lets messages between ports arrive; they are not under the test's clock. */
const settle = (): Promise<void> => new Promise((go) => setImmediate(() => setImmediate(() => setImmediate(go))))
const read = (pool: ReturnType<typeof createExtractionPool>, name: string, signal = new AbortController().signal) =>
  pool.read(jobNamed(name), () => undefined, signal)

describe('the pool of workers', () => {
  test('keeps a worker warm from one document to the next', async () => {
    const pool = createExtractionPool('library', 2)
    expect(await read(pool, 'reads')).toEqual(ok(extraction))
    expect(await read(pool, 'reads')).toEqual(ok(extraction))
    expect(ScriptedWorker.started).toHaveLength(1)
  })
  test('tells the progress of a document', async () => {
    const told: number[] = []
    await createExtractionPool('library', 2).read(jobNamed('reads'), (done, of) => told.push(done, of), new AbortController().signal)
    expect(told).toEqual([1, 1])
  })
  test('gives up a document from which nothing comes for a minute, and goes on with a new worker', async () => {
    const pool = createExtractionPool('library', 2)
    const stuck = read(pool, 'hangs')
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await stuck).toMatchObject({ ok: false, problem: { kind: 'pdf-stuck', what: expect.stringContaining('“hangs”') } })
    expect(ScriptedWorker.started[0]?.terminated).toBe(true)
    expect(await read(pool, 'reads')).toEqual(ok(extraction))
    expect(ScriptedWorker.started).toHaveLength(2)
  })
  test('begins the next document beside one from which nothing comes, and keeps no more workers than it was given', async () => {
    const pool = createExtractionPool('library', 1)
    const stuck = read(pool, 'hangs')
    const next = read(pool, 'reads')
    await settle()
    expect(ScriptedWorker.started).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await next).toEqual(ok(extraction))
    expect(ScriptedWorker.started).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(55_000)
    expect(await stuck).toMatchObject({ ok: false, problem: { kind: 'pdf-stuck' } })
    expect(ScriptedWorker.started.filter(({ terminated }) => !terminated)).toHaveLength(1)
  })
  test('survives a crash, in the words of the crash', async () => {
    const pool = createExtractionPool('library', 2)
    expect(await read(pool, 'crashes')).toMatchObject({
      ok: false,
      problem: { kind: 'pdf-broken', what: expect.stringContaining('out of memory') },
    })
    expect(await read(pool, 'reads')).toEqual(ok(extraction))
  })
  test('keeps a worker that heeds a cancel, and ends one that does not within its grace', async () => {
    const pool = createExtractionPool('library', 2)
    const [polite, deaf] = [new AbortController(), new AbortController()]
    const first = read(pool, 'heeds', polite.signal)
    await settle()
    polite.abort()
    expect(await first).toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
    expect(ScriptedWorker.started[0]?.terminated).toBe(false)
    const second = read(pool, 'hangs', deaf.signal)
    await settle()
    deaf.abort()
    await vi.advanceTimersByTimeAsync(3000)
    expect(await second).toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
    expect(ScriptedWorker.started[0]?.terminated).toBe(true)
  })
})
