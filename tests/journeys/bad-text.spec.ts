import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Locator, type Page, expect, test } from '@playwright/test'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import Papa from 'papaparse'
import { dropFiles } from '../support/drop-files'
import { removeFolder } from '../support/remove-folder'
import { typesetPage } from '../support/typeset-page'
import { hasCorpus, startVouch } from '../support/vouch'

const root = join(import.meta.dirname, '../..')

const PROSE = [
  'The agency bought a license for the system in the spring of that year.',
  'Nobody outside of the office was told which records the system reads,',
  'and the notice that had been promised to the public never appeared.',
  'Officials described the purchase as a trial without lasting effects,',
  'although the contract names a ceiling and several option periods.',
  'Further documents were withheld under exemptions for law enforcement.',
]
const shifted = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 3) % 26) + 97))

/** Two pages: one to be believed, one whose letters are shifted, as a broken character map shifts them. */
async function document(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const lines of [PROSE, PROSE.map(shifted)]) {
    const page = pdf.addPage([612, 792])
    page.drawText('Synthetic page made for a test', { x: 72, y: 740, size: 9, font })
    for (const [at, line] of lines.entries()) page.drawText(line, { x: 72, y: 700 - at * 20, size: 12, font })
  }
  return Buffer.from(await pdf.save())
}

const pageRegion = (page: Page, number: number): Locator => page.getByRole('region', { name: new RegExp(`^Page ${number} of `) })

async function selectLine(page: Page, number: number, words: string): Promise<void> {
  const run = pageRegion(page, number).locator('span[data-start]').filter({ hasText: words }).first()
  await expect(run).toBeAttached()
  await run.scrollIntoViewIfNeeded()
  const box = await run.boundingBox()
  if (box === null) throw new Error('not drawn')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
}

test('a page whose text layer is doubted asks before it is quoted; a misread word is corrected, shown with both forms, and left as it was again', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  await page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(page, [{ name: 'shifted.pdf', bytes: await document() }])
  await page.getByRole('link', { name: 'Library' }).click()
  await page
    .getByRole('table', { name: 'Documents' })
    .getByRole('button', { name: 'shifted.pdf', exact: true })
    .dblclick({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Pages of shifted.pdf' })).toBeVisible()

  // The first page is believed: the palette comes at once, and a word of it is corrected.
  const palette = page.getByRole('dialog', { name: 'Link this passage' })
  await selectLine(page, 1, 'Nobody outside of the office')
  await expect(palette).toBeVisible()
  await page.keyboard.press('x')
  const correcting = page.getByRole('dialog', { name: 'Correct the text of page 1' })
  await correcting.getByLabel('The page prints').fill('Nobody outside of the bureau was told which records the system reads,')
  await correcting.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(correcting).toBeHidden()
  await expect(page.getByRole('list', { name: 'Corrections of this page' })).toContainText('is corrected to “Nobody outside of the bureau')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: 'Corrections of this page' })).toHaveCount(0)

  // The second is doubted: what its text says stands beside what it prints, and nothing is quoted before a text is chosen.
  await selectLine(page, 2, shifted('Nobody outside of the office'))
  const asking = page.getByRole('dialog', { name: 'Can page 2 be quoted from its text layer?' })
  await expect(asking).toBeVisible()
  await expect(asking).toContainText('seem to be shifted')
  await expect(asking.getByRole('img', { name: 'The passage as it is printed on the page' })).toBeVisible()
  await asking.getByRole('button', { name: 'Not now' }).click()
  await expect(asking).toBeHidden()
  await expect(palette).toBeHidden()
  await selectLine(page, 2, shifted('Nobody outside of the office'))
  await asking.getByRole('button', { name: 'Quote the text layer as it is' }).click()
  await expect(palette).toBeVisible()
  await page.keyboard.press('h')
  await page.getByText('all 1', { exact: true }).click()
  await expect(page.getByRole('article', { name: 'Mark on page 2' })).toContainText(
    shifted('Nobody outside of the office was told').slice(0, 30),
  )
  await vouch.remove()
})

test('words with glyphs that the fonts’ maps leave out are found as they are printed, cited as embedded, and verified from the untouched file', async () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')
  const folder = mkdtempSync(join(tmpdir(), 'vouch-maps-'))
  try {
    const [pdf, table, out] = [join(folder, 'typeset.pdf'), join(folder, 'evidence.csv'), join(folder, 'out')]
    const bytes = await typesetPage()
    writeFileSync(pdf, bytes)
    // A dash, an apostrophe, and the ligature fi, which pdf.js drops.
    const quotes = [
      'Deputy Attorney General Rod J. Rosenstein—then serving as Acting Attorney General',
      'is authorized to conduct the investigation confirmed by then-FBI Director James B. Comey',
      'without confirming specific investigations involving specific individuals',
    ]
    writeFileSync(
      table,
      Papa.unparse(quotes.map((quote) => ({ document: 'typeset.pdf', page: 1, quote, claim: 'C01', relation: 'supports' }))),
    )
    const run = spawnSync(
      process.execPath,
      ['scripts/dossier.mjs', '--documents', pdf, '--evidence', table, '--out', out, '--formats', 'bag,csv'],
      { cwd: root, encoding: 'utf8' },
    )
    expect(run.status, run.stderr).toBe(0)
    expect(readFileSync(join(out, 'data/evidence.csv'), 'utf8').match(/,exact,embedded,/g)).toHaveLength(quotes.length)
    const verify = spawnSync(process.execPath, ['scripts/verify.mjs', out], { cwd: root, encoding: 'utf8' })
    expect(verify.stdout).not.toContain('FAIL')
    expect(verify.status, verify.stdout).toBe(0)
  } finally {
    await removeFolder(folder)
  }
})
