import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { slantedScan } from '../support/slanted-scan'
import { CORPUS, hasCorpus, startVouch } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
/** A letter scanned lying on its side, which the file turns by /Rotate 270. */
const SCAN = 'usda-foia-referral-scan-rotated.pdf'

const word = (page: Page, text: RegExp): Locator =>
  page
    .getByRole('region', { name: /^Page 1 of / })
    .locator('span[data-start]')
    .filter({ hasText: text })
    .first()

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

const ORDER = [
  'SYNTHETIC TEST DOCUMENT',
  'The contractor shall deliver the analytic platform described in Section C.',
  'The ceiling of this order shall not exceed nine million dollars in any year,',
  'and each invoice names the order, the month and the officer who asked for it.',
  'Training is given to forty officers each quarter at the field office.',
  'Deliverables are due on the fifth day of every month, in writing.',
  'Questions are answered by the contracting officer within ten days.',
]

for (const { slant, rotation, is } of [
  { slant: 4, rotation: 0, is: 'climbs by four degrees' },
  { slant: -6, rotation: 90, is: 'falls by six degrees on a sheet that lies on its side' },
] as const) {
  test(`a scan whose print ${is} is straightened to be recognised, and a mark lies on the printed words`, async () => {
    test.setTimeout(300_000)
    const vouch = await startVouch()
    const { page } = vouch
    try {
      await page.getByRole('button', { name: 'Keep them' }).click()
      const { bytes, words } = await slantedScan(page, ORDER, slant, rotation)
      await dropFiles(page, [{ name: 'crooked.pdf', bytes }])
      await page.getByRole('link', { name: 'Library' }).click()
      await page
        .getByRole('table', { name: 'Documents' })
        .getByRole('button', { name: 'crooked.pdf', exact: true })
        .dblclick({ timeout: 60_000 })
      await expect(page.getByRole('button', { name: /Recognised text, \d+ % sure/ })).toBeVisible({ timeout: 180_000 })

      await dragOver(page, word(page, /^ceiling$/), word(page, /^dollars$/))
      await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
      await page.keyboard.press('s')
      await page.keyboard.press('Enter')
      const mark = page.getByRole('region', { name: 'Marks' }).getByRole('article')
      await expect(mark).toContainText('ceiling of this order shall not exceed nine million dollars')
      await expect(mark).toContainText('OCR text')

      // One figure with four corners, along the line: from the top of the first word to the foot of the last.
      const drawn = await page
        .getByRole('region', { name: /^Page 1 of / })
        .locator('svg path[class*="supports"]')
        .getAttribute('d')
      const corners = [...(drawn ?? '').matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
      expect(corners).toHaveLength(4)
      const [first, last] = [words.find(({ text }) => text === 'ceiling'), words.find(({ text }) => text === 'dollars')]
      const printed = [first?.corners[0], last?.corners[1], last?.corners[2], first?.corners[3]]
      for (const [at, corner] of printed.entries()) {
        // Ascenders and descenders reach a little further than the corners of the print that are compared with.
        expect(
          Math.hypot((corner?.[0] ?? 0) - (corners[at]?.[0] ?? 0), (corner?.[1] ?? 0) - (corners[at]?.[1] ?? 0)),
          `corner ${at}`,
        ).toBeLessThan(5)
      }

      // A hit is boxed along its line as well.
      await expect(page.getByRole('dialog', { name: 'Link this passage' })).toHaveCount(0)
      await page.keyboard.press('/')
      await expect(page.getByRole('searchbox', { name: 'Find in this document' })).toBeFocused()
      await page.keyboard.type('nine million dollars')
      const hit = page.locator('svg path[class*="current"]')
      await expect(hit).toBeVisible({ timeout: 60_000 })
      const [left, right] = [...((await hit.getAttribute('d')) ?? '').matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      )
      const climbs = (Math.atan2((left?.[1] ?? 0) - (right?.[1] ?? 0), (right?.[0] ?? 0) - (left?.[0] ?? 0)) * 180) / Math.PI
      expect(Math.abs(climbs - slant)).toBeLessThan(1)

      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+8')
      await expect(page.frameLocator('iframe').getByText('✓ found in the recognised text; text recognised from a picture')).toBeVisible({
        timeout: 60_000,
      })
    } finally {
      await vouch.remove()
    }
  })
}
