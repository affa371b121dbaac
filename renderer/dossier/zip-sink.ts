import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { BundleSink } from '@shared/bundle/write-bundle'
import { type Outcome, ok } from '@shared/errors/outcome'
import type { Timestamp } from '@shared/units/time'

/** A sink that packs what it is given into one zip file, in pieces, under a folder of its own name. Call `end` last. */
export type ZipSink = BundleSink & { end(): Promise<Outcome<unknown>> }

/**
 * @param folder the folder inside the zip
 * @param at the time stamped on every file, so that the same state gives the same bytes
 * @param take gets the bytes of the zip, in order
 */
export function zipSink(folder: string, at: Timestamp, take: (bytes: Uint8Array) => Promise<Outcome<unknown>>): ZipSink {
  const ready: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((problemFound, chunk) => {
    if (problemFound) failure = problemFound
    else if (chunk.length > 0) ready.push(chunk)
  })
  let open: { readonly path: string; readonly file: ZipDeflate | ZipPassThrough } | null = null
  const close = (): void => {
    open?.file.push(new Uint8Array(), true)
    open = null
  }
  const flush = async (): Promise<Outcome<unknown>> => {
    if (failure !== null) throw failure
    for (const chunk of ready.splice(0)) {
      const taken = await take(chunk)
      if (!taken.ok) return taken
    }
    return ok(null)
  }
  return {
    async write(path, bytes) {
      if (open?.path !== path) {
        close()
        const name = `${folder}/${path}`
        const file = /\.(pdf|png)$/.test(path) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
        file.mtime = localMoment(at)
        zip.add(file)
        open = { path, file }
      }
      open.file.push(Uint8Array.from(bytes))
      return flush()
    },
    async end() {
      close()
      zip.end()
      return flush()
    },
  }
}

/** Zip files state local time: this makes the moment's UTC figures the local ones, wherever the machine stands. */
function localMoment(at: Timestamp): Date {
  const moment = new Date(at)
  return new Date(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate(), moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds())
}
