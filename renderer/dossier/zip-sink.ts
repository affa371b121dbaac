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

/** Ends the writing of a zip whose pieces were refused. */
class Refused extends Error {}

/**
 * @param folder the folder inside the zip
 * @param at the time stamped on every file, so that the same state gives the same bytes
 * @param take gets the bytes of the zip, in order
 */
export function zipSink(folder: string, at: Timestamp, take: (bytes: Uint8Array) => Promise<Outcome<unknown>>): ZipSink {
  let ready: Uint8Array[] = []
  let waiting = 0
  let open: string | null = null
  let taken: Outcome<unknown> = ok(null)
  const flush = async (): Promise<void> => {
    if (waiting === 0) return
    const bytes = joined(ready, waiting)
    ready = []
    waiting = 0
    taken = await take(bytes)
    if (!taken.ok) throw new Refused(taken.problem.what)
  }
  const zip = zipWriter(at, async (piece) => {
    ready.push(piece)
    waiting += piece.length
    if (waiting >= TOGETHER) await flush()
  })
  const unlessRefused = async (work: () => Promise<void>): Promise<Outcome<unknown>> => {
    try {
      await work()
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown
    }
    return taken
  }
  return {
    write: (path, bytes, whole) =>
      unlessRefused(async () => {
        if (open !== path) await zip.begin(`${folder}/${path}`, PACKED.test(path) ? 'stored' : 'deflated', whole)
        open = path
        await zip.push(bytes)
      }),
    end: () =>
      unlessRefused(async () => {
        await zip.end()
        await flush()
      }),
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
