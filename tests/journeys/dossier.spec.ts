import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, expect, type Page, test } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { findBrowser } from '../../electron/host/find-browser'
import { sha256OfBytes } from '../../shared/units/hashes'
import { signedStamp } from '../../shared/testing/signed-stamp'
import { violations } from '../support/axe'
import { dropFolder, dropFolderElsewhere } from '../support/drop-folder'
import { FIREFOX, openFirefox } from '../support/firefox'
import { isInstalled, readUntil } from '../support/foreign-browser'
import { startVouch, type Vouch } from '../support/vouch'
import { openWebKit, WEBKIT_DRIVER, webKitBrowser } from '../support/webkit'
import { removeFolder } from '../support/remove-folder'

test.describe.configure({ mode: 'serial' })

let vouch: Vouch & { readonly folder: string }
let bundle: string
test.beforeAll(async () => {
  vouch = await startVouch()
  await expect(vouch.page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
})
test.afterAll(() => vouch.remove())

/** The head that the bundle's log ends with. */
const headOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'data/custody.jsonl'), 'utf8').trim().split('\n').at(-1) ?? '{}') as { readonly hash: string }).hash

const exported = (): readonly string[] => readdirSync(join(vouch.vault, 'exports')).filter((name) => !name.startsWith('.'))

async function exportAs(page: Page, form: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the dossier' })
  await expect(dialog.getByText('will be cited with the quotation verified')).toBeVisible()
  await dialog.getByRole('radio', { name: form }).check()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByText('Written to')).toBeVisible({ timeout: 60_000 })
  // Files by themselves hold no custody log that could be compared.
  if (form.source !== 'Single files') await dialog.getByRole('button', { name: 'Copy: Head of the custody log' }).click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
}

test('the dossier is composed, shown, and says what it cites', async () => {
  const { page } = vouch
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible({ timeout: 60_000 })
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('heading', { name: 'Claims at a glance' })).toBeVisible()
  // The key leads to the dialog itself, not only to the room.
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog', { name: 'Export the dossier' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Export the dossier' })).toBeHidden()
  await expect(preview.getByText('✓ quotation verified').first()).toBeVisible()
  await expect(preview.getByRole('img').first()).toBeVisible()
})

test('a bundle is exported as a folder, and a second time as the same bytes in a zip', async () => {
  const { page } = vouch
  await exportAs(page, /as a folder/)
  const folder = exported().find((name) => !name.endsWith('.zip'))
  expect(folder).toBeDefined()
  bundle = join(vouch.vault, 'exports', folder ?? '')
  expect(['verify.html', 'dossier.pdf', 'dossier.docx'].filter((name) => !existsSync(join(bundle, 'data', name)))).toEqual([])
  await exportAs(page, /zip/)
  const zip = exported().find((name) => name.endsWith('.zip')) ?? ''
  const packed = unzipSync(readFileSync(join(vouch.vault, 'exports', zip)))
  expect(
    Object.entries(packed).flatMap(([path, bytes]) =>
      Buffer.from(bytes).equals(readFileSync(join(bundle, path.split('/').slice(1).join('/')))) ? [] : path,
    ),
  ).toEqual([])
  expect(Object.keys(packed).length).toBeGreaterThan(15)
})

/** Opens the bundle's own verify.html from the disk, with no network, and gives it a bundle. */
async function verified(
  page: Page,
  choose: (page: Page) => Promise<void>,
): Promise<{ readonly verdict: string; readonly failed: readonly string[] }> {
  await page.goto(pathToFileURL(join(bundle, 'data/verify.html')).href)
  await choose(page)
  await expect(page.locator('#verdict')).toBeVisible({ timeout: 60_000 })
  const failed = await page.locator('tr[data-ok="false"]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-check') ?? ''))
  return { verdict: (await page.locator('#verdict').textContent()) ?? '', failed }
}

const exportedZip = (): string => join(vouch.vault, 'exports', exported().find((name) => name.endsWith('.zip')) ?? '')

/** The exported zip packed again by another program, with a time stamp of its packing list in it. */
async function stampedZip(): Promise<string> {
  const files = unzipSync(readFileSync(exportedZip()))
  const list = Object.keys(files).find((path) => path.endsWith('/tagmanifest-sha256.txt')) ?? ''
  const path = join(vouch.folder, 'stamped.zip')
  writeFileSync(
    path,
    zipSync({
      ...files,
      [list.replace('tagmanifest-sha256.txt', 'whole.tsr')]: await signedStamp(sha256OfBytes(files[list] ?? new Uint8Array())),
    }),
  )
  return path
}
const STAMP_HOLDS =
  'covers tagmanifest-sha256.txt, and by it every file that it lists. It is signed by the key of the certificate that it carries.'

