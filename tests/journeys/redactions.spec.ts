import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { HIDDEN, redactedPdf } from '../support/redacted-pdf'
import { removeFolder } from '../support/remove-folder'
import { startVouch, type Vouch } from '../support/vouch'

const NAME = 'release.pdf'

async function openRelease(page: Page, folder: string): Promise<void> {
  const path = join(folder, NAME)
  writeFileSync(path, await redactedPdf())
  await page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(page, [path])
  await page.getByRole('link', { name: 'Library' }).click()
  const warning = page
    .getByRole('region', { name: 'Import' })
    .getByRole('note')
    .filter({ hasText: `Words under 4 boxes of ${NAME} are held back` })
  await expect(warning).toBeVisible({ timeout: 60_000 })
  await warning.getByRole('link', { name: 'decide in the reader' }).click()
  await expect(page.getByRole('region', { name: `Pages of ${NAME}` })).toBeVisible()
  await expect(panel(page)).toBeVisible()
}

const layer = (page: Page, number: number) => page.getByRole('region', { name: new RegExp(`^Page ${number} of `) })
const panel = (page: Page) => page.getByRole('region', { name: 'Redactions', exact: true })

/** All files under a folder but the exhibits, whose bytes are what the agency released. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? (name === 'exhibits' ? [] : filesUnder(path)) : [path]
  })
}

test('words under redactions are held back from the page, from copying and from every export until they are released with a reason', async () => {
  const files = mkdtempSync(join(tmpdir(), 'vouch-release-'))
  const vouch = await startVouch()
  const { page } = vouch
  await openRelease(page, files)
  await expect(layer(page, 1).getByText('The contract was signed by')).toBeAttached()
  const shown = (await layer(page, 1).locator('span[data-start]').allTextContents()).join(' ')
  for (const name of Object.values(HIDDEN)) for (const word of name.split(' ')) expect(shown).not.toContain(word)
  expect(shown).toContain('█')

  // A passage beside the held words is marked, two redactions are confirmed: both go into a dossier.
  const line = layer(page, 1).locator('span[data-start]').filter({ hasText: 'The contract was signed by' }).first()
  const place = await line.boundingBox()
  if (place === null) throw new Error('not drawn')
  await page.mouse.move(place.x + 1, place.y + place.height / 2)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width * 0.3, place.y + place.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Marks', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Marks' }).getByRole('article')).toHaveCount(1)
  await page.getByRole('tab', { name: 'Redactions' }).click()
  await panel(page).getByRole('combobox', { name: 'Code' }).selectOption('(b)(7)(C)', { timeout: 30_000 })
  await panel(page).getByRole('button', { name: 'Confirm these 2' }).click()

  await page.getByRole('link', { name: 'Dossier' }).click()
  await page.getByRole('button', { name: 'Export…' }).click({ timeout: 60_000 })
  await expect(
    page.getByRole('dialog').getByText(/^Words under 4 boxes can still be read in EX-\d+: exhibits go along as the agency released them/),
  ).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(/^Written to/)).toBeVisible({ timeout: 60_000 })
  const written = filesUnder(join(vouch.vault, 'exports'))
  expect(written.length).toBeGreaterThan(5)
  const log =
    /<section id="redactions".*?<\/section>/s.exec(
      readFileSync(written.find((path) => path.endsWith('dossier.html')) ?? '', 'utf8'),
    )?.[0] ?? ''
  expect(log.match(/\(b\)\(7\)\(C\)/g)).not.toBeNull()
  expect(log).toContain('confirmed by ')
  for (const path of written) {
    const text = readFileSync(path).toString('latin1')
    for (const word of Object.values(HIDDEN).flatMap((name) => name.split(' ')))
      expect(text.includes(word), `${word} in ${path}`).toBe(false)
  }
  await page.getByRole('button', { name: 'Close' }).last().click()

  // A colleague gets the decisions on redactions as well, and no hidden word either.
  await page.getByRole('button', { name: 'Export…' }).click({ timeout: 60_000 })
  await page.getByRole('radio', { name: /^For a colleague/ }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(/^Written to/)).toBeVisible({ timeout: 60_000 })
  const handed = filesUnder(join(vouch.vault, 'exports')).filter((path) => !written.includes(path))
  expect(readFileSync(handed.find((path) => path.endsWith('vouch.json')) ?? '', 'utf8')).toContain('"proposalDecisions":[{')
  for (const path of handed) {
    const text = readFileSync(path).toString('latin1')
    for (const word of Object.values(HIDDEN).flatMap((name) => name.split(' ')))
      expect(text.includes(word), `${word} in ${path}`).toBe(false)
  }
  await page.getByRole('button', { name: 'Close' }).last().click()

  await page.goBack()
  await page.getByRole('tab', { name: 'Redactions' }).click()
  await expect(panel(page).getByText('At 4 places words were left under what was to hide them.')).toBeVisible({ timeout: 30_000 })
  await panel(page).getByRole('listitem').filter({ hasText: 'words under a black box' }).getByRole('button', { name: 'Release…' }).click()
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Why, and whom you asked' }).fill('The editor agreed: she is named in the public contract.')
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(layer(page, 1).locator('span[data-start]').filter({ hasText: HIDDEN.dark }).first()).toBeAttached()
  await page.keyboard.press('Control+z')
  await expect(layer(page, 1).locator('span[data-start]').filter({ hasText: HIDDEN.dark })).toHaveCount(0)
  await vouch.remove()
  await removeFolder(files)
})

test('words that were released and cited go out with the decision, so that the bundle opened elsewhere is the same bytes again', async () => {
  const files = mkdtempSync(join(tmpdir(), 'vouch-release-'))
  const [vouch, other] = [await startVouch(), await startVouch()]
  const { page } = vouch
  await openRelease(page, files)
  await expect(panel(page).getByText('At 4 places words were left under what was to hide them.')).toBeVisible({ timeout: 30_000 })
  await panel(page).getByRole('listitem').filter({ hasText: 'words under a black box' }).getByRole('button', { name: 'Release…' }).click()
  await page.getByRole('textbox', { name: 'Why, and whom you asked' }).fill('The editor agreed: she is named in the public contract.')
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  const line = layer(page, 1).locator('span[data-start]').filter({ hasText: HIDDEN.dark }).first()
  await expect(line).toBeAttached()
  const place = await line.boundingBox()
  if (place === null) throw new Error('not drawn')
  await page.mouse.move(place.x + 1, place.y + place.height / 2)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width - 1, place.y + place.height / 2, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  const bundle = await exported(vouch)
  expect(readFileSync(join(bundle, 'data/evidence.csv'), 'utf8')).toContain(HIDDEN.dark)
  await other.page.getByText('Start empty').first().click({ timeout: 60_000 })
  await other.page.goto(`${other.page.url().split('#')[0]}#/analyses/open-bundle`)
  await other.page.getByLabel('Bundle folder').setInputFiles(bundle)
  await other.page.getByRole('button', { name: 'Open it', exact: true }).click({ timeout: 60_000 })
  await other.page.getByRole('button', { name: 'Go to the analysis' }).click({ timeout: 60_000 })
  const again = await exported(other)
  const paths = filesUnder(bundle)
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths) expect(readFileSync(path.replace(bundle, again)).equals(readFileSync(path)), path).toBe(true)
  await vouch.remove()
  await other.remove()
  await removeFolder(files)
})

/** Exports the bundle of the analysis at hand as a folder; answers where it lies. */
async function exported({ page, vault }: Vouch): Promise<string> {
  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: 'Export…' }).click({ timeout: 120_000 })
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByText(/^Written to/)).toBeVisible({ timeout: 60_000 })
  const [name = ''] = readdirSync(join(vault, 'exports')).filter((each) => !each.startsWith('.'))
  return join(vault, 'exports', name)
}

