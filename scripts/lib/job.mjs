import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BuildFailed, ensureBuilt } from './built.mjs'
import { electronBinary, hasDisplay } from './electron-binary.mjs'
import { hostCommand, runToEnd } from './host.mjs'

/**
 * Runs a job without a window, in a library of its own that is thrown away unless one is named.
 * @param request as electron/jobs/job-request.ts describes it, with absolute paths
 * @param library folder of a library to keep, or null
 * @returns the exit status
 */
export async function runJob(request, library = null) {
  const scratch = mkdtempSync(join(tmpdir(), 'vouch-job-'))
  try {
    await ensureBuilt()
    const file = join(scratch, 'request.json')
    writeFileSync(file, JSON.stringify(request), { mode: 0o600 })
    const home = library ?? join(scratch, 'library')
    mkdirSync(home, { recursive: true })
    // The library's database belongs to an origin, and so to a port: a kept library keeps one of its own.
    const port = library === null ? '0' : '47822'
    const electron = process.env.VOUCH_HOST !== 'browser' && hasDisplay() ? electronBinary() : null
    const args = [
      '--job',
      file,
      '--scratch',
      scratch,
      '--vault',
      join(home, 'vault'),
      '--profile',
      join(home, 'profile'),
      ...(electron === null ? ['--port', port] : []),
    ]
    return await runToEnd(hostCommand(electron, args))
  } catch (thrown) {
    if (thrown instanceof BuildFailed) return 1
    throw thrown
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Says how a command is used, and ends with status 1. */
export function wrongUse(words, usage) {
  process.stderr.write(`${words}\n\n${usage}\n`)
  process.exit(1)
}
