import { expect, test } from '@playwright/test'
import { judgeScreen } from '../support/judge-screen'
import { go, ready, SCREENS } from '../support/screens'
import { startVouch, type Vouch } from '../support/vouch'

let vouch: Vouch
test.beforeAll(async () => {
  vouch = await startVouch()
  await ready(vouch.page)
})
test.afterAll(() => vouch.remove())

test('the first Tab leads to a link that skips the bars', async () => {
  const { page } = vouch
  await page.reload()
  await ready(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the screen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('the library is walked by arrows, a document is renamed, and Undo says what it took back', async () => {
  const { page } = vouch
  await go(page, 'Alt+2', 'Library')
  const table = page.getByRole('table', { name: 'Documents' })
  const first = table.locator('tbody').getByRole('button').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(table.locator('tbody').getByRole('button').nth(2)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()
  const name = (await first.textContent()) ?? ''
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name' }).fill('Renamed by keyboard')
  await page.keyboard.press('Enter')
  await expect(table.getByRole('button', { name: 'Renamed by keyboard' })).toBeVisible()
  await page.locator('main').focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undid: Renamed a document')).toBeVisible()
  await expect(table.getByRole('button', { name })).toBeVisible()
})

test('a dialog takes the focus, keeps it, and gives it back', async () => {
  const { page } = vouch
  await go(page, 'Alt+2', 'Library')
  const row = page
    .getByRole('table', { name: 'Documents' })
    .getByRole('button', { name: /Sample/ })
    .first()
  await row.focus()
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(row).toBeFocused()
})

for (const { name, enter } of SCREENS) {
  test(`axe finds nothing wrong with ${name}, in light and in dark`, async () => {
    await enter(vouch.page)
    await judgeScreen(vouch.page, name)
  })
}

test('the theme is changed from the palette and kept over a restart', async () => {
  const { page } = vouch
  await page.keyboard.press('Escape')
  await page.locator('main').focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('theme dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('main')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
