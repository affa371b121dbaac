import type { Timestamp } from '@shared/units/time'
import { zipWriter } from '@shared/zip/write-zip'
import type { Disk } from '../files/disk'

/** A zip that is being written to a file, under one folder of its own. What the disk refuses is thrown. */
export type ZipTarget = {
  /**
   * Appends to the file of that path in the zip; files come one after the other, each whole before the next.
   * @param whole how long the file will be, in bytes, where it may be beyond 4 GiB
   */
  append(path: string, bytes: Uint8Array, whole?: number): Promise<void>
  /** Writes the list of all files, and flushes. */
  end(): Promise<void>
  /** Lets go of the file. */
  close(): Promise<void>
}

/** Files that are packed already. */
const PACKED = /\.(pdf|png|xlsx)$/

/**
 * @param at the time stamped on every file, so that the same state gives the same bytes
 * @param folder the folder inside the zip
 */
export async function zipTarget(disk: Disk, path: string, at: Timestamp, folder: string): Promise<ZipTarget> {
  const file = await disk.open(path, 'wx')
  const zip = zipWriter(at, async (piece) => void (await file.writeFile(piece)))
  let open: string | null = null
  return {
    async append(inside, bytes, whole = 0) {
      if (open !== inside) await zip.begin(`${folder}/${inside}`, PACKED.test(inside) ? 'stored' : 'deflated', whole)
      open = inside
      await zip.push(bytes)
    },
    async end() {
      await zip.end()
      await file.sync()
    },
    close: () => file.close(),
  }
}
