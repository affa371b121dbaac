import type { Timestamp } from '../units/time'
import { ZipWriter as Writer } from './zip-library'

/** Writes a zip as a stream, so that nothing of it is kept but the list of its files. Files come one after the other. */
export type ZipWriter = {
  /**
   * Begins a file; the one before is ended. Paths are unique.
   * @param bytes how long the file will be; what may be beyond 4 GiB is written as zip64
   */
  begin(path: string, method: 'stored' | 'deflated', bytes: number): Promise<void>
  /** Once it resolves, the array is the caller's again. Throws what `take` threw. */
  push(bytes: Uint8Array): Promise<void>
  /** Ends the last file and writes the list of all. */
  end(): Promise<void>
}

/**
 * @param at the time stamped on every file, so that the same state gives the same bytes; zips state no zone, so it is UTC
 * @param take gets the pieces of the zip, in order; what comes next waits until it resolves
 */
export function zipWriter(at: Timestamp, take: (piece: Uint8Array) => Promise<void>): ZipWriter {
  const moment = new Date(at)
  const zip = new Writer(new WritableStream({ write: take }), {
    useCompressionStream: false,
    extendedTimestamp: false,
    lastModDate: moment,
    rawLastModDate: dosMoment(moment),
  })
  let open: { readonly writer: WritableStreamDefaultWriter<Uint8Array>; readonly added: Promise<unknown> } | null = null
  const close = async (): Promise<void> => {
    if (open === null) return
    const { writer, added } = open
    open = null
    await Promise.all([writer.close(), added])
  }
  return {
    async begin(path, method, bytes) {
      await close()
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      open = {
        writer: writable.getWriter(),
        added: zip.add(path, readable, { level: method === 'stored' ? 0 : 6, uncompressedSize: bytes }),
      }
    },
    async push(bytes) {
      if (open === null) throw new Error('no file was begun')
      const step = open.writer.write(bytes.slice())
      // Where the zip fails before it reads, nothing would take the piece.
      await Promise.race([step, open.added.then(() => step)])
    },
    async end() {
      await close()
      await zip.close()
    },
  }
}

/** Date and time as MS-DOS had them, in steps of two seconds. The library would read them off the clock of the place. */
function dosMoment(moment: Date): number {
  const date = (Math.max(0, moment.getUTCFullYear() - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate()
  const time = (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1)
  return ((date << 16) | time) >>> 0
}
