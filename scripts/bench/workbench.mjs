// Starts the built workbench with a library of its own and drives it in a real Chromium.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const root = join(import.meta.dirname, '../..')
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]
/** What both hosts of the workbench start their Chromium with; its peers run as they come. */
const ENGINE_ARGS = Object.entries(JSON.parse(readFileSync(join(root, 'electron/engine/engine-flags.json'), 'utf8'))).map(
  ([name, value]) => `--${name}=${value}`,
)

/** @param {{ executablePath: string, folder?: string, port?: number, env?: Record<string, string>, headless?: boolean, patience?: number }} options `patience`: milliseconds until the library must be open */
export async function openWorkbench({
  executablePath,
  folder = mkdtempSync(join(tmpdir(), 'vouch-bench-')),
  port = 0,
  env = process.env,
  headless = true,
  patience = 60_000,
}) {
  const launcher = spawn(
    process.execPath,
    [join(root, 'out/main/launcher.js'), '--vault', join(folder, 'vault'), '--port', String(port), '--no-open'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const url = await new Promise((found, fail) => {
    let printed = ''
    const read = (chunk) => {
      printed += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(printed)
      if (address !== null) found(address[0])
    }
    launcher.stdout.on('data', read)
    launcher.stderr.on('data', read)
    launcher.once('exit', (status) => fail(new Error(`the launcher stopped with status ${status}: ${printed}`)))
  })
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    headless,
    env,
    viewport: { width: 1280, height: 800 },
    args: [...BROWSER_ARGS, ...ENGINE_ARGS],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  await page.getByText('Saved twice').waitFor({ timeout: patience })
  return {
    page,
    context,
    folder,
    port: Number(new URL(url).port),
    vault: join(folder, 'vault'),
    launcher: launcher.pid,
    async close() {
      await context.close()
      const ended = new Promise((done) => launcher.once('exit', done))
      launcher.kill()
      await ended
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  }
}

/** Imports files through the interface; resolves with the milliseconds until the balance sheet stands. */
export async function importFiles(page, paths) {
  await page.getByRole('link', { name: 'Library' }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  const started = performance.now()
  await (await chooser).setFiles(paths)
  await page.getByRole('heading', { name: 'Import finished' }).waitFor({ timeout: 300_000 })
  return performance.now() - started
}

/** The SHA-256 of a document in the library, by its name. */
export const documentId = (page, name) =>
  page.evaluate(
    (wanted) =>
      new Promise((found, fail) => {
        const opening = indexedDB.open('vouch')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('documents').objectStore('documents').getAll()
          all.onsuccess = () => {
            opening.result.close()
            found(all.result.find((document) => document.name === wanted)?.id)
          }
        }
      }),
    name,
  )

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** How many pictures of a size are kept of a document. */
export const keptPictures = (page, id, size = 'small') =>
  page.evaluate(
    ([documentId, wanted]) =>
      new Promise((found, fail) => {
        const opening = indexedDB.open('vouch-derived')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const keys = opening.result.transaction('pagePictures').objectStore('pagePictures').index('documentId').getAllKeys(documentId)
          keys.onsuccess = () => {
            opening.result.close()
            found(keys.result.filter((key) => key[1] === wanted).length)
          }
        }
      }),
    [id, size],
  )
