import { expect as unhurried, type Page, test } from '@playwright/test'
import { startVouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 60_000 })
const path = (page: Page) => page.getByRole('navigation', { name: 'A first reading' })
const step = async (page: Page, words: string): Promise<void> => {
  const link = path(page).getByRole('link', { name: words })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(link).toHaveAttribute('aria-current', 'page')
}
const room = async (page: Page, address: string): Promise<void> => page.evaluate((to) => void (location.hash = to), address)

test('a new library is read in five steps, and all of it goes with one click and comes back with another', async () => {
  const vouch = await startVouch({ new: true })
  const { page } = vouch
  await expect(path(page)).toBeVisible({ timeout: 60_000 })

  await test.step('a claim: evidence on each side, and a judgement for each reading', async () => {
    await step(page, 'a claim that depends on its reading')
    const claim = page.getByRole('article', { name: 'Claim C23' })
    for (const relation of ['supports: 1', 'contradicts: 1', 'qualifies: 1'])
      await expect(claim.getByRole('region', { name: relation })).toBeVisible()
    await expect(claim).toContainText('depends on reading')
    await expect(claim).toContainText('A sample judgement. 51 entries of ICE stand in a public list, vendors among them.')
    await page.getByRole('button', { name: /^C08/ }).click()
    const searched = page.getByRole('article', { name: 'Claim C08' }).getByRole('region', { name: 'looked and not found: 1' })
    await expect(searched).toContainText('1 document')
    await expect(searched).toContainText('2027')
  })
  await test.step('the cell of the table, chosen where it stands', async () => {
    await step(page, 'the cell against it')
    await expect(page.getByRole('grid').getByRole('gridcell', { selected: true })).toHaveText('Palantir')
  })
  await test.step('the matrix, filled', async () => {
    await step(page, 'what two agencies disclose')
    const matrix = page.getByRole('table', { name: 'Parity matrix' })
    await expect(matrix.getByRole('button', { name: /^Vendor named, ICE 2025: specific 22\/22 · 15 texts · 5 withheld$/ })).toBeVisible()
    await expect(matrix.getByRole('button', { name: /^Name of the authorised system, DOJ 2025: withheld in place 85\/85/ })).toBeVisible()
    await expect(matrix.getByRole('button', { name: /^Common commercial products, ICE 2025: not yet looked/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Take over all 0' })).toBeDisabled()
    await matrix.getByRole('button', { name: /^Name of the authorised system, DOJ 2025/ }).click()
    await expect(page.getByRole('complementary', { name: 'The cell and its evidence' })).toContainText('row 1478')
  })
  await test.step('the ledger: nothing in the samples parts from its evidence', async () => {
    await step(page, 'the ledger')
    await expect(page.getByLabel('To notice').getByRole('option', { name: 'judgement and evidence part (0)' })).toBeAttached()
  })
  await test.step('the dossier cites all of it', async () => {
    await step(page, 'the dossier')
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Claims at a glance' })).toBeVisible()
    await expect(page.getByRole('row', { name: 'in all 17' })).toBeVisible()
    await expect(page.getByText('Nothing: every linked passage was found again', { exact: false })).toBeVisible()
  })
  await test.step('one click empties the library of all of it', async () => {
    await page.getByRole('button', { name: 'Start empty' }).first().click()
    await expect(path(page)).toHaveCount(0)
    await room(page, '/analyses')
    await expect(page.getByRole('heading', { name: 'No analysis yet' })).toBeVisible()
    await room(page, '/marks')
    await expect(page.getByText('Sample', { exact: false })).toHaveCount(0)
    await room(page, '/library')
    await expect(page.getByRole('heading', { name: 'No documents yet' })).toBeVisible()
  })
  await test.step('Undo takes that back, and so does asking for the samples', async () => {
    await page.locator('main').focus()
    await page.keyboard.press('Control+z')
    await expect(path(page)).toBeVisible()
    await page.getByRole('button', { name: 'Start empty' }).first().click()
    await page.getByRole('button', { name: 'Open the samples' }).click()
    await expect(path(page)).toBeVisible()
    await room(page, '/analyses')
    await expect(page.getByText('17 linked passages')).toBeVisible()
    await expect(page.locator('body')).toContainText('3 documents')
  })
  await vouch.remove()
})

test('a first start that is interrupted again and again ends with everything in, once', async () => {
  const vouch = await startVouch({ new: true })
  const { page } = vouch
  for (const wait of [0, 150, 300, 600]) {
    await page.getByRole('heading', { level: 1 }).or(page.getByRole('main')).first().waitFor()
    await page.waitForTimeout(wait)
    await page.reload()
  }
  // The search note of this claim comes in last.
  await expect(page.getByRole('button', { name: /^C23.*supports 1.*qualifies 1.*recorded searches 1/ })).toBeVisible()
  await expect(page.getByRole('table', { name: /^17 linked passages/ })).toBeVisible()
  await expect(page.locator('body')).toContainText('3 documents')
  await vouch.remove()
})
