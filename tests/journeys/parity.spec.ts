import { expect, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { startVouch } from '../support/vouch'

/** A small inventory in the form of 2025, under OMB's short names. */
const NAME = 'inventory-2025.csv'
const INVENTORY = [
  'agency,agency_bureau,id,use_case_name,is_withheld,development_stage,contracting_usage,vendor_name',
  'DHS,ICE,DHS-1,Translation,,Deployed,Vendor Purchased,Harbor Analytics',
  'DHS,ICE,DHS-2,Transcription,,Deployed,Vendor Purchased,Law Enforcement Sensitive (LES)',
  'DHS,ICE,DHS-3,Planning,,Pre-deployment,,',
  'DOJ,Department of Justice / FBI,DOJ-1,Search,No,Deployed,Vendor Purchased,A service provider',
  'DOJ,Department of Justice / DEA,DOJ-2,Sorting,No,Pilot,Vendor Purchased,A service provider',
].join('\r\n')

const cell = (page: Page, name: RegExp) => page.getByRole('table', { name: 'Parity matrix' }).getByRole('button', { name })

test('a matrix is computed from an inventory, taken over, filled by hand and made a claim of, and every step is undone', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
  await dropFiles(page, [{ name: NAME, bytes: Buffer.from(INVENTORY) }])
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: NAME, exact: true })).toBeVisible({
    timeout: 60_000,
  })

  // The template, and the table of the year.
  await page.locator('main').focus()
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: 'What to do with the matrix' }).click()
  await page.getByRole('menuitem', { name: 'Another matrix…' }).click()
  await page.getByRole('checkbox', { name: '2024' }).uncheck()
  await page.getByRole('button', { name: 'Make the matrix' }).click()
  await page.getByRole('combobox', { name: 'Table of 2025' }).selectOption({ label: NAME })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  // What is computed, as proposals: never a rate without the number of different answers.
  await expect(cell(page, /^Vendor named, ICE 2025: specific proposed 2\/2 · 2 texts · 1 withheld$/)).toBeVisible()
  await expect(cell(page, /^Vendor named, DOJ 2025: same text everywhere proposed 2\/2 · 1 text$/)).toBeVisible()
  await expect(cell(page, /^Whether the entry was withheld, and why, ICE 2025: column omitted/)).toBeVisible()
  await expect(cell(page, /^Contract value or obligation, ICE 2025: not asked that year proposed$/)).toBeVisible()

  // A cell opens on its evidence, and is taken over from the keyboard.
  await cell(page, /^Vendor named, ICE 2025/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, /^Vendor named, DOJ 2025/)).toBeFocused()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'The cell and its evidence' })
  await expect(panel.getByText('“A service provider”')).toBeVisible()
  await expect(panel.getByRole('link', { name: 'Row 5 of the table' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(cell(page, /^Vendor named, DOJ 2025: same text everywhere 2\/2 · 1 text$/)).toBeVisible()

  // The rest in one step, which one undo takes back.
  await page.getByRole('button', { name: /^Take over all/ }).click()
  await expect(page.getByRole('button', { name: 'Take over all 0' })).toBeVisible()
  await page.locator('main').focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /^Take over all [1-9]/ })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByRole('button', { name: 'Take over all 0' })).toBeVisible()

  // Looked and not found asks for the search.
  await cell(page, /^Contract value or obligation, ICE 2025/).focus()
  await page.keyboard.press('f')
  const form = page.getByRole('dialog')
  await expect(form.getByRole('button', { name: 'Fill the cell' })).toBeDisabled()
  await form.getByRole('textbox', { name: 'Record a search: where' }).fill('The department’s reading room')
  await form.getByRole('textbox', { name: 'Words searched for' }).fill('obligation')
  await form.getByRole('button', { name: 'Fill the cell' }).click()
  await expect(cell(page, /^Contract value or obligation, ICE 2025: looked and not found$/)).toBeVisible()

  // A claim of the cell, in proposed words.
  await cell(page, /^Vendor named, DOJ 2025/).focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Claim' })).toHaveValue(
    'The DOJ entries in the 2025 inventory answer “Vendor named” with one and the same text in 2 of 2 running entries bought or part-bought: “A service provider”.',
  )
  await page.getByRole('button', { name: 'Make the claim' }).click()
  await expect(panel.getByRole('button', { name: /Open its claim/ })).toBeVisible()

  // Only where the agencies differ; the chart with its table.
  await page.getByRole('checkbox', { name: 'Only where agencies differ' }).check()
  await expect(cell(page, /^Stable identifier for each use, ICE 2025/)).toBeHidden()
  await expect(cell(page, /^Vendor named, ICE 2025/)).toBeVisible()
  await page.getByText('Chart', { exact: true }).click()
  await expect(
    page.getByRole('region', { name: 'States by agency and year' }).getByRole('row', { name: /same text everywhere/ }),
  ).toBeVisible()

  await vouch.remove()
})
