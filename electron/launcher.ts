import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@shared/errors/outcome'
import { version } from '../package.json'
import { chosenFiles } from './files/chosen-files'
import { freePlaceIn } from './files/free-place'
import { shownPath } from './files/shown-path'
import { type BrowserProcess, startBrowser } from './host/browser-process'
import { findBrowser, NO_BROWSER } from './host/find-browser'
import { type HttpHost, startHttpHost } from './host/http-host'
import { type LauncherOptions, launcherOptions } from './host/launcher-options'
import { openPath } from './host/open-path'
import { shellDesktop } from './host/shell-desktop'
import { workFrom } from './jobs/run-request'
import { printWithBrowser } from './paper/print-with-browser'

/** The browser host: serves the workbench on 127.0.0.1, keeps the vault, and opens an installed Chromium. */
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const stop = (problem: Problem): never => {
  say(problem.what)
  say(problem.remedy)
  process.exit(1)
}

const parsed = launcherOptions(process.argv.slice(2))
if (!parsed.ok) stop(parsed.problem)
else process.exitCode = await launch(parsed.value)
process.exit()

async function launch(options: LauncherOptions): Promise<number> {
  const files = chosenFiles()
  const work = await workFrom(options.job, options.scratch, files, say)
  if (!work.ok) return stop(work.problem)
  const { job, desk, choosePlace } = work.value
  let host: HttpHost | null = null
  const shell = shellDesktop({
    vaultFolder: options.vault,
    version,
    electron: null,
    files,
    job,
    choosePlace: choosePlace ?? ((name) => freePlaceIn(join(options.vault, 'exports'), name)),
    print: printWithBrowser,
    // The page itself asks, with a file input.
    chooseFiles: () => Promise.resolve([]),
    refusedRequests: () => host?.refused() ?? 0,
    copyText: () => undefined,
    reveal: openPath,
  })
  const token = randomBytes(24).toString('base64url')
  let handed: readonly string[] = options.files
  try {
    host = await startHttpHost({
      desktop: shell.desktop,
      root: join(import.meta.dirname, '../renderer'),
      port: options.port,
      token,
      developmentOrigin: options.developmentOrigin,
      async takeHandedFiles() {
        const paths = handed
        handed = []
        const offered = await Promise.all(paths.map((path) => files.offer(path)))
        for (const file of offered) if (!file.ok) say(`${file.problem.what} ${file.problem.remedy}`)
        return offered.flatMap((file) => (file.ok ? [file.value] : []))
      },
      report: say,
    })
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE')) throw thrown
    return stop({
      kind: 'port-taken',
      what: `Port ${options.port} on 127.0.0.1 is taken: Vouch is open already, or another program uses it.`,
      remedy:
        'Use the window that is open, or close it first. Vouch does not move to another port, because the library in the browser belongs to this one.',
    })
  }
  const url = `${options.developmentOrigin ?? `http://127.0.0.1:${host.port}`}/#token=${token}`
  const browser = desk === null ? await openForPerson(options, url) : await openForJob(options, url, desk.fail, desk.suspect)
  const asked = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(desk === null ? 0 : 1))
  })
  const closed =
    browser === null ? new Promise<never>(() => undefined) : browser.ended.then(({ status, words }) => afterBrowser(status, words, url))
  const status = await Promise.race([asked, ...(desk === null ? [closed] : [desk.ended.then(write)])])
  browser?.close()
  await shell.close()
  await host.close()
  await browser?.ended
  return status

  /** A browser that cannot start leaves the workbench served, for another one. */
  function afterBrowser(status: number | null, words: string, address: string): number | Promise<never> {
    if (status === 0 || status === null) return 0
    say(`The browser stopped with status ${status}.${words === '' ? '' : `\n${words}`}`)
    process.stdout.write(`The workbench is still served; open this address in a Chromium, Chrome or Edge: ${address}\n`)
    return new Promise<never>(() => undefined)
  }
}

/** Opens the window, or says where the workbench is served where there can be none. */
async function openForPerson(options: LauncherOptions, url: string): Promise<BrowserProcess | null> {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  if (!options.open) {
    process.stdout.write(`Vouch serves the workbench at ${url}\n`)
    return null
  }
  if (!hasDisplay && !options.headless) {
    process.stdout.write(`There is no display here, so no window is opened. The workbench is served at\n  ${url}\n`)
    process.stdout.write(
      'Open it in a Chromium, Chrome or Edge on this machine. To see the main job done without a window: npm run demo\nCtrl C stops it.\n',
    )
    return null
  }
  const browser = await findBrowser()
  if (browser === null || (browser.headlessOnly && !options.headless)) {
    process.stdout.write(`${NO_BROWSER}\nThe workbench is served at ${url}\n`)
    return null
  }
  mkdirSync(options.profile, { recursive: true })
  process.stdout.write(`Vouch opens in ${browser.path}; the library is in ${shownPath(options.vault)}. Closing the window ends it.\n`)
  return startBrowser({ browser, url, profile: options.profile, headless: options.headless, onTrouble: null })
}

async function openForJob(
  options: LauncherOptions,
  url: string,
  fail: (reason: string) => void,
  suspect: (reason: string) => void,
): Promise<BrowserProcess | null> {
  const browser = await findBrowser()
  if (browser === null) {
    fail(NO_BROWSER)
    return null
  }
  mkdirSync(options.profile, { recursive: true })
  const started = startBrowser({
    browser,
    url,
    profile: options.profile,
    headless: true,
    onTrouble: ({ kind, words }) => (kind === 'crashed' ? fail(words) : suspect(`An error in the page: ${words}`)),
  })
  void started.ended.then(({ status, words }) =>
    fail(`The browser ended before the job did (status ${status ?? 'unknown'}).${words === '' ? '' : `\n${words}`}`),
  )
  return started
}

/** Writes all of a job's answer before the process ends. */
function write(end: { readonly stdout: string; readonly status: number }): Promise<number> {
  return new Promise((written) => process.stdout.write(end.stdout, () => written(end.status)))
}
