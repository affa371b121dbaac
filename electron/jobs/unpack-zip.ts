import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { withZip, type ZipEntry, zipEntries, type ZipSource } from '@shared/zip/read-zip'
import { partsInside } from '../files/outside-name'
import { onDisk } from '../files/disk'

/** More than any bundle should hold, less than what would fill a disk by malice. */
const MOST_BYTES = 64 * 1024 ** 3
const MOST_FILES = 100_000

/**
 * Unpacks a zip into a folder, piece by piece. Refuses one whose paths would leave the folder, or that would grow beyond all measure, before
 * anything is written. Problems: `zip-refused`, `zip-damaged`, those of the disk.
 */
export async function unpackZip(zip: string, folder: string): Promise<Outcome<null>> {
  const name = basename(zip)
  const opened = await onDisk(`${zip} could not be read`, () => open(zip, 'r'))
  if (!opened.ok) return opened
  const file = opened.value
  try {
    const source = sourceOf(file, (await file.stat()).size)
    const entries = await withZip(name, () => zipEntries(source))
    if (!entries.ok) return entries
    const refused = whyRefused(entries.value)
    if (refused !== null)
      return trouble(problem('zip-refused', `${name} was not unpacked: ${refused}.`, 'Do not trust this file; ask for the bundle again.'))
    const unpacked = await onDisk(`${name} could not be unpacked`, () =>
      withZip(name, async () => {
        for (const entry of entries.value) await unpackEntry(entry, join(folder, ...entry.path.split('/')))
      }),
    )
    if (!unpacked.ok) return unpacked
    return unpacked.value.ok ? ok(null) : unpacked.value
  } finally {
    await file.close()
  }
}

function whyRefused(entries: readonly ZipEntry[]): string | null {
  const outside = entries.find(({ path }) => !partsInside(path).ok)
  if (outside !== undefined) return `the path “${outside.path}” in it leads out of the bundle`
  return entries.length > MOST_FILES || entries.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES
    ? 'it holds more than any bundle should'
    : null
}

const sourceOf = (file: FileHandle, size: number): ZipSource => ({
  size,
  async read(offset, length) {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  },
})

async function unpackEntry(entry: ZipEntry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const target = await open(path, 'wx')
  try {
    for await (const piece of entry.content()) await target.writeFile(piece)
  } finally {
    await target.close()
  }
}
