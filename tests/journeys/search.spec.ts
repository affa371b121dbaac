import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { CORPUS, hasCorpus, startVouch } from '../support/vouch'

const GUIDANCE = 'omb-2025-ai-reporting-guidance.pdf'
const OTHERS = ['eo-14110-federal-register.pdf', 'fbi-nics-2015-11-rotated.pdf']

async function importAll(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Keep them' }).click()
  await page.getByRole('link', { name: 'Library' }).click()
  await dropFiles(
    page,
    names.map((name) => join(CORPUS, name)),
  )
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 120_000 })
}
const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search the library' })
const results = (page: Page): Locator => page.getByRole('list', { name: 'What was found' }).getByRole('listitem')
const sum = (page: Page): Locator => page.getByRole('status').filter({ hasText: /results? / })
/** Searches; the index may still be on its way. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Alt+3')
  await field(page).fill(words)
  await expect(results(page).first()).toBeVisible({ timeout: 120_000 })
}

test.describe('finding in the whole library', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')

  test('a search leads to a boxed hit, becomes marks, a search note and a saved search', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await importAll(page, [GUIDANCE, ...OTHERS])
    await search(page, '"intelligence community"')
    await expect(page.getByText('first looked at for words left under redactions')).toBeHidden({ timeout: 120_000 })
    await expect(results(page).first()).toContainText(/page \d+/)
    await expect(results(page).first().locator('mark').first()).toHaveText(/intelligence\s+community/i)

    await test.step('what cannot be read is said', async () => {
      await field(page).fill('"intelligence')
      await expect(page.getByText('The quotation mark opens a phrase that is never closed.')).toBeVisible()
      await field(page).fill('"intelligence community"')
      await expect(results(page).first()).toBeVisible()
    })

    await test.step('Enter opens the page with the words boxed, and Back comes back to the list', async () => {
      await field(page).press('ArrowDown')
      await expect(results(page).first().getByRole('button')).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-hits] path').first()).toBeInViewport({ timeout: 60_000 })
      await page.goBack()
      await expect(field(page)).toHaveValue('"intelligence community"')
      await expect(results(page).first()).toBeVisible()
    })

    await test.step('chosen hits become marks in one step', async () => {
      await field(page).press('ArrowDown')
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+ArrowDown')
      await expect(page.getByText('2 chosen')).toBeVisible()
      await page.getByRole('button', { name: 'Mark chosen…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Mark what was found' })
      await dialog.getByText('Only the words found').click()
      await dialog.getByRole('textbox', { name: 'Tags' }).fill('platehunt')
      await dialog.getByRole('combobox', { name: 'Link to a claim' }).selectOption({ index: 1 })
      await dialog.getByRole('button', { name: /Make \d+ marks?/ }).click()
      await expect(page.getByText(/\d+ marks? made and linked/)).toBeVisible()
      await field(page).fill('platehunt')
      await expect(results(page).first()).toContainText('comment on a mark', { timeout: 60_000 })
      await results(page).first().getByRole('button').focus()
      await page.keyboard.press('Control+z')
      await expect(page.getByText('Nothing was found')).toBeVisible({ timeout: 60_000 })
    })

    await test.step('a search without hits is recorded with the documents that were searched', async () => {
      await field(page).fill('quaggawise')
      await expect(page.getByText('Nothing was found')).toBeVisible()
      await page.getByRole('button', { name: 'Record this search…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Record this search' })
      await expect(dialog.getByText(/0 pages found in \d+ documents/)).toBeVisible()
      await dialog.getByRole('searchbox', { name: 'Find a claim' }).fill('C01')
      await dialog.getByRole('checkbox', { name: /^C01/ }).check()
      await dialog.getByRole('button', { name: 'Record search' }).click()
      await expect(page.getByText('Search recorded.')).toBeVisible()
    })

    await test.step('a search is saved, run, renamed and deleted', async () => {
      await field(page).fill('agenc* -press')
      await page.getByRole('button', { name: 'Save search' }).click()
      const dialog = page.getByRole('dialog', { name: 'Save the search' })
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Agencies')
      await dialog.getByRole('button', { name: 'Save search' }).click()
      const saved = page.getByRole('region', { name: 'Saved searches' })
      await field(page).fill('inventory')
      await saved.getByRole('button', { name: 'Agencies', exact: true }).click()
      await expect(field(page)).toHaveValue('agenc* -press')
      await saved.getByRole('button', { name: /What to do/ }).click()
      await page.getByRole('menuitem', { name: 'Rename…' }).click()
      await page.getByRole('dialog', { name: 'Rename the saved search' }).getByRole('textbox', { name: 'Name' }).fill('All agencies')
      await page.keyboard.press('Enter')
      await expect(saved.getByRole('button', { name: 'All agencies', exact: true })).toBeVisible()
      await saved.getByRole('button', { name: /What to do/ }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await expect(saved).toBeHidden()
    })

    await test.step('the palette leads to a search of the library', async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('federal register')
      await page.getByRole('option', { name: 'Search the library for “federal register”' }).click()
      await expect(field(page)).toHaveValue('federal register')
      await expect(sum(page)).toBeVisible()
    })
    await vouch.remove()
  })

  test('an index whose file is damaged is deleted and built again', async () => {
    const first = await startVouch()
    await importAll(first.page, [GUIDANCE])
    await search(first.page, 'inventory')
    await expect(first.page.getByText('first looked at for words left under redactions')).toBeHidden({ timeout: 120_000 })
    await first.close()
    const files = filesUnder(join(first.folder, 'profile')).filter((path) => /File System/.test(path) && statSync(path).size > 50_000)
    expect(files.length).toBeGreaterThan(0)
    for (const path of files) {
      // The heads stay whole, so that the file opens and the damage is met later: the pool's own, 4096 bytes, and SQLite's first pages.
      const file = openSync(path, 'r+')
      writeSync(file, Buffer.alloc(statSync(path).size - 12_288, 0x5a), 0, undefined, 12_288)
      closeSync(file)
    }
    const again = await startVouch({ folder: first.folder, port: first.port })
    await expect(again.page.getByText('Saved twice')).toBeVisible({ timeout: 60_000 })
    await search(again.page, 'inventory')
    await again.remove()
  })
})

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
}
