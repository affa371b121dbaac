import { accessSync, constants, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** A browser to show the workbench in. `headlessOnly` for the one that an npm package carries. */
export type FoundBrowser = { readonly path: string; readonly headlessOnly: boolean }

const NAMES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['chrome.exe', 'msedge.exe', 'chromium.exe'],
}
const OTHER_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
]

function fixedPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    const apps = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
    ]
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => apps.map((app) => join(folder, app)))
  }
  if (process.platform === 'win32') {
    const apps = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((folder) =>
      folder === undefined ? [] : apps.map((app) => join(folder, app)),
    )
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome']
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return false
    throw thrown
  }
}

/** Looks for a Chromium, Chrome or Edge: named by VOUCH_BROWSER, on the path, in the usual places, then inside an npm package. */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const named = process.env['VOUCH_BROWSER']
  const names = NAMES[process.platform] ?? OTHER_NAMES
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const installed = [...(named === undefined ? [] : [named]), ...onPath, ...fixedPlaces()].find(isProgram)
  return installed === undefined ? browserFromPackage() : { path: installed, headlessOnly: false }
}

const packagedSchema = z.object({
  default: z.custom<{ executablePath(): Promise<string> }>(
    (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
  ),
})

/** `@sparticuz/chromium` carries a compressed Chromium for Linux; it unpacks it into the temporary folder. Null where it is not installed. */
async function browserFromPackage(): Promise<FoundBrowser | null> {
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return null
    throw thrown
  }
  const loaded = packagedSchema.parse(await import(/* @vite-ignore */ pathToFileURL(entry).href))
  return { path: await loaded.default.executablePath(), headlessOnly: true }
}

/** Where none was found: what helps, in one sentence. */
export const NO_BROWSER =
  process.platform === 'linux'
    ? 'No Chromium, Chrome or Edge was found: install one (on Debian and Ubuntu: sudo apt install chromium), or name one in VOUCH_BROWSER.'
    : 'No Chromium, Chrome or Edge was found: install one, or name one in VOUCH_BROWSER.'
