import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as unhurried, test } from '@playwright/test'
import { violations } from '../support/axe'
import { startVouch, type Vouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 30_000 })

let vouch: Vouch
test.beforeEach(async () => {
  vouch = await startVouch()
})
test.afterEach(() => vouch.remove())

test('what a source is decides how it is cited: in its dialog, on the clipboard, and in the files that it goes out in', async () => {
  const { page, context } = vouch
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await expect(page.getByRole('button', { name: /^C23.*supports 1.*qualifies 1/ })).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: 'Attach documents to source 2' }).click()
  await page.getByRole('checkbox', { name: /Sample contract excerpt/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()

  await page.getByRole('button', { name: 'Edit source 2' }).click()
  const dialog = page.getByRole('dialog', { name: 'Source [2]' })
  await dialog.getByLabel('Kind of record').selectOption('contract')
  await dialog.getByLabel('Contract or order number').fill('70XXXX22F00000000')
  await dialog.getByLabel('Contractor').fill('Example Vision, Inc.')
  await dialog.getByLabel('Released on').fill('next year')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await dialog.getByLabel('Released on').fill('2024-05')
  const preview = dialog.getByRole('region', { name: 'How it will be cited' })
  await expect(preview).toContainText(
    'Contract No. 70XXXX22F00000000 with Example Vision, Inc. (n.d.) (released May 2024) (on file with author).',
  )
  await expect(preview).toContainText('[Contract No. 70XXXX22F00000000 with Example Vision, Inc.]. (n.d.). Released May 2024.')
  expect(await violations(page, { within: '[role=dialog]' })).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Contract no. 70XXXX22F00000000' })).toBeVisible()

  await page.getByRole('button', { name: 'Import or export' }).click()
  await page.getByRole('menuitem', { name: 'Export as BibTeX…' }).click()
  await expect(page.getByText(/^Saved as/).first()).toBeVisible()
  expect(readFileSync(join(vouch.vault, 'exports/sources.bib'), 'utf8')).toContain('  csl-custom-vendor = {Example Vision, Inc.},')

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByText('Bluebook-like', { exact: true }).click()
  await expect(page.getByText('For example (invented): Contract No.')).toBeVisible()
  await page.keyboard.press('Alt+4')
  await page.getByText('The total amount obligated under this contract').first().click()
  await page.getByRole('complementary', { name: 'The chosen mark' }).getByRole('button', { name: 'Copy with citation' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(
      /ceiling of \$6,400,000\.00 is unchanged\.” Contract No\. 70XXXX22F00000000 with Example Vision, Inc\., at C-2 \(PDF p\. 2\) \(n\.d\.\) \(released May 2024\) \(on file with author\)\.$/,
    )
})
