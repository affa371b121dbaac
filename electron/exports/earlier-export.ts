import { join } from 'node:path'
import { DOSSIER_FILES } from '@shared/dossier/dossier-files'
import { type Disk, isMissing } from '../files/disk'

/** What may stand at the top of a bundle (BagIt, RFC 8493). */
const BAG = /^(bagit\.txt|bag-info\.txt|fetch\.txt|(tag)?manifest-[a-z0-9]+\.txt|data)$/
/** What may stand in a dossier that is not a bundle. */
const DOSSIER: ReadonlySet<string> = new Set(DOSSIER_FILES)
/** Left there by the systems' file managers. */
const LITTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/

export type Place = 'free' | 'earlier export' | 'something else'

/**
 * What stands where an export should go. Only what holds nothing but the files of an earlier export is ever replaced, so
 * that a mistyped folder costs nobody their work.
 */
export async function whatStandsAt(disk: Disk, path: string): Promise<Place> {
  let names: string[]
  try {
    if (!(await disk.stat(path)).isDirectory()) return 'something else'
    names = (await disk.readdir(path)).filter((name) => !LITTER.test(name))
  } catch (thrown) {
    if (isMissing(thrown)) return 'free'
    throw thrown
  }
  if (names.length === 0) return 'free'
  if (names.includes('bagit.txt') && names.every((name) => BAG.test(name))) {
    const inside = (await disk.readdir(join(path, 'data'))).includes('vouch.json')
    return inside ? 'earlier export' : 'something else'
  }
  return names.every((name) => DOSSIER.has(name)) ? 'earlier export' : 'something else'
}
