import { type Disk, isMissing } from '../files/disk'
import { whatStandsAt } from './earlier-export'

/** Puts a folder in the place of an earlier export: the earlier one is moved away first and removed last, so that one of them is always whole. */
export async function replaceFolder(disk: Disk, from: string, to: string): Promise<void> {
  if ((await whatStandsAt(disk, to)) === 'something else')
    throw Object.assign(new Error(`${to} was filled meanwhile`), { code: 'EBUSY', syscall: 'rename' })
  const old = `${from}.old`
  const moved = await renameIfThere(disk, to, old)
  try {
    await disk.rename(from, to)
  } catch (thrown) {
    if (moved) await disk.rename(old, to)
    throw thrown
  }
  if (moved) await disk.rm(old, { recursive: true, force: true })
}

async function renameIfThere(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await disk.rename(from, to)
    return true
  } catch (thrown) {
    if (isMissing(thrown)) return false
    throw thrown
  }
}
