import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { CORPUS, hasCorpus, startVouch } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
/** A letter scanned lying on its side, which the file turns by /Rotate 270. */
const SCAN = 'usda-foia-referral-scan-rotated.pdf'

const word = (page: Page, text: RegExp): Locator => page.getByRole('region', { name: /^Page 1 of / }).locator('span[data-start]').filter({ hasText: text }).first()

async function dragOver(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (a === null || b === null) throw new Error('not drawn')
  await page.mouse.move(a.x + 1, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y + b.height) / 2, { steps: 5 })
  await page.mouse.move(b.x + b.width - 1, b.y + b.height / 2, { steps: 5 })
  await page.mouse.up()
}

test('a scan is recognised after import, and a passage of it is linked, cited as recognised text with its picture, and verified', async () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')
  test.setTimeout(300_000)
  const vouch = await startVouch()
  const { page } = vouch
  try {
    await page.getByRole('button', { name: 'Keep them' }).click()
    await dropFiles(page, [join(CORPUS, SCAN)])
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: SCAN, exact: true }).dblclick({ timeout: 60_000 })

    // It is recognised by itself; the page says so, and how sure the program was.
    const origin = page.getByRole('button', { name: /Recognised text, \d+ % sure/ })
    await expect(origin).toBeVisible({ timeout: 180_000 })
    await origin.click()
    await expect(page.getByText('It can misread')).toBeVisible()
    await page.keyboard.press('Escape')

    await dragOver(page, word(page, /^identified$/), word(page, /^originating$/))
    await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
    await page.keyboard.press('s')
    await page.keyboard.press('Enter')
    const mark = page.getByRole('region', { name: 'Marks' }).getByRole('article')
    await expect(mark).toContainText('identified four (4) pages of records originating')
    await expect(mark).toContainText('OCR text')

    await page.keyboard.press('Alt+8')
    const dossier = page.frameLocator('iframe')
    await expect(dossier.getByText('✓ found in the recognised text; text recognised from a picture')).toBeVisible({ timeout: 60_000 })
    await expect(dossier.getByRole('img', { name: /usda-foia-referral/ })).toBeVisible()

    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export the dossier' })
    await dialog.getByRole('radio', { name: /as a folder/ }).check()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog.getByText('Written to')).toBeVisible({ timeout: 120_000 })
    const exports = join(vouch.vault, 'exports')
    const bundle = join(exports, readdirSync(exports).find((name) => !name.startsWith('.')) ?? '')
    const rows = readFileSync(join(bundle, 'data/evidence.csv'), 'utf8').split('\r\n')
    expect(rows.filter((row) => row.includes(SCAN) && row.includes(',exact,ocr,'))).toHaveLength(1)

    const verify = spawnSync(process.execPath, ['scripts/verify.mjs', bundle], { cwd: root, encoding: 'utf8' })
    expect(verify.stdout).not.toContain('FAIL')
    expect(verify.stdout).toContain('recognised in pictures (OCR)')
    expect(verify.status).toBe(0)
  } finally {
    await vouch.remove()
  }
})
