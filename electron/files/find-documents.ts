import { join, sep } from 'node:path'
import { readdir, realpath, stat } from 'node:fs/promises'
import { isDocumentName } from '@shared/documents/media-of-bytes'
import type { Outcome } from '@shared/errors/outcome'
import { isMissing, onDisk } from './disk'

const isPdf = (name: string): boolean => name.toLowerCase().endsWith('.pdf')

/**
 * Every PDF (by its ending, whatever its case) in a folder and the folders in it, sorted by path. A symbolic link is followed
 * only to what lies in the same folder, and each file is named once.
 */
export const pdfsIn = (folder: string): Promise<Outcome<readonly string[]>> => filesIn(folder, isPdf)

/** The same for all that Vouch reads: PDFs and tables. */
export const documentsIn = (folder: string): Promise<Outcome<readonly string[]>> => filesIn(folder, isDocumentName)

async function filesIn(folder: string, wanted: (name: string) => boolean): Promise<Outcome<readonly string[]>> {
  return onDisk(`The folder ${folder} could not be read`, async () => {
    const root = await realpath(folder)
    const found = new Map<string, string>()
    const entered = new Set<string>()
    const walk = async (path: string): Promise<void> => {
      const real = await realpath(path)
      if ((real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) || entered.has(real)) return
      entered.add(real)
      for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const inside = join(path, entry.name)
        try {
          const kind = entry.isSymbolicLink() ? await stat(inside) : entry
          if (kind.isDirectory()) await walk(inside)
          else if (kind.isFile() && wanted(entry.name)) {
            const file = await realpath(inside)
            if (file.startsWith(root.endsWith(sep) ? root : root + sep) && !found.has(file)) found.set(file, inside)
          }
        } catch (thrown) {
          // A link that leads nowhere, or a file removed while we look.
          if (!isMissing(thrown)) throw thrown
        }
      }
    }
    await walk(folder)
    return [...found.values()].sort()
  })
}
