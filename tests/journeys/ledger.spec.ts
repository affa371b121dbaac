import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as unhurried, type Page, test } from '@playwright/test'
import { startVouch, type Vouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 30_000 })

let vouch: Vouch
test.beforeAll(async () => {
  vouch = await startVouch()
})
test.afterAll(() => vouch.remove())

const row = (page: Page, number: string) =>
  page
    .getByRole('list', { name: 'Ledger' })
    .getByRole('listitem')
    .filter({ has: page.getByText(number, { exact: true }) })
const claim = (page: Page, number: string) => page.getByRole('article', { name: `Claim ${number}` })
const more = async (page: Page, number: string, item: RegExp | string): Promise<void> => {
  await page.getByRole('button', { name: `More about ${number}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('the ledger says where judgement and evidence part; claims are split, merged, moved and checked, and a change makes a check fall back', async () => {
  const { page } = vouch
  await expect(page.getByRole('button', { name: /^C23.*supports 1.*qualifies 1.*recorded searches 1/ })).toBeVisible({ timeout: 60_000 })

  await test.step('the ledger', async () => {
    await page.getByRole('button', { name: 'Ledger' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ledger of claims')
    await page.getByLabel('Words').fill('C16')
    await expect(row(page, 'C16')).toContainText('Undeveloped: one passage bears on it, but nobody has judged it.')
    await row(page, 'C16').getByRole('button').click()
    await claim(page, 'C16').getByRole('button', { name: 'Assess', exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /^contradicted/ })
      .check()
    await page.getByRole('dialog').getByRole('button', { name: 'Save judgement' }).click()
    await page.goBack()
    await page.getByLabel('To notice').selectOption({ label: 'judgement and evidence part (1)' })
    await expect(row(page, 'C16')).toContainText('Assessed as contradicted, but one passage supports it.')
    await expect(page.getByText('1 of 24', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
  })

  await test.step('moving by keys', async () => {
    await page.getByLabel('Words').fill('')
    const first = page.getByRole('list', { name: 'Ledger' }).getByRole('button').first()
    await first.focus()
    await page.keyboard.press('j')
    await expect(page.getByRole('list', { name: 'Ledger' }).getByRole('button').nth(1)).toBeFocused()
    const words = (await page.locator(':focus').textContent()) ?? ''
    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.getByRole('list', { name: 'Ledger' }).getByRole('button').first()).toHaveText(words)
    await page.keyboard.press('Control+z')
    await expect(first).not.toHaveText(words)
  })

  await test.step('splitting and merging', async () => {
    await page.getByLabel('Words').fill('C16')
    await row(page, 'C16').getByRole('button').click()
    await more(page, 'C16', 'Split…')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('The new claim says').fill('A contract is no substitute for an inventory either.')
    await dialog.getByLabel(/^▲/).selectOption({ label: 'bears on both' })
    await dialog.getByRole('button', { name: 'Split', exact: true }).click()
    await expect(claim(page, 'C25')).toContainText('split from C16')
    await expect(claim(page, 'C25').getByRole('region', { name: 'supports: 1' })).toBeVisible()
    await more(page, 'C25', 'Merge into another claim…')
    await dialog.getByLabel('Into').fill('c15')
    await dialog.getByLabel('Into').press('Enter')
    await expect(claim(page, 'C25')).toContainText('C25 was merged into C15')
    await page.keyboard.press('Control+z')
    await expect(claim(page, 'C25').getByRole('region', { name: 'supports: 1' })).toBeVisible()
  })

  await test.step('a tension', async () => {
    await claim(page, 'C25').getByRole('button', { name: 'Add a tension' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What pulls against what').fill('Inventory of uses here, of purchases there.')
    await dialog.getByLabel('Claims').fill('C25, C16')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await claim(page, 'C25').getByRole('list', { name: 'Tensions' }).getByRole('link', { name: 'C16' }).click()
    await expect(claim(page, 'C16').getByRole('list', { name: 'Tensions' })).toContainText('Inventory of uses here, of purchases there.')
  })

  await test.step('checking by keys, and falling back to unchecked', async () => {
    await more(page, 'C16', 'Check…')
    await page.getByLabel('Second reader').fill('Second reader')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('article', { name: 'Check C16' })).toContainText('unchecked')
    await page.keyboard.press('r')
    const passage = page.getByRole('article', { name: 'Check passage 1 of 1 of C16' })
    await expect(passage.getByRole('img', { name: /The passage as it stands/ })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('Half of the sentence.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')
    await expect(page.getByText(/^2 of \d+ checked, 1 of them not found right$/).first()).toBeVisible()
    await expect(passage).toHaveCount(0)

    await page.getByRole('button', { name: 'Check sheet…' }).click()
    await expect(page.getByText(/^The check sheet is in /)).toBeVisible()
    const folder = join(vouch.vault, 'exports')
    const sheet = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.html')) ?? ''), 'utf8')
    expect(sheet).toContain('☒ unfair')
    expect(sheet).toContain('Half of the sentence.')

    await page.goBack()
    await expect(claim(page, 'C16')).toContainText('unfair, by Second reader')
    await claim(page, 'C16').getByRole('button', { name: 'Edit claim' }).click()
    await page.keyboard.type(' Said otherwise.')
    await page.keyboard.press('Control+Enter')
    await expect(claim(page, 'C16')).toContainText('0 of 2 checked; 2 changed since')
    await expect(claim(page, 'C16')).toContainText('unchecked: changed since Second reader checked it')
  })
})
