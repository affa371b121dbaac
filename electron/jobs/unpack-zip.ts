import { unzipSync } from 'fflate'
import { type Outcome, messageOf, ok, problem, trouble } from '@shared/errors/outcome'
import { partsInside } from '../files/outside-name'

/** More than any bundle should hold, less than what would fill a disk by malice. */
const MOST_BYTES = 8 * 1024 ** 3
const MOST_FILES = 100_000

export type Unpacked = { readonly parts: readonly string[]; readonly content: Uint8Array }

/** The files of a zip. Refuses one whose paths would leave the folder, or that would grow beyond all measure. */
export function unpackZip(zip: Uint8Array, name: string): Outcome<readonly Unpacked[]> {
  let bytes = 0
  let count = 0
  let refused: string | null = null
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(zip, {
      filter(entry) {
        bytes += entry.originalSize
        count += 1
        if (bytes > MOST_BYTES || count > MOST_FILES) refused ??= 'it holds more than any bundle should'
        if (!entry.name.endsWith('/') && !partsInside(entry.name).ok) refused ??= `the path “${entry.name}” in it leads out of the bundle`
        return refused === null && !entry.name.endsWith('/')
      },
    })
  } catch (thrown) {
    return trouble(problem('zip-damaged', `${name} is not a zip that can be read (${messageOf(thrown)}).`, 'Ask for the bundle again, or name its folder.'))
  }
  if (refused !== null) return trouble(problem('zip-refused', `${name} was not unpacked: ${refused}.`, 'Do not trust this file; ask for the bundle again.'))
  const files: Unpacked[] = []
  for (const [path, content] of Object.entries(entries)) {
    const parts = partsInside(path)
    if (parts.ok) files.push({ parts: parts.value, content })
  }
  return ok(files)
}
