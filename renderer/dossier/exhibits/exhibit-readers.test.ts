import { pdfRect } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExhibitAnswer, ExhibitAsk, ExhibitStart } from './exhibit-job'
import { ExhibitLost, exhibitReaders } from './exhibit-readers'

/** Workers that answer as they are told; `null` is no answer. */
const workers: FakeWorker[] = []
let answering: (ask: ExhibitAsk) => ExhibitAnswer | null

class FakeWorker extends EventTarget {
  ended = false
  constructor() {
    super()
    workers.push(this)
  }
  postMessage({ port }: ExhibitStart): void {
    port.addEventListener('message', ({ data }: MessageEvent<ExhibitAsk>) => {
      const answer = answering(data)
      if (answer !== null) port.postMessage(answer)
    })
    port.start()
  }
  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }))
  }
  terminate(): void {
    this.ended = true
  }
}

const whole = (ask: ExhibitAsk): ExhibitAnswer | null =>
  ask.kind === 'open'
    ? { kind: 'open', pageCount: 3 }
    : ask.kind === 'picture'
      ? { kind: 'picture', bytes: null }
      : ask.kind === 'close'
        ? { kind: 'close' }
        : null
const area = pdfRect(0, 0, 9, 9)
const file = new Blob(['%PDF-1.7'])

beforeEach(() => {
  workers.length = 0
  answering = whole
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('document', { baseURI: 'http://vouch.invalid/' })
})
afterEach(() => vi.unstubAllGlobals())

async function opened(readers: ReturnType<typeof exhibitReaders>) {
  const reader = await readers.open(file, 'a.pdf', null)
  if (!reader.ok) throw new Error(reader.problem.what)
  return reader.value
}

describe('exhibits that are read in workers', () => {
  it('are read by as many workers as are open at once, one after the other', async () => {
    const readers = exhibitReaders()
    const [first, second] = [await opened(readers), await opened(readers)]
    expect([first.pageCount, workers.length]).toEqual([3, 2])
    await first.close()
    await opened(readers)
    expect(workers).toHaveLength(2)
    await second.close()
    readers.end()
    expect(workers.map(({ ended }) => ended)).toEqual([true, true])
  })
  it('that can’t be opened say why, and the worker takes the next', async () => {
    const readers = exhibitReaders()
    answering = () => ({ kind: 'trouble', problem: { kind: 'pdf-broken', what: 'It is damaged.', remedy: '' } })
    expect(await readers.open(file, 'a.pdf', null)).toMatchObject({ ok: false, problem: { what: 'It is damaged.' } })
    answering = whole
    await opened(readers)
    expect(workers).toHaveLength(1)
    readers.end()
  })
  it('are lost with a worker that crashes, which is not used again', async () => {
    const readers = exhibitReaders()
    const reader = await opened(readers)
    const waiting = reader.extract(pageIndex(0))
    workers[0]?.crash('out of memory')
    await expect(waiting).rejects.toThrow(new ExhibitLost('out of memory'))
    await expect(reader.picture(pageIndex(0), area, 2)).rejects.toThrow(ExhibitLost)
    await reader.close()
    await opened(readers)
    expect(workers).toHaveLength(2)
    readers.end()
  })
  it('stop at once when all is ended', async () => {
    const readers = exhibitReaders()
    const waiting = (await opened(readers)).extract(pageIndex(0))
    readers.end()
    await expect(waiting).rejects.toThrow(ExhibitLost)
  })
  it('have no picture of a page that can’t be drawn', async () => {
    const readers = exhibitReaders()
    expect(await (await opened(readers)).picture(pageIndex(0), area, 2)).toBeNull()
    readers.end()
  })
})
