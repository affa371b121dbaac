import type { Measured, Measuring } from './search-measure-worker'

/** Has the worker index the pages at an address and time the queries; passes on what it says of its progress. */
function measureSearch(measuring: Measuring): Promise<Measured> {
  const worker = new Worker(new URL('./search-measure-worker.ts', import.meta.url), { type: 'module' })
  const { port1, port2 } = new MessageChannel()
  return new Promise((found, fail) => {
    worker.addEventListener('error', ({ message }) => fail(new Error(message)))
    port1.addEventListener('message', ({ data }: MessageEvent<Measured>) => found(data))
    port1.start()
    worker.postMessage({ measuring, port: port2 }, [port2])
  })
}

Object.assign(window, { measureSearch })