test('verify.html checks the bundle from the disk, asks nobody, and refuses a changed one', async () => {
  const found = await findBrowser()
  const asked: string[] = []
  const browser = await chromium.launch({ ...(found === null ? {} : { executablePath: found.path }), args: ['--no-sandbox'] })
  const folder = mkdtempSync(join(tmpdir(), 'vouch-bundle-'))
  try {
    const page = await browser.newPage({ offline: true })
    page.on('request', (request) => (/^(file|data|blob):/.test(request.url()) ? undefined : asked.push(request.url())))
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined))
    expect(await verified(page, (each) => each.locator('#folder').setInputFiles(bundle))).toMatchObject({
      verdict: expect.stringContaining('Every check passed'),
      failed: [],
    })
    expect(await verified(page, (each) => dropFolder(each, '#drop', bundle))).toMatchObject({
      verdict: expect.stringContaining(`Every check passed for “${basename(bundle)}”`),
      failed: [],
    })
    const stamped = await stampedZip()
    expect((await verified(page, (each) => each.locator('#zip').setInputFiles(stamped))).failed).toEqual([])
    await expect(page.locator('tr[data-check="stamps"]')).toContainText(STAMP_HOLDS)
    expect((await verified(page, (each) => each.locator('#zip').setInputFiles(exportedZip()))).failed).toEqual([])
    expect(await page.locator('#quotations tr[data-result="verified"]').count()).toBeGreaterThan(3)
    await page.getByLabel('A head or SHA-256 that you were given another way').fill(headOf(bundle))
    await expect(page.locator('#compared')).toContainText('The same as the head of the custody log')
    const downloads = [/\.html$/, /\.csv$/, /\.json$/]
    for (const [at, name] of ['Page (HTML)', 'Table (CSV)', 'JSON'].entries()) {
      const kept = page.waitForEvent('download')
      await page.getByRole('button', { name }).click()
      expect((await kept).suggestedFilename()).toMatch(downloads[at] ?? /^$/)
      if (name === 'JSON')
        expect(JSON.parse(readFileSync(await (await kept).path(), 'utf8'))).toMatchObject({
          passed: true,
          head: headOf(bundle),
          given: { hash: headOf(bundle) },
        })
    }
    expect(await violations(page)).toEqual([])

    const copy = join(folder, 'copy')
    cpSync(bundle, copy, { recursive: true })
    const table = join(copy, 'data/evidence.csv')
    writeFileSync(table, readFileSync(table, 'utf8').replaceAll(',exact,', ',moved,'))
    const changed = await verified(page, (each) => each.locator('#folder').setInputFiles(copy))
    expect(changed.verdict).toContain('Do not rely on this bundle')
    expect(changed.failed).toEqual(expect.arrayContaining(['bag', 'composition']))
    expect((await verified(page, (each) => each.locator('#folder').setInputFiles(join(bundle, 'data/exhibits')))).verdict).toContain(
      'bagit.txt',
    )

    await page.goto(pathToFileURL(join(bundle, 'data/dossier.html')).href)
    await expect(page.getByRole('heading', { name: 'Exhibits' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(errors).toEqual([])
    expect(asked).toEqual([])
  } finally {
    await browser.close()
    await removeFolder(folder)
  }
})

const BROWSERS = [
  { name: 'Firefox', missing: () => (isInstalled(FIREFOX) ? null : `${FIREFOX} is not installed`), open: openFirefox },
  {
    name: 'WebKit',
    missing: () =>
      isInstalled(WEBKIT_DRIVER) && webKitBrowser() !== null
        ? null
        : 'WebKitGTK’s driver and browser are not installed (webkit2gtk-driver)',
    open: () => openWebKit(webKitBrowser() ?? ''),
  },
] as const
for (const { name, missing, open } of BROWSERS) {
  test(`verify.html checks the bundle from the disk in ${name}, as a zip and as a folder that is dropped`, async () => {
    test.skip(missing() !== null, missing() ?? '')
    const browser = await open()
    try {
      const stamped = await stampedZip()
      for (const [what, give] of [
        ['zip', () => browser.choose('#zip', stamped)],
        ['folder', () => dropFolderElsewhere(browser, '#drop', bundle)],
      ] as const) {
        await browser.goto(pathToFileURL(join(bundle, 'data/verify.html')).href)
        await give()
        expect(
          await readUntil(browser, `document.querySelector('#verdict').hidden ? '' : document.querySelector('#verdict').textContent`),
        ).toContain('Every check passed')
        if (what === 'zip')
          expect(await browser.read(`document.querySelector('tr[data-check="stamps"]').textContent`)).toContain(STAMP_HOLDS)
        expect(Number(await browser.read(`document.querySelectorAll('#quotations tr[data-result="verified"]').length`))).toBeGreaterThan(3)
      }
    } finally {
      await browser.close()
    }
  })
}

test('exporting stands in the custody log, and the preview says when the records have changed since', async () => {
  const { page } = vouch
  await expect(page.getByText('The records have changed since this was composed.')).toHaveCount(0)
  const journal = readFileSync(join(vouch.vault, 'journal.jsonl'), 'utf8').trim().split('\n')
  expect(journal.filter((line) => line.includes('"command":"export-dossier"'))).toHaveLength(2)
})

test('a time stamp of the head is added, named with what it covers, and refused where it covers nothing', async () => {
  const { page } = vouch
  const give = async (name: string, stamp: Uint8Array): Promise<void> => {
    const file = join(vouch.folder, name)
    writeFileSync(file, stamp)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Add a time stamp…' }).click()
    await (await chooser).setFiles(file)
  }
  await give('other.tsr', await signedStamp('0'.repeat(64)))
  await expect(page.getByText('covers no head of this library’s custody log')).toBeVisible()
  await give('unsigned.tsr', await signedStamp(headOf(bundle), { unsigned: true }))
  await expect(page.getByText('The signature of this time stamp does not hold: nobody signed it.')).toBeVisible()
  await give('head.tsr', await signedStamp(headOf(bundle)))
  await expect(page.getByRole('list', { name: 'Time stamps' })).toContainText(
    /An authority: covers the custody log up to entry \d+ of \d+.*\. It is signed by the key of the certificate that it carries\./,
  )
  // The dossier names it too, in the part on custody.
  const named = page.frameLocator('iframe').getByText(/^An authority, .+: covers the custody log up to entry \d+ of \d+/)
  await expect(named).toHaveCount(1)
  await page.getByRole('button', { name: 'Remove the time stamp head.tsr' }).click()
  await expect(named).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Time stamps' })).toHaveCount(0)
})

test('parts are moved and left out by keys, the preview follows at once, and the next export is of that', async () => {
  const { page } = vouch
  const preview = page.frameLocator('iframe')
  const contents = preview.getByRole('navigation').getByRole('listitem')
  await expect(page.getByText('The quotations were read again from the documents')).toBeVisible()
  await expect(contents.first()).toHaveText('Answer')
  await page.getByText('Parts and citations').click()
  const parts = page.getByRole('list', { name: 'Parts of the dossier' })
  await parts.getByRole('button', { name: 'Move “Claims at a glance” up' }).focus()
  await page.keyboard.press('Enter')
  await expect(contents.first()).toHaveText('Claims at a glance')
  // At the end of its way the focus goes to what is left: down again.
  await expect(parts.getByRole('button', { name: 'Move “Claims at a glance” down' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(contents.first()).toHaveText('Answer')
  await parts.getByRole('checkbox', { name: 'Limits' }).uncheck()
  await expect(contents.filter({ hasText: /^Limits$/ })).toHaveCount(0)
  await expect(parts.getByRole('checkbox', { name: 'Method and integrity' })).toBeDisabled()
  await page.keyboard.press('Control+z')
  await expect(contents.filter({ hasText: /^Limits$/ })).toHaveCount(1)
  await parts.getByRole('checkbox', { name: 'Limits' }).uncheck()
  await expect(contents.filter({ hasText: /^Limits$/ })).toHaveCount(0)
  const before = new Set(exported())
  await exportAs(page, /Single files/)
  const written = exported().find((name) => !before.has(name)) ?? ''
  expect(readFileSync(join(vouch.vault, 'exports', written, 'dossier.md'), 'utf8')).not.toContain('## Limits\n')
})