test('proposed redactions are confirmed by code in one step, taken back, and counted', async () => {
  const files = mkdtempSync(join(tmpdir(), 'vouch-release-'))
  const vouch = await startVouch()
  const { page } = vouch
  await openRelease(page, files)
  const rows = panel(page).getByRole('list', { name: 'Proposed redactions' }).getByRole('listitem')
  // On the first page four boxes and a code printed away from them, on the second four with their codes; no clause and no statute.
  await expect(rows).toHaveCount(9, { timeout: 30_000 })
  if (process.env['SHOTS'] !== undefined) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(process.env['SHOTS'], `proposed-${colorScheme}.png`) })
    }
  }
  await panel(page).getByRole('combobox', { name: 'Code' }).selectOption('(b)(7)(C)')
  await expect(rows).toHaveCount(2)
  await panel(page).getByRole('button', { name: 'Confirm these 2' }).click()
  await expect(rows).toHaveCount(7)
  await page.keyboard.press('Control+z')
  // The two are back, and so is the choice of their code.
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('Control+Shift+z')
  await expect(rows).toHaveCount(7)

  await rows.first().getByRole('button').first().focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(6)
  // The focus passes to the row that takes its place, and to the same button in the next row where one was decided.
  await expect(rows.first().getByRole('button').first()).toBeFocused()
  await panel(page).getByRole('button', { name: 'Keep back' }).first().press('Enter')
  await expect(panel(page).getByRole('button', { name: 'Keep back', exact: true })).toHaveCount(3)
  await expect(panel(page).getByRole('button', { name: 'Keep back', exact: true }).first()).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(panel(page).getByRole('button', { name: 'Keep back', exact: true })).toHaveCount(4)
  await panel(page).getByRole('group', { name: 'What is shown' }).getByText('Withheld').click()
  await expect(panel(page).getByRole('table', { name: 'By code' }).getByRole('row').filter({ hasText: '(b)(7)(C)' })).toContainText('2')
  await panel(page).getByRole('button', { name: 'Save the redaction log (CSV)' }).click()
  await expect.poll(() => filesUnder(join(vouch.vault, 'exports')).filter((path) => path.endsWith('.csv')).length).toBe(1)
  const [log = ''] = filesUnder(join(vouch.vault, 'exports'))
  expect(
    readFileSync(log, 'utf8')
      .split('\r\n')
      .filter((row) => row.includes('confirmed')).length,
  ).toBeGreaterThanOrEqual(2)
  if (process.env['SHOTS'] !== undefined) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(process.env['SHOTS'], `withheld-${colorScheme}.png`) })
    }
  }

  // A redaction drawn by hand takes its codes from the list, by keyboard.
  const sheet = await layer(page, 1).boundingBox()
  if (sheet === null) throw new Error('not drawn')
  await page.mouse.click(sheet.x + 40, sheet.y + 20)
  await page.keyboard.press('b')
  await page.mouse.move(sheet.x + sheet.width * 0.3, sheet.y + 320)
  await page.mouse.down()
  await page.mouse.move(sheet.x + sheet.width * 0.6, sheet.y + 350, { steps: 5 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: 'Mark this box' })
  await dialog.getByText('Redaction', { exact: true }).click()
  await dialog.getByText('Choose from all codes').focus()
  await page.keyboard.press('Enter')
  await dialog.getByRole('checkbox', { name: '(b)(6) personal privacy' }).focus()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('textbox', { name: 'Exemption codes' })).toHaveValue('(b)(6)')
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: join(process.env['SHOTS'], 'codes.png') })
  await dialog.getByRole('button', { name: 'Mark without words' }).click()
  await expect(dialog).toHaveCount(0)
  await vouch.remove()
  await removeFolder(files)
})
