import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inRoot, ROOT } from './project.mjs'

/** How long Electron's releases may take to answer at all, and then to arrive (a hundred megabytes). */
const ANSWER_MS = 5_000
const INSTALL_MS = 10 * 60 * 1000
/** Remembers that Electron's releases could not be reached, so that the next start does not wait again: for a day. */
const TRIED = inRoot('node_modules/.vouch-electron-tried')
const TRY_AGAIN_MS = 24 * 60 * 60 * 1000

function packageFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch (thrown) {
    if (thrown.code === 'MODULE_NOT_FOUND') return null
    throw thrown
  }
}

/**
 * The path of Electron's binary, or null. Looks for the file only: requiring the package would start a download
 * (electron 42 and later). ELECTRON_EXEC_PATH and ELECTRON_OVERRIDE_DIST_PATH are read as electron-vite and electron read them.
 */
export function electronBinary() {
  const named = process.env.ELECTRON_EXEC_PATH
  if (named) return existsSync(named) ? named : null
  const folder = packageFolder()
  if (folder === null) return null
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const list = join(folder, 'path.txt')
  if (!existsSync(list) && !override) return null
  const binary = join(override ?? join(folder, 'dist'), existsSync(list) ? readFileSync(list, 'utf8').trim() : 'electron')
  return existsSync(binary) ? binary : null
}

/** Gets the binary with the package's own installer, on first use. Says what it does, and within seconds when it can't. */
export async function electronOrInstall(say) {
  if (process.env.VOUCH_HOST === 'browser') return null
  const found = electronBinary()
  const folder = packageFolder()
  if (found !== null || folder === null) return found
  if (existsSync(TRIED) && Date.now() - Number(readFileSync(TRIED, 'utf8')) < TRY_AGAIN_MS) return null
  if (await releasesAnswer()) {
    say('Getting Electron with its own installer, once (about 100 MB)…')
    spawnSync(process.execPath, [join(folder, 'install.js')], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      timeout: INSTALL_MS,
      killSignal: 'SIGKILL',
    })
  } else say('Electron’s releases can’t be reached from this machine.')
  const installed = electronBinary()
  if (installed === null) writeFileSync(TRIED, String(Date.now()))
  return installed
}

/** Whether the place that the installer fetches from answers at all. */
async function releasesAnswer() {
  const place = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/'
  try {
    const { status } = await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) })
    return status < 400
  } catch (thrown) {
    if (thrown instanceof TypeError || thrown.name === 'TimeoutError') return false
    throw thrown
  }
}

/** Whether a window can be shown here. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
