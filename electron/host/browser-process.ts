import { type ChildProcess, spawn } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { engineArguments } from '../engine/engine-flags'
import { type PageTrouble, watchBrowser } from './browser-pipe'
import type { DevToolsPipe } from './devtools'
import type { FoundBrowser } from './find-browser'

export type BrowserOptions = {
  readonly browser: FoundBrowser
  readonly url: string
  readonly profile: string
  readonly headless: boolean
  /** For work without a window: told when the page fails. */
  readonly onTrouble: ((trouble: PageTrouble) => void) | null
}
export type BrowserProcess = {
  /** Resolves when the browser has ended, with the last words it wrote. */
  readonly ended: Promise<{ readonly status: number | null; readonly words: string }>
  close(): void
}

/** Keeps the browser quiet and off the network: no updates, no reports, no first-run pages, and a proxy that is not there. */
const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  // Nothing listens at port 9, so whatever would go out goes nowhere; only the launcher's own address is reached directly.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--password-store=basic',
  '--use-mock-keychain',
  '--remote-debugging-pipe',
]
const HEADLESS_FLAGS = [
  '--headless=new',
  '--hide-scrollbars',
  '--disable-gpu',
  // Containers give a few megabytes to /dev/shm, which a long document fills.
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]
/** The sandbox of Chromium refuses to run for the user root; without it a warning bar is shown, which this hides. */
const ROOT_FLAGS = ['--no-sandbox', '--test-type']

const LAST_WORDS = 4000

/** Chromium complains of a missing message bus wherever there is no desktop; that explains nothing. */
const withoutNoise = (words: string): string =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('dbus'))
    .join('\n')

/** Opens the workbench in a window of its own, with a profile of its own. */
export function startBrowser(options: BrowserOptions): BrowserProcess {
  const { pipe, ...started } = spawnBrowser(options)
  if (pipe !== null) watchBrowser(pipe, new URL(options.url).origin, options.onTrouble)
  return started
}

/** Starts a browser that is quiet and off the network. `pipe` is null where it could not be started, which `ended` tells. */
export function spawnBrowser(options: Omit<BrowserOptions, 'onTrouble'>): BrowserProcess & { readonly pipe: DevToolsPipe | null } {
  const headless = options.headless || options.browser.headlessOnly
  const child: ChildProcess = spawn(
    options.browser.path,
    [
      ...FLAGS,
      ...engineArguments(),
      ...(headless ? HEADLESS_FLAGS : []),
      ...(process.getuid?.() === 0 ? ROOT_FLAGS : []),
      `--user-data-dir=${options.profile}`,
      headless ? options.url : `--app=${options.url}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-LAST_WORDS)
  })
  const [, , , toBrowser, fromBrowser] = child.stdio
  const ended = new Promise<{ status: number | null; words: string }>((resolve) => {
    child.once('error', (thrown) => resolve({ status: null, words: thrown.message }))
    child.once('exit', (status) => resolve({ status, words: withoutNoise(words) }))
  })
  return {
    ended,
    close: () => void child.kill(),
    pipe: toBrowser instanceof Writable && fromBrowser instanceof Readable ? { toBrowser, fromBrowser } : null,
  }
}
