import { join } from 'node:path'
import { uptime } from 'node:os'
import { z } from 'zod'
import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { type Disk, isMissing, onDisk } from '../files/disk'

/** Who holds a vault: a process, and when its machine was started (ms since 1970), because process numbers are used again. */
const holderSchema = z.object({ pid: z.int(), bootedAt: z.number() })
const NAME = '.open'
/** Clocks are set while a machine runs; two starts of one machine lie further apart than this. */
const SAME_BOOT_MS = 60_000

const bootedAt = (): number => Date.now() - uptime() * 1000

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    // EPERM: it runs, and belongs to somebody else.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}

/** Takes a vault for this process, so that two workbenches do not write one journal. A holder that has died does not count. */
export async function lockVault(disk: Disk, folder: string, shown: string): Promise<Outcome<{ readonly release: () => Promise<void> }>> {
  const path = join(folder, NAME)
  return flatten(
    await onDisk(`Vouch could not open ${shown}`, async () => {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const taken = await take(disk, path)
        if (taken) return ok({ release: () => disk.rm(path, { force: true }) })
        const holder = await holderOf(disk, path)
        if (
          holder !== null &&
          holder.pid !== process.pid &&
          Math.abs(holder.bootedAt - bootedAt()) < SAME_BOOT_MS &&
          isRunning(holder.pid)
        ) {
          return trouble(
            problem(
              'vault-in-use',
              `Another Vouch (process ${holder.pid}) has ${shown} open.`,
              `Use that window, or close it first; if there is none, delete the file ${NAME} in that folder.`,
            ),
          )
        }
        await disk.rm(path, { force: true })
      }
      return trouble(problem('vault-in-use', `Another Vouch is opening ${shown} at this moment.`, 'Use that window, or close it first.'))
    }),
  )
}

async function take(disk: Disk, path: string): Promise<boolean> {
  try {
    const handle = await disk.open(path, 'wx')
    try {
      await handle.writeFile(JSON.stringify({ pid: process.pid, bootedAt: bootedAt() }))
    } finally {
      await handle.close()
    }
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST') return false
    throw thrown
  }
}

/** Null where the file is gone or was not written whole. */
async function holderOf(disk: Disk, path: string): Promise<z.infer<typeof holderSchema> | null> {
  try {
    return holderSchema.parse(JSON.parse(await disk.readFile(path, 'utf8')))
  } catch (thrown) {
    if (isMissing(thrown) || thrown instanceof SyntaxError || thrown instanceof z.ZodError) return null
    throw thrown
  }
}

const flatten = <Value>(outcome: Outcome<Outcome<Value>>): Outcome<Value> => (outcome.ok ? outcome.value : outcome)
