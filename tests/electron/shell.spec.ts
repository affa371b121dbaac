import '../electron-double/register.mjs'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect as expectNow, test } from '@playwright/test'
import { removeFolder } from '../support/remove-folder'

const root = join(import.meta.dirname, '../..')
/** A busy machine is no failure. */
const expect = expectNow.configure({ timeout: 120_000 })
const LETTER = readFileSync(join(root, 'resources/samples/sample-foia-letter.pdf'))

/**
 * The built main process and preload, as they ship, on the double of Electron's API in a real Chromium. One process can
 * hold one application, so this is one journey.
 */
test('the shell opens the workbench, imports by the native dialog, keeps it in the vault, and lets nothing out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-shell-'))
  const vault = join(folder, 'vault')
  // Two documents of other bytes than the samples, with which a new library begins; PDF allows a comment at the end.
  const [given, chosen] = ['given.pdf', 'chosen.pdf'].map((name) => join(folder, name))
  if (given === undefined || chosen === undefined) throw new Error('there are two names')
  writeFileSync(given, Buffer.concat([LETTER, Buffer.from('%one\n')]))
  writeFileSync(chosen, Buffer.concat([LETTER, Buffer.from('%two\n')]))
  const { answers, app, BrowserWindow, clickMenu, configure, record } = await import('../electron-double/electron.mjs')
  configure({ userData: join(folder, 'profile'), appPath: root })
  const { argv } = process
  process.argv = ['electron', root, '--vault', vault, '--profile', join(folder, 'profile'), given]
  Reflect.set(process.versions, 'electron', '45.4.1')
  await import(pathToFileURL(join(root, 'out/main/main.js')).href)
  process.argv = argv
  await expect.poll(() => BrowserWindow.getAllWindows()[0]?.page?.url() ?? '').toContain('vouch.app.invalid')
  const page = BrowserWindow.getAllWindows()[0]?.page
  if (!page) throw new Error('there is a window')

  // The page has the contract and nothing of Node or Electron.
  await expect(page.getByRole('main')).toBeVisible()
  expect(
    await page.evaluate(() => [
      typeof window.vouch,
      window.vouch?.host,
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
    ]),
  ).toEqual(['object', 'electron', 'undefined', 'undefined'])
  expect(await page.evaluate(() => window.vouch?.app.info())).toMatchObject({
    vaultPath: vault,
    electron: '45.4.1',
    platform: process.platform,
  })
  expect(await page.evaluate(() => [isSecureContext, crossOriginIsolated])).toEqual([true, true])
  expect(await page.evaluate(() => navigator.storage.persist())).toBe(true)
  expect(await page.evaluate(() => Notification.permission)).toBe('denied')

  // The file on the command line arrives; so does one chosen in the native dialog.
  const journal = (): string => (existsSync(join(vault, 'journal.jsonl')) ? readFileSync(join(vault, 'journal.jsonl'), 'utf8') : '')
  await expect.poll(journal).toContain('"name":"given.pdf"')
  answers.open.push({ canceled: false, filePaths: [chosen] })
  clickMenu('import')
  await expect.poll(journal).toContain('"name":"chosen.pdf"')

  // A page is printed in a window apart that runs no script and fetches nothing.
  const printed = await page.evaluate(async () => {
    const given =
      '<!doctype html><html lang="en"><title>T</title><h1>Printed</h1><img src="https://out.example/print.png" alt=""><script>document.body.append("scripted")</script><a href="exhibits/EX-001.pdf">1</a>'
    const answer = await window.vouch?.paper.print('p', new TextEncoder().encode(given))
    return answer?.ok === true ? [...answer.value.subarray(0, 5)].map((code) => String.fromCharCode(code)).join('') : answer?.problem.what
  })
  expect(printed).toBe('%PDF-')
  expect(record.windows.at(-1)?.webPreferences).toMatchObject({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
  expect(record.blocked).toContain('https://out.example/print.png')
  await expect.poll(() => BrowserWindow.getAllWindows().length).toBe(1)

  // A link that the system hands over leads to its claim; one of another library is told kindly.
  app.emit('second-instance', {}, ['electron', root, '--allow-file-access', 'vouch://claim/claim_of-another-library'], folder)
  await expect(page.getByRole('heading', { name: 'This link leads nowhere here' })).toBeVisible()
  const claimId = /"id":"(claim_[a-z0-9]+)"/.exec(journal())?.[1]
  app.emit('open-url', { preventDefault: () => undefined }, `vouch://claim/${claimId}`)
  await expect(page.getByRole('article', { name: /^Claim C\d/ })).toBeVisible()
  expect(page.url()).toContain(`/claims/${claimId}`)

  // Nothing goes out: not by a request, a link, a second window or a page within the page.
  const before = await page.evaluate(() => window.vouch?.app.refusedRequests())
  await page.evaluate(async () => {
    const image = new Image()
    const settled = new Promise((resolve) => image.addEventListener('error', resolve))
    image.src = 'https://out.example/pixel.png'
    await settled
    open('https://out.example/popup')
    location.href = 'https://out.example/elsewhere'
  })
  await expect.poll(() => record.prevented.length + record.denied.length).toBeGreaterThan(0)
  await expect(page.getByRole('main')).toBeVisible()
  expect(page.url()).toContain('vouch.app.invalid')
  expect(record.external).toEqual([])
  expect(await page.evaluate(() => window.vouch?.app.refusedRequests())).toBeGreaterThan(before ?? 0)

  // Quitting writes the index and lets the vault go.
  await app.quit()
  await expect.poll(() => existsSync(join(vault, '.open'))).toBe(false)
  expect(readFileSync(join(vault, 'INDEX.md'), 'utf8')).toMatch(/\| chosen\.pdf \|[^]*\| given\.pdf \|/)
  expect(record.errors).toEqual([])
  await removeFolder(folder)
})
