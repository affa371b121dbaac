import { expect, type Locator, type Page, test } from '@playwright/test'
import { rememberedPages } from '../support/read-table'
import { hasCorpus, startVouch } from '../support/vouch'
import { GUIDANCE, marks, openDocument, pageRegion, run } from '../support/reading'

async function box(of: Locator): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  await expect(of).toBeAttached()
  await of.scrollIntoViewIfNeeded()
  const found = await of.boundingBox()
  if (found === null) throw new Error('not drawn')
  return found
}

/** Drags from the start of one run of text to the end of another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await box(to)
  const [a, b] = [await box(from), await box(to)]
  await page.mouse.move(a.x + 1, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x + b.width) / 2, (a.y + b.y) / 2, { steps: 6 })
  await page.mouse.move(b.x + b.width - 1, b.y + b.height / 2, { steps: 6 })
  await page.mouse.up()
}

test.describe('reading and marking', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')

  test('a passage is selected across lines, linked by two keys, kept over a reload, deleted and brought back', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await page.keyboard.press('g')
    await page.getByRole('textbox', { name: /Page|page/ }).fill('3')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /3 of 7/ })).toBeVisible()

    await drag(page, run(page, 3, 'When unsure whether to report'), run(page, 3, 'the exclusions set forth below'))
    const palette = page.getByRole('dialog', { name: 'Link this passage' })
    await expect(palette).toBeVisible()
    await page.keyboard.press('s')
    // Enter twice in one go is one mark.
    await page.evaluate(() => {
      for (let times = 0; times < 2; times += 1)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    })
    await expect(marks(page)).toHaveCount(1)
    await expect(marks(page)).toContainText(
      'When unsure whether to report a use case, agencies should err on the side of inclusion, except for the exclusions set forth below',
    )
    await expect(marks(page)).toContainText('supports')
    await expect(marks(page)).toContainText('exact')
    await expect(palette).toBeHidden()

    // The place is written down once reading rests.
    await expect.poll(() => rememberedPages(page)).toContain(2)
    await page.reload()
    await expect(page.getByRole('button', { name: /3 of 7/ })).toBeVisible()
    await expect(marks(page)).toHaveCount(1)

    await marks(page)
      .getByRole('button', { name: /When unsure/ })
      .click()
    await page.keyboard.press('Delete')
    await expect(marks(page)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(marks(page)).toHaveCount(1)
    await expect(marks(page)).toContainText('supports')
    await vouch.remove()
  })

  test('a passage over a page break becomes one mark with both pages, and the palette never covers what is selected', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await page.goto(`${page.url()}?page=3`)
    const last = pageRegion(page, 2)
      .locator('span[data-start]')
      .filter({ hasText: /\w{4,}/ })
      .last()
    const first = run(page, 3, 'When unsure whether to report')
    await expect(first).toBeAttached()
    await page.mouse.move(640, 400)
    await page.mouse.wheel(0, -300)
    await expect(last).toBeInViewport()
    const [a, b] = [await last.boundingBox(), await first.boundingBox()]
    if (a === null || b === null) throw new Error('not drawn')
    await page.mouse.move(a.x + 1, a.y + a.height / 2)
    await page.mouse.down()
    await page.mouse.move(b.x + b.width - 1, b.y + b.height / 2, { steps: 10 })
    await page.mouse.up()
    const palette = await box(page.getByRole('dialog', { name: 'Link this passage' }))
    expect(
      palette.y >= b.y + b.height || palette.y + palette.height <= a.y || palette.x >= b.x + b.width || palette.x + palette.width <= a.x,
    ).toBe(true)
    await page.keyboard.press('h')
    await expect(marks(page)).toContainText('p. 2, 3')
    await expect(marks(page)).not.toContainText('3 When unsure')
    await expect(marks(page)).toContainText('not linked')
    await vouch.remove()
  })

  test('a palette that grows until there is no room for it beside the passage stands under the pages, all of it in view', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await page.goto(`${page.url()}?page=3`)
    const line = run(page, 3, 'When unsure whether to report')
    await expect(line).toBeAttached({ timeout: 30_000 })
    const desk = await box(page.getByRole('region', { name: `Pages of ${GUIDANCE}` }))
    await page.mouse.move(640, 400)
    await page.mouse.wheel(0, (await box(line)).y - (desk.y + desk.height * 0.45))
    await expect.poll(async () => Math.abs((await box(line)).y - (desk.y + desk.height * 0.45))).toBeLessThan(60)
    await drag(page, line, line)
    const palette = page.getByRole('dialog', { name: 'Link this passage' })
    await expect(palette).toBeInViewport({ ratio: 1 })
    // The claims that match are listed in the palette.
    await page.keyboard.press('a')
    await expect(palette.getByRole('textbox', { name: 'Claim' })).toHaveValue('a')
    await expect.poll(async () => (await box(palette)).height).toBeGreaterThan(desk.height / 2)
    await expect(palette).toBeInViewport({ ratio: 1 })
    await vouch.remove()
  })

  test('a page that is a picture says so, and a box with typed words can be cited', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, 'usda-foia-referral-scan-rotated.pdf')
    await expect(page.getByText(/This page is a picture|Recognising the text of this page/).first()).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('b')
    const sheet = await box(pageRegion(page, 1))
    await page.mouse.move(sheet.x + sheet.width * 0.3, sheet.y + 220)
    await page.mouse.down()
    await page.mouse.move(sheet.x + sheet.width * 0.7, sheet.y + 270, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('textbox', { name: 'What it says' }).fill('OPINION AND ORDER')
    await page.getByRole('button', { name: 'Mark and choose a claim' }).click()
    await expect(page.getByRole('dialog', { name: 'Link this mark' })).toBeVisible()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await expect(marks(page)).toContainText('OPINION AND ORDER')
    await expect(marks(page)).toContainText('context')
    await expect(marks(page)).toContainText('typed by hand')
    await vouch.remove()
  })

  test('text is selected and linked with keys alone', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await openDocument(page, GUIDANCE)
    await expect(run(page, 1, /\w/)).toBeAttached({ timeout: 30_000 })
    await page.keyboard.press('v')
    for (let words = 0; words < 4; words += 1) await page.keyboard.press('Control+Shift+ArrowRight')
    await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
    await page.keyboard.press('q')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(marks(page)).toContainText('qualifies')
    await vouch.remove()
  })
})
