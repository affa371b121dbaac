import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as unhurried, type Page, test } from '@playwright/test'
import { startVouch, type Vouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 30_000 })

let vouch: Vouch
test.beforeEach(async () => {
  vouch = await startVouch()
})
test.afterEach(() => vouch.remove())

/** The bundled analysis and its sample documents are in when the search note is. */
const seeded = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: /^C23.*supports 1.*qualifies 1.*recorded searches 1/ })).toBeVisible({ timeout: 60_000 })

const openClaim = async (page: Page, number: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${number}`) }).click()
  await expect(page.getByRole('article', { name: `Claim ${number}` })).toBeVisible()
}

test('a claim is edited where it stands, judged, looked up in its history, and taken back', async () => {
  const { page } = vouch
  await seeded(page)
  await openClaim(page, 'C16')
  const claim = page.getByRole('article', { name: 'Claim C16' })
  await expect(claim).toContainText('Undeveloped: one passage bears on it, but nobody has judged it.')
  await expect(claim.getByRole('img', { name: /The passage as it stands on page 3/ })).toBeVisible()

  await claim.getByRole('button', { name: 'Edit claim' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Neither a notice nor a contract does the work of an inventory.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Neither a notice nor a contract does the work of an inventory.')

  await claim.getByRole('button', { name: 'Assess', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^contradicted/ }).check()
  await dialog.getByLabel('Confidence in this judgement').selectOption('high')
  await dialog.getByLabel('Reasoning').fill('Because the test says so.')
  await dialog.getByRole('button', { name: 'Save judgement' }).click()
  await expect(claim).toContainText('Assessed as contradicted, but one passage supports it.')
  await expect(claim).toContainText('confidence: high')

  await claim.getByRole('button', { name: 'Show history' }).click()
  const history = claim.getByRole('region', { name: 'History' })
  await expect(history.getByRole('listitem').first()).toContainText('Assessed C16 as contradicted')
  await expect(history.getByRole('deletion').filter({ hasText: 'Neither a request for information' })).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(claim).toContainText('Undeveloped: one passage bears on it')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Neither a request for information')
})

test('a search that found nothing is recorded, changed and removed', async () => {
  const { page } = vouch
  await seeded(page)
  await openClaim(page, 'C05')
  const claim = page.getByRole('article', { name: 'Claim C05' })
  await claim.getByRole('button', { name: 'Add search note' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Words searched for').fill('facial recognition')
  await dialog.getByLabel('What would have shown it').fill('A purchase order.')
  await dialog.getByRole('button', { name: 'Record search' }).click()
  const note = claim.getByRole('article', { name: 'Search note: facial recognition' })
  await expect(note).toContainText('looked and not found')
  await expect(note).toContainText('3 documents')

  await note.getByRole('button', { name: 'What to do with this search note' }).click()
  await page.getByRole('menuitem', { name: 'Edit…' }).click()
  await page.getByRole('dialog').getByLabel('Hits').fill('3')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(note).toContainText('3 hits')

  await note.getByRole('button', { name: 'What to do with this search note' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(note).toHaveCount(0)
})

test('evidence is re-read on one reading, changed, and unlinked with a way back', async () => {
  const { page } = vouch
  await seeded(page)
  await openClaim(page, 'C23')
  const claim = page.getByRole('article', { name: 'Claim C23' })
  await claim.getByLabel('Reading looked at').selectOption({ label: 'any list of AI uses' })
  await expect(claim).toContainText('other reading: a list of AI purchases')
  const supports = claim.getByRole('region', { name: /^supports/ })
  await supports.getByRole('button', { name: 'What to do with this passage' }).click()
  await page.getByRole('menuitem', { name: /^Edit note/ }).click()
  await page.getByRole('dialog').getByLabel('Note').fill('Says so in as many words.')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(supports).toContainText('Says so in as many words.')
  await supports.getByRole('button', { name: 'What to do with this passage' }).click()
  await page.getByRole('menuitem', { name: 'Unlink from C23' }).click()
  await expect(supports).toContainText('No passage supports this yet.')
  // The toast of the earlier change offers no way past the later one.
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText('Something else was done since, so this was not undone.')).toBeVisible()
  await expect(supports).toContainText('No passage supports this yet.')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(supports).toContainText('Says so in as many words.')
})

test('a claim gets the next number, and no claim ever gets it again', async () => {
  const { page } = vouch
  await seeded(page)
  const add = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add claim' }).click()
    await page.getByRole('dialog').getByLabel('Claim').fill(text)
    await page.getByRole('dialog').getByRole('button', { name: 'Add claim' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(text)
  }
  await add('The first of two.')
  const added = page.getByRole('article', { name: 'Claim C25' })
  await added.getByRole('button', { name: 'More about C25' }).click()
  await page.getByRole('menuitem', { name: 'Delete C25' }).click()
  await expect(page.getByRole('button', { name: 'Add claim' })).toBeVisible()
  await add('The second of two.')
  await expect(page.getByRole('article', { name: 'Claim C26' })).toBeVisible()
})

test('an analysis is deleted and undeleted, goes out as a file and comes in the same', async () => {
  const { page } = vouch
  await seeded(page)
  const title = 'ICE and the public record of its AI'
  await page.goto(`${page.url().split('#')[0]}#/analyses`)
  const menu = async (item: string): Promise<void> => {
    await page
      .getByRole('button', { name: `What to do with ${title}` })
      .first()
      .click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await menu('Delete')
  await expect(page.getByRole('heading', { name: 'No analysis yet' })).toBeVisible()
  await page.getByRole('button', { name: `Undelete ${title}` }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()

  const exported = async (): Promise<string> => {
    await menu('Export as JSON…')
    await expect(page.getByText(/^Exported to /).last()).toBeVisible()
    const folder = join(vouch.vault, 'exports')
    const file = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1)
    if (file === undefined) throw new Error('nothing was exported')
    return join(folder, file)
  }
  const file = await exported()
  const before: unknown = JSON.parse(readFileSync(file, 'utf8'))
  await menu('Delete')
  await page.getByLabel('Analysis file').setInputFiles(file)
  await expect(page.getByRole('button', { name: /^C01/ })).toBeVisible()
  await page.goto(`${page.url().split('#')[0]}#/analyses`)
  expect(JSON.parse(readFileSync(await exported(), 'utf8'))).toEqual(before)
})
