import { join } from 'node:path'
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles, type Dropped } from '../support/drop-files'
import { hostilePdf } from '../support/hostile-pdf'
import { rememberedPages } from '../support/read-table'
import { CORPUS, hasCorpus, startVouch } from '../support/vouch'

const MEMORANDUM = 'omb-m-24-10.pdf'
const HANDBOOK = 'va-coding-handbook.pdf'
const OPINION = 'tax-court-memo-2020-26.pdf'

/** Puts documents in by dropping them and waits until the library lists them. */
async function takeIn(page: Page, files: readonly Dropped[]): Promise<void> {
  await page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(page, files)
  await page.getByRole('link', { name: 'Library' }).click()
  for (const file of files)
    await expect(row(page, typeof file === 'string' ? (file.split('/').at(-1) ?? '') : file.name)).toBeVisible({ timeout: 90_000 })
}

const row = (page: Page, name: string): Locator => page.getByRole('table', { name: 'Documents' }).getByRole('button', { name, exact: true })
const pagesOf = (page: Page, name: string): Locator => page.getByRole('region', { name: `Pages of ${name}`, exact: true })
const besideOf = (page: Page, name: string): Locator => page.getByRole('region', { name: `Pages of ${name}, second column`, exact: true })
const at = (page: Page, number: number, of: number): Locator =>
  page.getByRole('button', { name: new RegExp(`^page ${number} of ${of}\\b`) }).first()
const column = (page: Page): Locator => pagesOf(page, HANDBOOK)
/** Turns the pages, and gives the proportions of what was seen of the page at hand, frame by frame, where they were not those of the page. */
const squeezedWhileTurning = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const wrong = new Set<string>()
    dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }))
    for (let frame = 0; frame < 40; frame += 1) {
      await new Promise(requestAnimationFrame)
      for (const host of document.querySelectorAll('[data-page-picture="drawn"]')) {
        const canvas = host.querySelector('canvas')
        if (
          canvas !== null &&
          canvas.height > 0 &&
          Math.abs(canvas.width / canvas.height / (host.clientWidth / host.clientHeight) - 1) > 0.05
        )
          wrong.add(`${canvas.width} x ${canvas.height} in ${host.clientWidth} x ${host.clientHeight}`)
      }
    }
    return [...wrong]
  })
const tabs = (page: Page): Locator => page.getByRole('tablist', { name: /Open documents/ }).getByRole('tab')

