import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import config from '../../electron.vite.config'
import { findBrowser, NO_BROWSER } from '../../electron/host/find-browser'
import type { Acknowledged } from './driver/acknowledged'
import { removeFolder } from '../support/remove-folder'

const root = join(import.meta.dirname, '../..')

/** Folders made and processes started in one run; none stays after it, also when a test fails. */
const made: string[] = []
const alive = new Set<() => void>()
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-breakage-'))
  made.push(folder)
  return folder
}
export async function cleanUp(): Promise<void> {
  for (const kill of alive) kill()
  for (const folder of made.splice(0)) await removeFolder(folder)
}

/** The built launcher beside a page that drives the real workbench without screens; answers the launcher's path. */
export async function buildDriver(): Promise<string> {
  const launcher = join(root, 'out/main/launcher.js')
  if (!existsSync(launcher)) throw new Error('run `npm run build` first: the breakage suite kills the real launcher')
  const folder = temporaryFolder()
  cpSync(join(root, 'out/main'), join(folder, 'out/main'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { renderer } = config as { readonly renderer: Parameters<typeof build>[0] }
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'driver'),
    publicDir: false,
    build: { outDir: join(folder, 'out/renderer'), emptyOutDir: true, minify: false },
  })
  return join(folder, 'out/main/launcher.js')
}

/** A library under breakage: its folder outlives the processes. */
export type Place = {
  readonly launcher: string
  readonly folder: string
  readonly vault: string
  port: number
  readonly acknowledged: Acknowledged[]
}

export function newPlace(launcher: string): Place {
  const folder = temporaryFolder()
  return { launcher, folder, vault: join(folder, 'vault'), port: 0, acknowledged: [] }
}

/** A library as another one stands, both closed. It keeps the port, to which its database belongs: one of the two runs at a time. */
export function copyOf(place: Place): Place {
  const copy = { ...newPlace(place.launcher), port: place.port, acknowledged: [...place.acknowledged] }
  cpSync(place.folder, copy.folder, { recursive: true })
  return copy
}

export type Running = {
  readonly page: Page
  /** What `openWorkbench` said at the start. */
  readonly words: readonly string[]
  /** Ends launcher and browser with SIGKILL, in this order or the other; nothing is told or flushed before. */
  kill(first: 'launcher' | 'browser'): Promise<void>
  /** Closes as a person does. */
  close(): Promise<void>
}

/** Starts launcher and browser as processes of their own, and waits until the workbench has opened (or said why not). */
export async function startUnderBreakage(place: Place): Promise<Running> {
  mkdirSync(place.folder, { recursive: true })
  const launcher = spawn(process.execPath, [place.launcher, '--vault', place.vault, '--port', String(place.port), '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await printed(launcher, /http:\/\/127\.0\.0\.1:\d+\/\S*/)
  place.port = Number(new URL(url).port)
  const profile = join(place.folder, 'profile')
  const args = [
    `--user-data-dir=${profile}`,
    '--headless=new',
    '--remote-debugging-port=0',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
  ]
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const installed = await findBrowser()
  if (installed === null) throw new Error(NO_BROWSER)
  const chrome = spawn(installed.path, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const browser = await chromium.connectOverCDP(await printed(chrome, /ws:\/\/127\.0\.0\.1:\d+\/\S+/))
  const page = await readyPage(browser, url, place)
  const words = await page.evaluate(() => window.driver?.words ?? [])
  const ended = [launcher, chrome].map((one) => once(one, 'exit'))
  const kills = [() => void launcher.kill('SIGKILL'), () => killGroup(chrome)]
  for (const kill of kills) alive.add(kill)
  const forget = (): void => kills.forEach((kill) => alive.delete(kill))
  return {
    page,
    words,
    async kill(first) {
      for (const one of first === 'launcher' ? kills : kills.toReversed()) one()
      await Promise.all(ended)
      forget()
      await browser.close()
      for (const name of readdirSync(profile)) if (name.startsWith('Singleton')) rmSync(join(profile, name), { force: true })
    },
    async close() {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close')
      launcher.kill('SIGTERM')
      await Promise.all(ended)
      forget()
      await browser.close()
    },
  }
}

async function readyPage(browser: Browser, url: string, place: Place): Promise<Page> {
  const [context] = browser.contexts()
  const page = context?.pages()[0] ?? (await context?.newPage())
  if (page === undefined) throw new Error('the browser has no page')
  await page.exposeFunction('acknowledged', (what: Acknowledged) => void place.acknowledged.push(what))
  await page.goto(url)
  await page.waitForFunction(() => window.driver !== undefined, undefined, { timeout: 60_000 })
  return page
}

/** The browser's children share its process group. */
function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
}

/** Waits until a process prints something that matches. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((found, fail) => {
    let text = ''
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8')
      const match = pattern.exec(text)
      if (match !== null) found(match[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (status) => fail(new Error(`a process stopped with status ${status}: ${text}`)))
  })
}
