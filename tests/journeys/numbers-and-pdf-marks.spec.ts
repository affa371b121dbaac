import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { CORPUS, hasCorpus, startVouch, type Vouch } from '../support/vouch'

async function importDocument(page: Page, path: string): Promise<void> {
  await dropFiles(page, [path])
  await page.getByRole('link', { name: 'Library' }).click()
}
const open = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name, exact: true }).dblclick({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: `Pages of ${name}` })).toBeVisible()
}
const EXCERPT = 'ice-foia-record-ja-excerpt.pdf'
const numbers = (page: Page): Locator => page.getByRole('region', { name: 'Page numbers' })
const fileMarks = (page: Page): Locator => page.getByRole('region', { name: 'Marks in the file' })

test.describe('three numbers a page', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')
  let vouch: Vouch
  test.beforeAll(async () => {
    vouch = await startVouch()
    const { page } = vouch
    await page.getByRole('button', { name: 'Keep them' }).click()
    await importDocument(page, join(CORPUS, EXCERPT))
    await open(page, EXCERPT)
  })
  test.afterAll(() => vouch.remove())

  test('stamps are found, confirmed, corrected by hand with the keyboard, carried by a mark made before, and taken back', async () => {
    const { page } = vouch
    await page.keyboard.press('p')
    await page.getByRole('dialog').getByRole('textbox').first().fill('A note on the first page')
    await page.getByRole('dialog').getByRole('button', { name: 'Keep the note' }).click()
    await page.getByRole('tab', { name: 'Page numbers' }).click()
    const proposed = numbers(page).getByRole('article', { name: 'Proposed: JA 035 … JA 073' })
    await expect(proposed).toContainText('Record page · pages 1 to 39 · read on all 39')
    await proposed.getByRole('button', { name: 'Confirm' }).click()
    await expect(numbers(page).getByRole('article', { name: 'Confirmed: JA 035 … JA 073' })).toBeVisible()
    await expect(page.getByText('Page numbers confirmed.')).toBeVisible()
    const row = (number: number): Locator => numbers(page).getByRole('button', { name: new RegExp(`^Page ${number},`) })
    await expect(row(3)).toHaveAccessibleName('Page 3, label JA 037, stamp JA 037')
    await row(3).focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('JA 037-A')
    await page.keyboard.press('Enter')
    await expect(row(3)).toHaveAccessibleName('Page 3, label JA 037, stamp JA 037-A, set by hand')
    await page.keyboard.press('Control+z')
    await expect(row(3)).toHaveAccessibleName('Page 3, label JA 037, stamp JA 037')
    await numbers(page).getByRole('button', { name: 'Edit JA 035 … JA 073' }).click()
    await page.getByRole('textbox', { name: 'Printed before the number' }).fill('Joint Appendix ')
    await expect(page.getByLabel('What the pages are called')).toContainText('page 1: Joint Appendix 035')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(row(1)).toHaveAccessibleName('Page 1, label JA 035, stamp Joint Appendix 035')
    await numbers(page).getByRole('button', { name: 'Remove Joint Appendix 035 … 073' }).click()
    await expect(row(1)).toHaveAccessibleName('Page 1, label JA 035, no stamp')
  })

  test('identifiers are recognised after import, listed by document and over the library, and lead to their page', async () => {
    const { page } = vouch
    await page.getByRole('tab', { name: 'Identifiers' }).click()
    const panel = page.getByRole('region', { name: 'Identifiers' })
    await expect(panel.getByRole('listitem').first()).toBeVisible({ timeout: 90_000 })
    await panel.getByRole('combobox', { name: 'Kind' }).selectOption('date')
    // One day in two spellings is one entry: `May 7, 2020` and `05/07/20`.
    await panel.getByRole('searchbox', { name: 'Find an identifier' }).fill('2020-05-07')
    const date = panel.getByRole('listitem').first()
    await expect(date).toContainText('2020-05-07')
    await date.getByRole('button', { name: /^Say how/ }).click()
    await page.getByRole('textbox', { name: 'Read as' }).fill('the day of filing')
    await page.keyboard.press('Enter')
    await expect(date).toContainText('read as the day of filing')
    await panel.getByRole('link', { name: 'whole library' }).click()
    const list = page.getByRole('list', { name: 'Identifiers' })
    await expect(list.getByRole('listitem').first()).toBeVisible()
    await page.getByRole('searchbox', { name: 'Find an identifier' }).fill('day of filing')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    await expect(page.getByText(/Saved the table/)).toBeVisible()
    expect(readFileSync(join(vouch.vault, 'exports', 'identifiers.csv'), 'utf8')).toContain(
      'Date,05/07/20,2020-05-07,,the day of filing,ice-foia-record-ja-excerpt.pdf',
    )
    await list
      .getByRole('button', { name: / p\. 2\b/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: /2 of 48/ })).toBeVisible()
  })
})

test.describe('marks in a PDF', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')

  test('marks made in Acrobat are offered at import and taken over in one step; a copy with marks is read back the same', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    await page.getByRole('button', { name: 'Keep them' }).click()
    const name = 'opf-annotated-in-acrobat-x.pdf'
    await importDocument(page, join(CORPUS, name))
    await expect(page.getByText(`2 marks stand in ${name}, made in another program.`)).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Take them over' }).click()
    await expect(page.getByText('Took over 2 marks.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Take them over' })).toHaveCount(0)
    await open(page, name)
    const marks = page.getByRole('region', { name: 'Marks', exact: true }).getByRole('article')
    await expect(marks).toHaveCount(2)
    await expect(marks.filter({ hasText: 'simple document' })).toHaveCount(1)
    await expect(marks.filter({ hasText: 'This is a sticky note I added using Adobe Reader X' })).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(marks).toHaveCount(0)

    await page.getByRole('tab', { name: 'Marks in the file' }).click()
    await expect(fileMarks(page).getByRole('listitem')).toHaveCount(2)
    await expect(fileMarks(page)).toContainText('AnJackson · 2012-04-13 14:54')
    await fileMarks(page)
      .getByRole('checkbox', { name: /Choose Text on page 1/ })
      .uncheck()
    await fileMarks(page).getByRole('button', { name: 'Take over 1', exact: true }).click()
    await expect(fileMarks(page).getByRole('listitem')).toHaveCount(1)

    await fileMarks(page).getByRole('button', { name: 'Save a copy with marks…' }).click()
    await page.getByRole('button', { name: 'Save a copy…' }).click()
    await expect(page.getByText(/Saved a copy with 1 mark/)).toBeVisible({ timeout: 30_000 })
    const folder = join(vouch.vault, 'exports')
    const [copy] = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.pdf')) : []
    if (copy === undefined) throw new Error('no copy was saved')
    const [before, after] = [readFileSync(join(CORPUS, name)), readFileSync(join(folder, copy))]
    expect(after.subarray(0, before.length).equals(before)).toBe(true)

    await importDocument(page, join(folder, copy))
    await expect(page.getByText(`3 marks stand in ${copy}, made in another program.`)).toBeVisible({ timeout: 60_000 })
    await vouch.remove()
  })
})