test.describe('the reader, from the keyboard alone', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')

  test('words are found, walked through, marked and left again; the outline and the pages lead on, and Back leads back', async () => {
    const vouch = await startVouch()
    const { page } = vouch
    page.setDefaultTimeout(30_000)
    await takeIn(page, [join(CORPUS, HANDBOOK)])
    await row(page, HANDBOOK).focus()
    await page.keyboard.press('Enter')
    await expect(pagesOf(page, HANDBOOK)).toBeVisible()
    await expect(at(page, 1, 104)).toBeVisible()

    // Keys mean the pages at once; one key leads into the panels and back.
    await expect(pagesOf(page, HANDBOOK)).toBeFocused()
    for (const panel of ['Marks', 'Claims']) {
      await page.keyboard.press('Shift+F6')
      await expect(page.getByRole('tabpanel', { name: panel, exact: true }).locator(':focus')).toHaveCount(1)
    }
    await page.keyboard.press('Shift+F6')
    await expect(pagesOf(page, HANDBOOK)).toBeFocused()

    await page.keyboard.press('/')
    const field = page.getByRole('searchbox', { name: 'Find in this document' })
    await expect(field).toBeFocused()
    await page.keyboard.type('Outpatient Visit')
    const tally = page.getByRole('region', { name: 'Find in this document' }).getByRole('status')
    await expect(tally).toContainText(/^1 of \d+ hits on \d+ pages\.$/, { timeout: 60_000 })
    const hits = page.getByRole('list', { name: 'Hits' }).getByRole('button', { name: /outpatient\s+visit/i })
    await expect(hits.first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(tally).toContainText(/^2 of /)
    await page.keyboard.press('Shift+Enter')
    await expect(tally).toContainText(/^1 of /)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(tally).toContainText(/^2 of /)
    await page.keyboard.press('m')
    await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
    await page.keyboard.press('h')
    await expect(page.getByRole('region', { name: 'Marks' }).getByRole('article')).toContainText(/outpatient visit/i)

    // A page that is turned is seen turned at once, never squeezed into the other shape until it is drawn anew.
    await column(page).focus()
    expect(await squeezedWhileTurning(page)).toEqual([])
    await page.keyboard.press('Shift+R')

    // Finding was one jump, however many hits were walked through.
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(at(page, 1, 104)).toBeVisible()
    await page.keyboard.press('Alt+ArrowRight')
    await expect(at(page, 1, 104)).toBeHidden()
    await page.keyboard.press('Alt+ArrowLeft')

    await page.getByRole('tab', { name: 'Outline' }).focus()
    await page.keyboard.press('Enter')
    const tree = page.getByRole('tree', { name: 'Outline' })
    await tree.getByRole('treeitem').first().focus()
    for (let down = 0; down < 6; down += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(at(page, 6, 104)).toBeVisible()
    await expect(tree.locator('[aria-current="location"]')).toHaveCount(1)

    await page.getByRole('tab', { name: 'Pages', exact: true }).focus()
    await page.keyboard.press('Enter')
    const current = page.getByRole('list', { name: 'Pages' }).locator('button[aria-current="page"]')
    await expect(current).toHaveAccessibleName('Page 6 of 104')
    await current.focus()
    await page.keyboard.press('End')
    await expect(page.getByRole('list', { name: 'Pages' }).getByRole('button', { name: 'Page 104 of 104' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(at(page, 104, 104)).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(at(page, 6, 104)).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(at(page, 1, 104)).toBeVisible()

    // The strip beside the pages shows where the hits and the mark stand; a click at its foot leads to the last.
    const strip = await page.locator('svg[data-places]').boundingBox()
    if (strip === null) throw new Error('not drawn')
    await page.mouse.click(strip.x + strip.width / 2, strip.y + strip.height - 2)
    await expect(at(page, 24, 104)).toBeVisible()
    await vouch.remove()
  })

  test('two documents are open in tabs, side by side, and are so again after a restart', async () => {
    const first = await startVouch()
    const { page, folder, port } = first
    page.setDefaultTimeout(30_000)
    await takeIn(page, [join(CORPUS, MEMORANDUM), join(CORPUS, OPINION)])
    await row(page, MEMORANDUM).focus()
    await page.keyboard.press('Enter')
    await expect(pagesOf(page, MEMORANDUM)).toBeVisible()
    await page.keyboard.press('Alt+2')
    await row(page, OPINION).focus()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(`Opened “${OPINION}” in a new tab.`)).toBeVisible()
    await page.getByRole('button', { name: 'Go on reading · 2 open' }).press('Enter')
    await expect(tabs(page)).toHaveCount(2)
    await expect(pagesOf(page, MEMORANDUM)).toBeVisible()

    // A panel that was opened by its key has the focus once: of the document that comes next, keys mean the pages.
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Find in this document' })).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+]')
    await expect(pagesOf(page, OPINION)).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Find in this document' })).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(at(page, 2, 32)).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await expect(pagesOf(page, MEMORANDUM)).toBeHidden()
    await page.keyboard.press('Control+PageUp')
    await expect(pagesOf(page, MEMORANDUM)).toBeVisible()

    // The other tab beside it: keys mean the column that has the focus.
    await page.getByRole('button', { name: 'Side by side' }).press('Enter')
    await page.getByRole('menuitem', { name: `Beside it: ${OPINION}` }).press('Enter')
    await expect(besideOf(page, OPINION)).toBeVisible()
    await expect(at(page, 1, 32)).toBeVisible()
    await page.keyboard.press('F6')
    await page.keyboard.press('End')
    await expect(at(page, 32, 32)).toBeVisible()
    await expect(at(page, 1, 34)).toBeVisible()
    await page.keyboard.press('F6')
    await page.keyboard.press('ArrowRight')
    await expect(at(page, 2, 34)).toBeVisible()
    await expect(at(page, 32, 32)).toBeVisible()
    // The last page is shown whole; what stands at the top is the end of the page before.
    await expect.poll(() => rememberedPages(page)).toEqual(expect.arrayContaining([1, 30]))
    await first.close()

    const second = await startVouch({ folder, port })
    second.page.setDefaultTimeout(30_000)
    await second.page.goto(`http://127.0.0.1:${port}/#/library`)
    await second.page.getByRole('button', { name: 'Go on reading · 2 open' }).press('Enter')
    await expect(at(second.page, 2, 34)).toBeVisible({ timeout: 30_000 })
    await expect(at(second.page, 32, 32)).toBeVisible()
    await expect(besideOf(second.page, OPINION)).toBeVisible()
    await second.page.keyboard.press('Alt+\\')
    await expect(besideOf(second.page, OPINION)).toBeHidden()
    await second.page.keyboard.press('Alt+w')
    await expect(pagesOf(second.page, OPINION)).toBeVisible()
    await expect(tabs(second.page)).toHaveCount(0)
    await second.remove()
  })
})

test('a link leads to its place on a page, an outside link shows where it really leads, and attachments and scripts are listed', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  page.setDefaultTimeout(30_000)
  await takeIn(page, [
    { name: 'links.pdf', bytes: await linkedPdf() },
    { name: 'reaches-out.pdf', bytes: await hostilePdf('http://127.0.0.1:9') },
  ])
  await row(page, 'links.pdf').press('Enter')
  await expect(pagesOf(page, 'links.pdf')).toBeVisible()
  await page.getByRole('button', { name: 'Go to page 3' }).click()
  await expect(at(page, 3, 3)).toBeVisible()
  await expect(page.getByText('Half way down the last page')).toBeInViewport()
  await page.getByRole('button', { name: 'Back to page 1' }).click()
  await expect(at(page, 1, 3)).toBeVisible()

  await page.getByRole('button', { name: /^Outside link/ }).click()
  const dialog = page.getByRole('dialog', { name: 'This link leads outside' })
  await expect(dialog).toContainText('xn--pple-43d.com')
  await expect(dialog).toContainText('look like others')
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Document' }).click()
  await expect(page.getByRole('region', { name: 'Attachments' })).toContainText('figures.csv')
  await page.getByRole('button', { name: /Save a copy of .*figures\.csv/ }).click()
  await expect(page.getByText(/Saved a copy: .*figures\.csv/)).toBeVisible()
  expect(page.context().pages()).toHaveLength(1)

  await page.keyboard.press('Control+p')
  await expect(page.getByText('Vouch does not print its window')).toBeVisible()

  await page.getByRole('link', { name: 'Library' }).click()
  await row(page, 'reaches-out.pdf').press('Enter')
  await expect(pagesOf(page, 'reaches-out.pdf')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Scripts' })).toContainText('Vouch never runs scripts of a document')
  await vouch.remove()
})

/** Three pages with a link to a place on the last one, a link to a host that looks like another, and an attachment. Synthetic, and says so. */
async function linkedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const pages = [0, 1, 2].map(() => pdf.addPage([612, 792]))
  const [first, , last] = pages
  if (first === undefined || last === undefined) throw new Error('no pages')
  for (const page of pages) page.drawText('SYNTHETIC TEST DOCUMENT', { x: 72, y: 740, size: 12, font })
  last.drawText('Half way down the last page', { x: 72, y: 380, size: 12, font })
  const link = (y: number, more: Record<string, unknown>) =>
    context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [72, y, 300, y + 20], Border: [0, 0, 1], ...more } as never))
  first.node.set(
    PDFName.of('Annots'),
    context.obj([
      link(640, { Dest: context.obj([last.ref, PDFName.of('XYZ'), 0, 400, null]) }),
      link(600, { A: context.obj({ S: 'URI', URI: PDFString.of('https://xn--pple-43d.com/login') } as never) }),
    ]),
  )
  await pdf.attach(new TextEncoder().encode('a,b\n1,2\n'), '../figures.csv', { mimeType: 'text/csv', description: 'Synthetic figures' })
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}
