import { extname, join } from 'node:path'
import { type Disk, isMissing, realDisk } from './disk'

/** A place in a folder that nothing has yet: `name`, `name (2)`… */
export async function freePlaceIn(folder: string, name: string, disk: Disk = realDisk): Promise<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${ending}`)
    try {
      await disk.stat(path)
    } catch (thrown) {
      if (isMissing(thrown)) return path
      throw thrown
    }
  }
}
