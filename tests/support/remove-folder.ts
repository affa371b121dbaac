import { rmSync } from 'node:fs'

/** How long a browser may take to let go of its profile after it was closed, ms. */
const PATIENCE = 15_000

/** Removes a folder of a test. A browser that is going down may still write into its profile, so the whole removal is tried again. */
export async function removeFolder(folder: string): Promise<void> {
  for (const until = Date.now() + PATIENCE; ;) {
    try {
      return rmSync(folder, { recursive: true, force: true })
    } catch (thrown) {
      const busy = thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOTEMPTY' || thrown.code === 'EBUSY')
      if (!busy || Date.now() > until) throw thrown
      await new Promise((rested) => setTimeout(rested, 200))
    }
  }
}
