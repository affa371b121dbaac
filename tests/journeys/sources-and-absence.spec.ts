import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect as unhurried, test } from '@playwright/test'
import { startVouch, type Vouch } from '../support/vouch'

const expect = unhurried.configure({ timeout: 30_000 })

let vouch: Vouch
test.beforeEach(async () => {
  vouch = await startVouch()
})
test.afterEach(() => vouch.remove())

const RIS = 'TY  - NEWS\nTI  - A list was posted\nPB  - The Press\nDA  - 2026/01/28\nER  - \nTY  - RPRT\nER  - \n'

test('references come in with a balance, an absence is recorded where it is judged, and a document stays out of the bundle', async () => {
  const { page } = vouch
  await expect(page.getByRole('button', { name: /^C23.*supports 1.*qualifies 1/ })).toBeVisible({ timeout: 60_000 })

  await page.getByLabel('File of references').setInputFiles({ name: 'list.ris', mimeType: 'text/plain', buffer: Buffer.from(RIS) })
  const balance = page.getByRole('dialog', { name: 'Sources from list.ris' })
  await expect(balance).toContainText('2 items in = 1 added + 0 there already + 1 refused.')
  await expect(balance).toContainText('line 6 it has no title, no author and no address')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listitem').filter({ hasText: 'A list was posted' })).toContainText('author unknown')

  // An absence judged as supported asks for a search, which is recorded right there.
  await page.getByRole('button', { name: /^C19/ }).click()
  const claim = page.getByRole('article', { name: 'Claim C19' })
  await claim.getByRole('button', { name: 'Assess', exact: true }).click()
  const assess = page.getByRole('dialog', { name: 'Assess C19' })
  await assess.getByRole('radio', { name: /^supported/ }).check()
  await assess.getByRole('button', { name: 'Record a search' }).click()
  const record = page.getByRole('dialog', { name: 'Record a search' })
  await record.getByLabel('Words searched for').fill('inventory')
  await record.getByLabel('Could the place have held it?').selectOption('no')
  await record.getByLabel('Expires').fill('2020')
  await record.getByRole('button', { name: 'Record search' }).click()
  await expect(record).toBeHidden()
  await expect(assess.getByRole('button', { name: 'Save judgement' })).toBeEnabled()
  await expect(assess.getByText('An absence is supported only by a search')).toBeHidden()
  await assess.getByRole('button', { name: 'Cancel' }).click()
  await expect(claim.getByRole('region', { name: 'looked and not found: 1' })).toContainText('expired on 2020')

  await page.goto(`${page.url().split('/claims/')[0]}/searches`)
  await page.getByLabel('Show').selectOption('expired')
  const expired = page.getByRole('list', { name: 'Recorded searches' }).getByRole('article')
  await expect(expired).toHaveCount(1)
  await expect(expired).toContainText('could not have held it')
  await page.goto(page.url().replace('/searches', '/channels'))
  await expect(page.getByRole('table', { name: /claims rest on/ })).toContainText('only on what others brought out')

  await page.keyboard.press('Alt+2')
  await page.getByText('Sample contract excerpt').first().click()
  const about = page.getByRole('complementary', { name: /About Sample contract/ })
  await about.getByRole('button', { name: 'Keep out of bundles…' }).click()
  await page.getByLabel('Why').fill('Whoever gave it would be known by it.')
  await page.getByRole('button', { name: 'Keep it out' }).click()
  await expect(about).toContainText('do not bundle')

  await page.keyboard.press('Alt+8')
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the dossier' })
  await dialog.getByRole('radio', { name: /as a folder/ }).check()
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog.getByText('Written to')).toBeVisible({ timeout: 60_000 })
  const folder = join(vouch.vault, 'exports')
  const [bundle = ''] = readdirSync(folder).filter((name) => !name.startsWith('.'))
  const exhibits = readdirSync(join(folder, bundle, 'data/exhibits'))
  const dossier = readFileSync(join(folder, bundle, 'data/dossier.html'), 'utf8')
  expect(dossier).toContain('Not in the bundle by the researcher’s choice: Whoever gave it would be known by it.')
  expect(exhibits).toHaveLength(2)
  expect(dossier).toContain('expired on 2020')
})
