import { expect, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { readTable } from '../support/read-table'
import { EARLIER_RELEASE, LATER_RELEASE, releasedPdf } from '../support/released-pdf'
import { selectLine } from '../support/select-line'
import { startVouch } from '../support/vouch'

const OLD = 'order-0042.pdf'
const NEW = 'order-0042 supplemental release.pdf'

async function openInReader(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name, exact: true }).dblclick({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: `Pages of ${name}` })).toBeVisible()
}

type Mark = {
  readonly documentId: string
  readonly carriedFrom?: { readonly documentId: string }
  readonly segments: readonly { readonly quote: string; readonly pageIndex: number }[]
}
/** All marks as the library holds them, in the words and pages (from 1) of their first segments. */
const marksInLibrary = async (page: Page): Promise<readonly string[]> =>
  (await readTable<Mark>(page, 'annotations')).map(
    (mark) => `${mark.segments[0]?.quote} p. ${(mark.segments[0]?.pageIndex ?? 0) + 1}${mark.carriedFrom === undefined ? '' : ' carried'}`,
  )

/** Marks the line of a page that begins with some words, and links it to the claim at hand. */
async function markLine(page: Page, words: string): Promise<void> {
  await selectLine(page, words)
  await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await marksInLibrary(page)).some((mark) => mark.startsWith(words))).toBe(true)
}

test('a later version is offered at import, shows what was released and withheld, and takes the marks with it', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  await page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(page, [{ name: OLD, bytes: await releasedPdf(EARLIER_RELEASE) }])
  await openInReader(page, OLD)
  for (const words of ['The ceiling of this order', 'Questions go to John']) await markLine(page, words)

  await page.getByRole('link', { name: 'Library' }).click()
  await dropFiles(page, [{ name: NEW, bytes: await releasedPdf(LATER_RELEASE) }])
  await expect(page.getByText(`“${NEW}” looks like another version of “${OLD}”`)).toBeVisible({ timeout: 60_000 })
  // Whoever misses the offer finds it with the document itself: what looks like a version of it stands first.
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: NEW, exact: true }).click()
  await page.getByRole('button', { name: 'New version of this document…' }).click()
  await expect(page.getByRole('dialog').getByRole('list', { name: 'Documents' }).getByRole('button').first()).toHaveAccessibleName(
    new RegExp(`^${OLD}.*a similar name, about \\d+ % of the words in common`),
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Compare' }).click()

  // Page by page: what was released, what was withheld, and the page that was added.
  const pairs = page.getByRole('table', { name: 'Pages of both versions' })
  await expect(pairs.getByRole('button', { name: 'Page 2 and page 3' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('1 the same, 2 changed, 1 added, 0 gone')).toBeVisible()
  await pairs.getByRole('button', { name: 'Page 2 and page 3' }).click()
  const changes = page.getByRole('region', { name: 'What changed on this page' })
  await expect(
    changes.getByRole('button', { name: /newly released where the earlier version has a code.*Harbor Analytics LLC/ }),
  ).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(changes.getByRole('button', { name: /newly withheld where the later version has a code.*John Smith/ })).toBeVisible()
  await expect(page.getByRole('img', { name: `Page 3 of ${OLD}` })).toBeVisible()
  await expect(page.getByRole('img', { name: `Page 4 of ${NEW}` })).toBeVisible()

  await page.getByRole('button', { name: 'Keep as versions' }).click()
  await expect(page.getByRole('button', { name: 'Not versions of each other' })).toBeVisible()

  // The review: what moved is ticked, what is only alike is not, and the counts add up.
  await page.getByRole('radio', { name: /Marks to carry over \(2\)/ }).check({ force: true })
  await expect(page.getByText('2 marks = 0 exact + 1 moved + 1 approximate + 0 lost')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /The ceiling of this order/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /Questions go to John/ })).not.toBeChecked()
  await page.getByRole('button', { name: 'Carry over 1 mark' }).click()
  await expect(page.getByText('1 mark = 0 exact + 0 moved + 1 approximate + 0 lost; 1 carried over before')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 marks = 0 exact + 1 moved + 1 approximate + 0 lost')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('1 carried over before')).toBeVisible()

  // The mark stands in the later version and in the earlier one; both documents say which version they are.
  const ceiling = (await marksInLibrary(page)).filter((mark) => mark.includes('shall not exceed $9,225,000'))
  expect(ceiling.map((mark) => mark.replace(/^.*p\./, 'p.')).toSorted()).toEqual(['p. 2', 'p. 3 carried'])
  await openInReader(page, NEW)
  await expect(page.getByRole('link', { name: 'version 2 of 2' })).toBeVisible()
  await openInReader(page, OLD)
  await expect(page.getByRole('link', { name: 'version 1 of 2, a later one exists' })).toBeVisible()
  await vouch.remove()
})
