import type { BundleSink } from '@shared/bundle/write-bundle'
import { type Outcome, ok } from '@shared/errors/outcome'
import type { Timestamp } from '@shared/units/time'
import { zipWriter } from '@shared/zip/write-zip'

/** A sink that packs what it is given into one zip file, in pieces, under a folder of its own name. Call `end` last. */
export type ZipSink = BundleSink & { end(): Promise<Outcome<unknown>> }

/** Files that are packed already. */
const PACKED = /\.(pdf|png|xlsx)$/
/** Small pieces are handed on together, for each one crosses to the shell by itself. */
const TOGETHER = 1024 * 1024

/**
 * @param folder the folder inside the zip
 * @param at the time stamped on every file, so that the same state gives the same bytes
 * @param take gets the bytes of the zip, in order
 */
export function zipSink(folder: string, at: Timestamp, take: (bytes: Uint8Array) => Promise<Outcome<unknown>>): ZipSink {
  let ready: Uint8Array[] = []
  let waiting = 0
  const zip = zipWriter(at, (piece) => {
    ready.push(piece)
    waiting += piece.length
  })
  let open: string | null = null
  const flush = async (): Promise<Outcome<unknown>> => {
    if (waiting === 0) return ok(null)
    const bytes = ready.length === 1 && ready[0] !== undefined ? ready[0] : joined(ready, waiting)
    ready = []
    waiting = 0
    return take(bytes)
  }
  return {
    async write(path, bytes) {
      if (open !== path) zip.begin(`${folder}/${path}`, PACKED.test(path) ? 'stored' : 'deflated')
      open = path
      zip.push(bytes)
      // What was given is the caller's again once this resolves, so no piece of it may wait.
      return waiting >= TOGETHER || ready.includes(bytes) ? flush() : ok(null)
    },
    async end() {
      zip.end()
      return flush()
    },
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
