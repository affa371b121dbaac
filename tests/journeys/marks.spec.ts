import { expect, type Page, test } from '@playwright/test'
import { hasCorpus, startVouch } from '../support/vouch'
import { GUIDANCE, marks, openDocument, pageRegion, run } from '../support/reading'

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key)

test.describe('marks', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')

  test('from the caret to the link without a mouse, the end moved and a passage added by keys, each taken back', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await press(page, 'g')
    await page.getByRole('textbox', { name: /Page|page/ }).fill('3')
    await press(page, 'Enter')
    await expect(page.getByRole('button', { name: /3 of 7/ })).toBeVisible()
    await expect(run(page, 3, 'When unsure whether')).toBeAttached({ timeout: 30_000 })

    await press(page, 'v', 'Control+ArrowDown', ...times(3, 'Control+Shift+ArrowRight'), 'm')
    const palette = page.getByRole('dialog', { name: 'Link this passage' })
    await expect(palette).toBeVisible()
    const quote = ((await palette.locator('p[dir=auto]').textContent()) ?? '').trim()
    expect(quote.split(' ').length).toBeGreaterThanOrEqual(2)
    await press(page, '-', 'd', 'Enter')
    await expect(marks(page)).toHaveCount(1)
    await expect(marks(page)).toContainText(quote)
    await expect(marks(page)).toContainText('contradicts')
    await expect(marks(page)).toContainText('underline')

    // Whoever listens hears where the mark begins and what it bears on.
    await expect(page.locator('mark[data-begins*="contradicts"]').first()).toBeAttached()

    // The end goes on by two words; it is kept when Alt is let go, as one step.
    await press(page, 'Escape')
    await page.keyboard.down('Alt')
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight')
    await page.keyboard.up('Alt')
    await expect(marks(page).locator('q')).not.toHaveText(quote)
    await expect(marks(page)).toContainText('contradicts')
    await press(page, 'Control+z')
    await expect(marks(page).locator('q')).toHaveText(quote)

    // A further passage is added to the chosen mark.
    await press(page, 'v', ...times(3, 'Control+ArrowDown'), ...times(4, 'Control+Shift+ArrowRight'), 'Enter')
    await expect(palette.getByRole('button', { name: 'Add to the chosen mark' })).toBeVisible()
    await press(page, '+')
    await expect(marks(page).locator('q')).toContainText(' … ')
    await expect(marks(page)).toHaveCount(1)
    await expect(palette).toBeHidden()
    await press(page, 'e')
    await expect(page.getByRole('button', { name: 'Take out passage 2' })).toBeVisible()
    await page.getByRole('button', { name: 'Take out passage 2' }).click()
    await page.getByLabel('Tags', { exact: true }).fill('found by key')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(marks(page).locator('q')).toHaveText(quote)
    await expect(marks(page)).toContainText('found by key')
    await press(page, 'Control+z')
    await expect(marks(page).locator('q')).toContainText(' … ')
    await vouch.remove()
  })

  test('an end is dragged by its handle, and a box is drawn, moved and brought back with keys', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await expect(run(page, 1, /\w/)).toBeAttached({ timeout: 30_000 })
    await press(page, 'v', ...times(3, 'Control+Shift+ArrowRight'), 'Enter')
    await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
    await press(page, 'h')
    await expect(marks(page)).toHaveCount(1)
    const before = (await marks(page).locator('q').textContent()) ?? ''
    const handle = page.getByRole('button', { name: /^End of the mark/ })
    const [at, line] = [await handle.boundingBox(), await pageRegion(page, 1).locator('span[data-start]').nth(6).boundingBox()]
    if (at === null || line === null) throw new Error('not drawn')
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
    await page.mouse.down()
    await page.mouse.move(line.x + line.width - 2, line.y + line.height / 2, { steps: 8 })
    await page.mouse.up()
    await expect(marks(page).locator('q')).not.toHaveText(before)
    await press(page, 'Control+z')
    await expect(marks(page).locator('q')).toHaveText(before)

    await press(page, 'Escape', 'Escape', 'b', 'ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Enter')
    await page.getByRole('textbox', { name: 'What it says' }).fill('Typed from the page')
    await page.getByRole('button', { name: 'Mark and choose a claim' }).click()
    const linking = page.getByRole('dialog', { name: 'Link this mark' })
    await expect(linking).toBeVisible()
    await press(page, 'Escape')
    await expect(linking).toBeHidden()
    await expect(marks(page)).toHaveCount(2)
    const grip = page.getByRole('button', { name: /^Move the box/ })
    const first = await grip.boundingBox()
    await grip.focus()
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
    await expect(page.getByText('Adjusted a mark').first()).toBeVisible()
    await expect.poll(async () => (await grip.boundingBox())?.y ?? 0).toBeGreaterThan(first?.y ?? 0)
    await vouch.remove()
  })

  test('several marks of the list are tagged, linked and deleted together, each taken back in one step', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await expect(run(page, 1, /\w/)).toBeAttached({ timeout: 30_000 })
    for (let made = 1; made <= 3; made += 1) {
      await press(page, 'v', ...times(made, 'Control+ArrowDown'), ...times(2, 'Control+Shift+ArrowRight'), 'Enter')
      await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
      await press(page, 'h')
      await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeHidden()
      await press(page, 'Escape')
    }
    await page.getByRole('link', { name: 'Marks', exact: true }).click()
    // The samples have marks of their own: the list is narrowed to this document.
    const table = page.getByRole('table', { name: 'Marks' })
    const document = page.getByRole('combobox', { name: 'Document' })
    const own = await document.locator('option').filter({ hasText: GUIDANCE }).getAttribute('value')
    await document.selectOption(own)
    await expect(table.locator('tbody tr')).toHaveCount(3)
    await expect(page.getByRole('region', { name: 'All marks' })).toContainText('3 ✓ exact')
    await table.locator('tbody button').first().click()
    await press(page, 'Shift+ArrowDown')
    await expect(page.getByText('2 marks chosen')).toBeVisible()
    await page.getByRole('button', { name: 'Tags…' }).click()
    await page.getByLabel('Tags', { exact: true }).fill('money')
    await page.getByRole('button', { name: 'Add the tags' }).click()
    await expect(page.getByText('Tagged 2 marks').first()).toBeVisible()
    await page.getByRole('button', { name: 'Link…' }).click()
    await page.getByRole('button', { name: 'Link', exact: true }).click()
    await expect(page.getByText(/^Linked 2 passages to /).first()).toBeVisible()
    await page.getByRole('combobox', { name: 'Linked' }).selectOption('linked')
    await expect(table.locator('tbody tr')).toHaveCount(2)
    await page.getByRole('combobox', { name: 'Linked' }).selectOption('')
    // The focus passes to the row that takes the place of a deleted one.
    await table.locator('tbody button').nth(1).click()
    await press(page, 'Delete')
    await expect(table.locator('tbody tr')).toHaveCount(2)
    await expect(table.locator('tbody button').nth(1)).toBeFocused()
    await press(page, 'Control+z')
    await expect(table.locator('tbody tr')).toHaveCount(3)
    await table.locator('tbody button').first().focus()
    await press(page, 'Control+a', 'Delete')
    await expect(page.getByText('No mark fits')).toBeVisible()
    await press(page, 'Control+z')
    await expect(table.locator('tbody tr')).toHaveCount(3)
    await press(page, 'Control+z')
    await page.getByRole('combobox', { name: 'Linked' }).selectOption('linked')
    await expect(page.getByText('No mark fits')).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: 'Anchor all again…' }).click()
    await expect(page.getByText(/^All \d+ marks stand as they stood/)).toBeVisible({ timeout: 60_000 })
    await vouch.remove()
  })
})
