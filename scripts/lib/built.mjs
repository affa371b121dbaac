import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, OUT, ROOT } from './project.mjs'

/** Everything that the built application is made of. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/build-verifier.mjs',
]
/** Made by the build itself. */
const MADE = inRoot('resources/public/verify.html')
const STAMP = join(OUT, 'built-from')
const LOCK = inRoot('node_modules/.vouch-build')
/** A build takes seconds; a lock older than this was left by one that died. */
const LOCK_MS = 5 * 60 * 1000

/** What the build would be made of now: name, size and time of change of every source, as one hash. Reads no contents, so it takes milliseconds. */
function sourcesNow() {
  const hash = createHash('sha256')
  const take = (path) => {
    if (!existsSync(path) || path === MADE) return
    const found = statSync(path)
    if (found.isDirectory()) for (const name of readdirSync(path).sort()) take(join(path, name))
    else if (!/\.(test|spec)\.tsx?$/.test(path)) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`)
  }
  for (const source of SOURCES) take(inRoot(source))
  return hash.digest('hex')
}

const isBuilt = () =>
  existsSync(join(OUT, 'main/launcher.js')) &&
  existsSync(join(OUT, 'renderer/index.html')) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === sourcesNow()

/** Builds when something changed since the last build. Several commands may start at once: one builds, the others wait for it. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await withLock(() => {
    if (isBuilt()) return
    process.stderr.write('Building…\n')
    // Its words go to standard error: standard output belongs to the command that needs the build.
    const { status } = spawnSync(process.execPath, [inRoot('scripts/build.mjs'), '--locked'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    if (status !== 0) {
      process.stderr.write('The build failed, so nothing was started.\n')
      process.exitCode = 1
      throw new BuildFailed()
    }
  })
}

export class BuildFailed extends Error {}

/** Remembers what was built, for the next time. */
export function stampBuild(sources) {
  writeFileSync(STAMP, sources)
}
export { sourcesNow }

export async function withLock(work) {
  mkdirSync(inRoot('node_modules'), { recursive: true })
  for (;;) {
    try {
      closeSync(openSync(LOCK, 'wx'))
      break
    } catch (thrown) {
      if (thrown.code !== 'EEXIST') throw thrown
      if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > LOCK_MS) rmSync(LOCK, { force: true })
      else await new Promise((later) => setTimeout(later, 200))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}
