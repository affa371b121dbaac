import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findBrowser, NO_BROWSER } from '../../electron/host/find-browser'
import { removeFolder } from './remove-folder'
import { seededLibrary } from './seeded-library'

const root = join(import.meta.dirname, '../..')

/** The folder of real documents beside the project; tests that need it say so where it is absent. */
export const CORPUS = join(root, '../shared/corpus')
export const hasCorpus = existsSync(join(CORPUS, 'manifest.json'))

/** What follows the import of the samples (small pictures, a look at their text) takes less, ms. It may go on later as well. */
const FOLLOWS = 10_000

/** A running workbench with a library of its own, in a real Chromium. */
export type Vouch = {
  readonly page: Page
  readonly context: BrowserContext
  readonly vault: string
  readonly launcher: ChildProcess
  /** Closes the window and the launcher; the library stays for `startVouch({ folder })`. */
  close(): Promise<void>
  /** Closes, and removes the library. */
  remove(): Promise<void>
}

export type VouchOptions = {
  /** Holds the vault and the browser's profile; one whose first start is over unless given. */
  readonly folder?: string
  /** The first start itself is looked at: nothing is in the library before. */
  readonly new?: boolean
  /** Kept the same over restarts, because IndexedDB belongs to an origin. Free one when absent. */
  readonly port?: number
  readonly theme?: 'light' | 'dark'
  readonly size?: { readonly width: number; readonly height: number }
  readonly env?: Readonly<Record<string, string>>
  /** Done to the browser before it opens the workbench. */
  readonly prepare?: (context: BrowserContext) => Promise<void>
}

type Started = Vouch & { readonly folder: string; readonly port: number }

export async function startVouch(options: VouchOptions = {}): Promise<Started> {
  if (options.new || options.folder !== undefined || options.prepare !== undefined) return start(options)
  const seeded = await seededLibrary(seed)
  return start({ ...options, ...seeded })
}

/** Lets a library be started for the first time, and what follows the import of the samples come to its end. */
async function seed(library: { readonly folder: string; readonly port: number }): Promise<void> {
  const vouch = await start(library)
  await vouch.page.getByRole('navigation', { name: 'A first reading' }).waitFor({ timeout: 120_000 })
  await vouch.page.waitForTimeout(FOLLOWS)
  await vouch.close()
}

async function start(options: VouchOptions): Promise<Started> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'vouch-test-'))
  const vault = join(folder, 'vault')
  const launcher = spawn(
    process.execPath,
    [join(root, 'out/main/launcher.js'), '--vault', vault, '--port', String(options.port ?? 0), '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    },
  )
  const url = await addressOf(launcher)
  const browser = await findBrowser()
  if (browser === null) throw new Error(NO_BROWSER)
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: browser.path,
    headless: true,
    viewport: options.size ?? { width: 1280, height: 800 },
    colorScheme: options.theme ?? 'light',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
  })
  await options.prepare?.(context)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  const close = async (): Promise<void> => {
    // A script that is being changed on its way (`prepare`) must not outlive the browser.
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
    const ended = new Promise((done) => launcher.once('exit', done))
    if (launcher.exitCode === null && launcher.kill()) await ended
  }
  return {
    page,
    context,
    vault,
    launcher,
    folder,
    port: Number(new URL(url).port),
    close,
    remove: async () => {
      await close()
      await removeFolder(folder)
    },
  }
}

/** Waits until the launcher prints the address (with its token) at which it serves the workbench. */
function addressOf(launcher: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let printed = ''
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8')
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)
      if (address !== null) found(address[0])
    }
    launcher.stdout?.on('data', read)
    launcher.stderr?.on('data', read)
    launcher.once('exit', (status) => fail(new Error(`the launcher stopped with status ${status}: ${printed}`)))
  })
}
