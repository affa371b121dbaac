import { expect, type Locator, type Page, test } from '@playwright/test'
import { startVouch } from '../support/vouch'

const CONTRACT = /contract/i
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const ledger = (page: Page): Locator => page.getByRole('table', { name: 'Purchases' })
const go = async (page: Page, keys: string, heading: string): Promise<void> => {
  await page.locator('main').focus()
  await page.keyboard.press(keys)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeAttached()
}

test('an amount in a document becomes a purchase, another one stands beside it, totals name their rows, and a mark becomes an event', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  page.setDefaultTimeout(20_000)
  await page.getByRole('button', { name: 'Keep them' }).click({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: CONTRACT }).first().dblclick()
  await page.getByRole('tab', { name: 'Identifiers' }).click()
  const found = page.getByRole('region', { name: 'Identifiers' })
  await found.getByRole('searchbox', { name: 'Find an identifier' }).fill('6,400,000')
  await found.getByRole('button', { name: 'Put $6,400,000.00 into the ledger' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click()

  // The sentence gives three amounts; the one that was pointed at is chosen. Marked, written down and backed in one step.
  const dialog = page.getByRole('dialog', { name: 'Into the ledger of purchases' })
  await expect(dialog.getByRole('textbox', { name: 'Amount', exact: true })).toHaveValue('$6,400,000.00')
  await dialog.getByRole('textbox', { name: 'Vendor' }).fill('A sample vendor')
  await dialog.getByRole('textbox', { name: 'Product' }).fill('Record matching')
  await dialog.getByRole('textbox', { name: 'Awarded or published' }).fill('2025-13')
  await expect(dialog.getByText('Write 2025, 2025-09 or 2025-09-12.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Awarded or published' }).fill('2025')
  await dialog.getByText('potential', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Vendor' }).press('Enter')
  await expect(page.getByText('Added a purchase with an amount')).toBeVisible()
  const mark = page.getByRole('region', { name: 'Marks' }).getByRole('article')
  await page.getByRole('tab', { name: 'Marks', exact: true }).click()
  await page.getByText(/^all \d/).click()
  await expect(mark.filter({ hasText: 'not linked' })).toContainText('$6,400,000.00')

  // The same mark goes into the chronology by its key.
  await mark.filter({ hasText: 'not linked' }).getByRole('button').filter({ hasText: 'unchanged' }).click()
  await press(page, 't')
  const event = page.getByRole('dialog', { name: 'Add an event' })
  await event.getByRole('textbox', { name: 'What happened' }).fill('The ceiling is confirmed')
  await event.getByRole('textbox', { name: 'Date', exact: true }).fill('2025-06')
  await press(page, 'Enter')
  await expect(page.getByText('Added an event (statement)')).toBeVisible()

  await go(page, 'Alt+6', 'Purchases')
  const row = ledger(page).getByRole('button', { name: 'A sample vendor' })
  await row.focus()
  await press(page, 'ArrowDown')
  const detail = page.getByRole('complementary', { name: 'The chosen purchase' })
  await expect(detail.getByRole('link', { name: CONTRACT }).first()).toBeVisible()

  // By hand, another source says something else: both stand, and the total is a range.
  await detail.getByRole('button', { name: 'Add an amount…' }).click()
  const figure = page.getByRole('dialog', { name: 'Add an amount' })
  await figure.getByRole('textbox', { name: 'Amount', exact: true }).fill('$6.1 million')
  await expect(figure.getByText('Comes to $6,100,000.')).toBeVisible()
  await figure.getByText('potential', { exact: true }).click()
  await figure.getByRole('textbox', { name: 'Amount', exact: true }).press('Enter')
  await expect(detail.getByText('Sources give different amounts', { exact: false })).toBeVisible()
  await expect(detail.getByText('rests on no passage')).toBeVisible()
  await expect(ledger(page)).toContainText('$6,100,000 to $6,400,000')
  await page.getByText('Totals', { exact: true }).click()
  // The samples have a purchase of their own, with money obligated.
  await page.getByLabel('Kind of amount').selectOption({ label: 'potential, USD' })
  const totals = page.getByRole('table', { name: 'Totals by vendor' })
  await expect(totals.getByRole('row').filter({ hasText: 'A sample vendor' })).toContainText('$6,100,000 to $6,400,000')
  await totals.getByRole('button', { name: 'A sample vendor' }).press('ArrowDown')
  const adds = page.getByRole('complementary', { name: 'Purchases of A sample vendor' })
  await expect(adds).toContainText('conflicting amounts, so the sum is a range')
  await adds.getByRole('button', { name: /Record matching/ }).focus()
  await press(page, 'Enter')
  await expect(ledger(page)).toBeVisible()
  await press(page, 'Control+z')
  await expect(ledger(page)).not.toContainText('$6,100,000')

  // Time: the event, and what follows from the purchase; a year stands as a year.
  await go(page, 'Alt+7', 'Chronology')
  const lines = page.getByRole('table', { name: 'Chronology' })
  await expect(lines.getByRole('rowheader', { name: '2025, month not known' })).toBeVisible()
  await expect(lines.getByRole('row', { name: /^2025 award Award: Record matching/ })).toContainText('derived: purchase')
  await lines.getByRole('button', { name: 'Award: Record matching, A sample vendor' }).focus()
  await press(page, 'j')
  await expect(lines.getByRole('button', { name: 'The ceiling is confirmed' })).toBeFocused()
  await press(page, 'Delete')
  await expect(lines.getByRole('button', { name: 'The ceiling is confirmed' })).toHaveCount(0)
  await page.locator('main').focus()
  await press(page, 'Control+z')
  await expect(lines.getByRole('button', { name: 'The ceiling is confirmed' })).toBeVisible()
  await lines.getByRole('button', { name: 'The ceiling is confirmed' }).press('Enter')
  await page.getByRole('dialog', { name: 'Change the event' }).getByRole('textbox', { name: 'Date', exact: true }).fill('2025-06-30')
  await press(page, 'Enter')
  await expect(lines.getByRole('row', { name: /^30 June 2025/ })).toBeVisible()

  await go(page, 'Alt+8', 'ICE')
  const dossier = page.frameLocator('iframe')
  await expect(dossier.getByRole('heading', { name: 'Passages of purchases and events' })).toBeAttached({ timeout: 30_000 })
  await expect(dossier.locator('#purchases')).toContainText('$6,400,000')
  await expect(dossier.locator('#chronology')).toContainText('30 June 2025')
  await vouch.remove()
})
