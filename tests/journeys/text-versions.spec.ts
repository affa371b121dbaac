import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { asEarlierProgram } from '../support/earlier-program'
import { releasedPdf } from '../support/released-pdf'
import { startVouch } from '../support/vouch'

const NAME = 'order-0042.pdf'
const PAGES = [
  ['The Office of the Director bought a licence for the system.', 'Nobody outside of the bureau was told which records it reads.'],
  ['A second Office keeps a record of each call for seven years.', 'The hotline answers on weekdays from nine to five.'],
]

const row = (page: Page): Locator => page.getByRole('table', { name: 'Documents' }).getByRole('row').filter({ hasText: NAME })
const differences = (page: Page): Locator => page.getByRole('list', { name: 'Words of this page that were read differently' })

async function openInReader(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click()
  await row(page).getByRole('button', { name: NAME, exact: true }).dblclick({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: `Pages of ${NAME}` })).toBeVisible()
}

async function markLine(page: Page, words: string): Promise<void> {
  const line = page.locator('span[data-start]').filter({ hasText: words }).first()
  await line.click({ trial: true })
  const box = await line.boundingBox()
  if (box === null) throw new Error('not drawn')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
  await page.keyboard.press('h')
}

test('a text that an earlier version of pdf.js read stays in force, is compared with what is read now, and each difference is kept or corrected', async () => {
  const earlier = await startVouch({ prepare: (context) => asEarlierProgram(context, '5.6.205', { Office: 'Offlce', bureau: 'burcau' }) })
  await earlier.page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(earlier.page, [{ name: NAME, bytes: await releasedPdf(PAGES) }])
  await openInReader(earlier.page)
  await markLine(earlier.page, 'The Offlce of the Director')
  await earlier.page.getByText('all 1', { exact: true }).click()
  await expect(earlier.page.getByRole('article', { name: 'Mark on page 1' })).toContainText('The Offlce of the Director')
  await expect(earlier.page.getByText('Saved twice')).toBeVisible()
  const { folder, port } = earlier
  await earlier.close()

  // The program of now reads the same bytes again and tells what it reads otherwise, without asking for it.
  const vouch = await startVouch({ folder, port })
  const { page } = vouch
  await vouch.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(row(page)).toContainText('3 words differ', { timeout: 60_000 })
  await row(page).getByRole('button', { name: NAME, exact: true }).click()
  const about = page.getByRole('complementary', { name: `About ${NAME}` })
  await expect(about).toContainText('pdf.js 5.6.205')
  await expect(about).toContainText(/read again by pdf\.js .*: 3 words on 2 pages differ/)
  await about.getByRole('button', { name: 'Compare the words' }).click()

  // Both forms stand beside the piece of the page; the mark that they touch is named.
  await expect(differences(page).getByRole('listitem')).toHaveCount(2)
  await expect(differences(page).getByRole('img', { name: '“Offlce” as it is printed' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Marks whose quotation is read differently' })).toContainText('The Offlce of the Director')
  await expect(page.getByText('reads 2 words of page 1 otherwise')).toBeVisible()

  // One is kept, taken back, kept again by who and when; the other is corrected, by the keyboard.
  await page.getByRole('button', { name: 'Keep the earlier words “burcau”' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Keep the earlier words “Offlce”' })).toBeFocused()
  await expect(differences(page)).toContainText(/burcau stands; now read bureau.*kept by /)
  await expect(page.getByText('reads one word of page 1 otherwise')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Keep the earlier words “burcau”' })).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(differences(page)).toContainText('burcau stands')
  await page.getByRole('button', { name: 'Correct to the new words “Office”' }).press('Enter')
  await expect(differences(page)).toContainText('Offlce is corrected to Office')
  await expect(page.getByRole('list', { name: 'Corrections of this page' })).toContainText('“Offlce” is corrected to “Office”')

  // The quotation holds what was read first, and is cited with the correction in brackets.
  await page.getByRole('list', { name: 'Marks whose quotation is read differently' }).getByRole('button').click()
  const mark = page.getByRole('article', { name: 'Mark on page 1' })
  await expect(mark).toContainText('The Offlce of the Director')
  await mark.getByRole('button', { name: 'What to do with this mark' }).click()
  await page.getByRole('menuitem', { name: 'Copy with citation' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('“The [Office] of the Director bought a licence for the system.”')

  // What is left is on the next page; once it is decided nothing is asked any more.
  await page.getByRole('tab', { name: 'Text' }).click()
  await page
    .getByRole('region', { name: /^Read differently by pdf.js/ })
    .getByRole('button', { name: 'Go to page 2' })
    .click()
  await page.getByRole('button', { name: 'Keep the earlier words “Offlce”' }).click()
  await expect(page.getByText('you have decided about all of them')).toBeVisible()
  await page.getByRole('link', { name: 'Library' }).click()
  await expect(row(page)).not.toContainText('differ')
  await page.keyboard.press('Control+z')
  await expect(row(page)).toContainText('1 word differs')
  await vouch.remove()
})
