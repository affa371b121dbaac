import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { aWorkbook } from '../../shared/testing/small-workbook'
import { dropFiles } from '../support/drop-files'
import { startVouch } from '../support/vouch'

const root = join(import.meta.dirname, '../..')
/** Windows-1252, semicolons, a line break in a cell: what a spreadsheet program on a western machine writes. */
const VENDORS = Buffer.from(
  [
    'agency;vendor;note',
    'ICE;Example Vision Ltd;"first line\r\nsecond line; with \u0093quotes\u0094"',
    ...Array.from({ length: 3000 }, (_, at) => `DHS;Vendor ${at};\u00a7 ${at}`),
    'ICE;Sample Caf\u00e9 Analytics;',
  ].join('\r\n'),
  'latin1',
)
const AWARDS = Buffer.from(
  aWorkbook(
    [
      {
        name: 'Awards',
        xml: '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>award</t></is></c><c r="B2" t="inlineStr"><is><t>amount</t></is></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>70CMSD24P00000099</t></is></c><c r="B4" s="0"><f>SUM(1,2)</f><v>3750000</v></c></row></sheetData>',
      },
      {
        name: 'Notes',
        state: 'hidden',
        xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>withheld remark</t></is></c></row></sheetData>',
      },
    ],
    { styles: ['#,##0.00'] },
  ),
)

const palette = (page: Page) => page.getByRole('dialog', { name: 'Link this passage' })
async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).first().click()
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name }).dblclick()
  await expect(page.getByRole('grid')).toBeFocused()
}
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
}

test('tables are imported, read and cited by keys, found by the search, and verified cell by cell', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  try {
    await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Library' }).first().click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import files' }).first().click()
    await (
      await chooser
    ).setFiles([
      { name: 'vendors.csv', mimeType: 'text/csv', buffer: VENDORS },
      { name: 'awards.xlsx', mimeType: 'application/octet-stream', buffer: AWARDS },
    ])
    await expect(page.getByRole('region', { name: 'Import' }).getByRole('status')).toContainText('2 added', { timeout: 30_000 })
    // With the three samples of a first start.
    await expect
      .poll(() =>
        readdirSync(join(vouch.vault, 'documents'))
          .map((name) => name.split('.').at(-1))
          .sort(),
      )
      .toEqual(['csv', 'pdf', 'pdf', 'xlsx', 'xlsx'])

    await open(page, 'vendors.csv')
    await find(page, 'caf\u00e9')
    const detail = page.getByRole('region', { name: 'The chosen cell' })
    await expect(detail).toContainText('B3003')
    await page.keyboard.press('d')
    await expect(palette(page)).toContainText('Sample Caf\u00e9 Analytics')
    await page.keyboard.press('Enter')
    await expect(palette(page)).toHaveCount(0)
    const marks = page.getByRole('region', { name: 'Marks' })
    await expect(marks.getByRole('article', { name: 'Mark on row 3003, column vendor (B)' })).toContainText('contradicts')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Space')
    await expect(detail).toContainText('second line; with \u201cquotes\u201d')
    await page.keyboard.press('h')
    await expect(marks.getByRole('article', { name: 'Mark on row 2' })).toContainText('not linked')

    await open(page, 'awards.xlsx')
    await page.keyboard.press('ArrowRight')
    await expect(detail).toContainText('3,750,000.00')
    await expect(detail).toContainText('formula')
    await page.keyboard.press('s')
    await palette(page).getByRole('button', { name: /^Link/ }).click()
    await expect(marks.getByRole('article', { name: 'Mark on sheet Awards, row 4, column amount (B)' })).toContainText('supports')
    await expect(page.getByRole('tab', { name: /Notes/ })).toContainText('hidden')

    await page.getByRole('link', { name: 'Search' }).first().click()
    await page.getByRole('searchbox').fill('70CMSD24P00000099')
    await page.getByRole('button', { name: /awards\.xlsx.*sheet Awards, row 4/ }).click()
    await expect(detail).toContainText('A4')

    await page.getByRole('link', { name: 'Dossier' }).first().click()
    await page.getByRole('button', { name: 'Export…' }).click({ timeout: 60_000 })
    const dialog = page.getByRole('dialog', { name: 'Export the dossier' })
    await dialog.getByRole('radio', { name: /as a folder/ }).check()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog.getByText('Written to')).toBeVisible({ timeout: 60_000 })
    const bundle = join(vouch.vault, 'exports', readdirSync(join(vouch.vault, 'exports'))[0] ?? '')
    const cited = readFileSync(join(bundle, 'data/evidence.csv'), 'utf8').split('\r\n')
    expect(cited.find((line) => line.includes('Sample Caf\u00e9 Analytics'))).toMatch(
      /,vendors\.csv,[0-9a-f]{64},3003,column vendor \(B\),,exact,.*,,2,,,vouch:\/\/passage\/\w+$/,
    )
    expect(cited.find((line) => line.includes('3,750,000.00'))).toMatch(
      /,4,"sheet Awards, column amount \(B\)",,exact,.*,Awards,2,,,vouch:\/\/passage\/\w+$/,
    )

    const verify = () => spawnSync(process.execPath, ['scripts/verify.mjs', bundle], { cwd: root, encoding: 'utf8' })
    expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('in its cell') })
    const exhibit = join(bundle, 'data/exhibits', readdirSync(join(bundle, 'data/exhibits')).find((name) => name.endsWith('.csv')) ?? '')
    writeFileSync(exhibit, readFileSync(exhibit, 'latin1').replace('Sample Caf\u00e9', 'Simple Caf\u00e9'), 'latin1')
    const refused = verify()
    expect(refused.status).toBe(1)
    expect(refused.stdout).toMatch(/FAIL quotations/)
  } finally {
    await vouch.remove()
  }
})

test('a column keeps the width it was given, and two versions of a table are compared row by row', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  try {
    await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
    const table = (amount: string): Buffer =>
      Buffer.from(`agency,vendor,amount\nICE,Example Vision Ltd,${amount}\nDHS,Sample Analytics,20\n`)
    await dropFiles(page, [
      { name: 'awards 2023.csv', bytes: table('500 a month') },
      { name: 'awards 2024.csv', bytes: table('700 a month') },
    ])
    await open(page, 'awards 2023.csv')
    const heading = page.getByRole('columnheader', { name: /vendor/ })
    await page.keyboard.press('ArrowRight')
    const before = (await heading.boundingBox())?.width ?? 0
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect.poll(async () => (await heading.boundingBox())?.width).toBe(before + 24)
    await page.reload()
    await expect.poll(async () => (await heading.boundingBox())?.width).toBe(before + 24)

    await open(page, 'awards 2023.csv')
    const [first, second] = [table('500 a month'), table('700 a month')].map((bytes) => createHash('sha256').update(bytes).digest('hex'))
    await page.evaluate((to) => void (location.hash = to), `/library/${first}/versions/${second}`)
    await page
      .getByRole('table', { name: 'Rows of both versions' })
      .getByRole('button', { name: 'Row 2 and row 2' })
      .click({ timeout: 30_000 })
    const later = page.getByRole('region', { name: 'Row of the later version' })
    await expect(later.getByRole('definition').filter({ hasText: 'Example Vision Ltd' })).toBeVisible()
    await expect(later.locator('mark')).toHaveText('700')
  } finally {
    await vouch.remove()
  }
})
