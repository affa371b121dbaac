import { expect, type Page } from '@playwright/test'

/** Waits until the bundled analysis with its sample documents has been put in. */
export async function ready(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000)
  await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
}

/** Goes to a screen by its keys, from wherever one is. */
export async function go(page: Page, keys: string, heading: string | RegExp): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('main').focus()
  await page.keyboard.press(keys)
  await expect(page.getByRole('heading', { level: 1, name: heading }).first()).toBeVisible({ timeout: 30_000 })
}

/** Every screen and what opens over it: how to get there, and what to see before it is judged. */
export const SCREENS: readonly { readonly name: string; readonly enter: (page: Page) => Promise<void> }[] = [
  { name: 'the analysis', enter: (page) => go(page, 'Alt+1', /ICE/) },
  {
    name: 'a claim',
    enter: async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('C01')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/claims/)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  {
    name: 'the ledger of claims',
    enter: async (page) => {
      await go(page, 'Alt+1', /ICE/)
      await page.getByRole('button', { name: 'Ledger' }).click()
      await expect(page.getByRole('list', { name: 'Ledger' }).getByRole('button').first()).toBeVisible()
    },
  },
  {
    name: 'checking',
    enter: async (page) => {
      await go(page, 'Alt+1', /ICE/)
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await expect(page.getByRole('article', { name: /^Check/ })).toBeVisible()
    },
  },
  { name: 'the library', enter: (page) => go(page, 'Alt+2', 'Library') },
  {
    name: 'a document’s details',
    enter: details,
  },
  {
    name: 'the form for a disclosure event',
    enter: async (page) => {
      await details(page)
      await page.getByRole('button', { name: 'Add a disclosure event' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'the reader',
    enter: async (page) => {
      await details(page)
      await page.getByRole('button', { name: /Read and mark/ }).click()
      await expect(page.locator('canvas').first()).toBeVisible()
    },
  },
  {
    name: 'a table',
    enter: async (page) => {
      await go(page, 'Alt+2', 'Library')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Import files' }).first().click()
      await (
        await chooser
      ).setFiles({ name: 'vendors.csv', mimeType: 'text/csv', buffer: Buffer.from('agency,vendor\nICE,Example Vision Ltd\nDHS,\n') })
      await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: 'vendors.csv' }).dblclick()
      await expect(page.getByRole('grid')).toBeVisible()
    },
  },
  { name: 'the search', enter: (page) => go(page, 'Alt+3', 'Search') },
  {
    name: 'what a search found',
    enter: async (page) => {
      await go(page, 'Alt+3', 'Search')
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('inventory')
      await expect(page.getByRole('list', { name: 'What was found' }).getByRole('listitem').first()).toBeVisible()
    },
  },
  { name: 'the parity room', enter: (page) => go(page, 'Alt+5', 'Parity') },
  {
    name: 'a parity matrix with a cell open',
    enter: async (page) => {
      await matrix(page)
      await page.getByRole('button', { name: /^Contract value or obligation, ICE 2025/ }).click()
      await page.keyboard.press('a')
      await expect(page.getByRole('complementary', { name: 'The cell and its evidence' }).getByText('Show history')).toBeVisible()
    },
  },
  {
    name: 'the elements of a matrix',
    enter: async (page) => {
      await matrix(page)
      await page.getByRole('button', { name: 'What to do with the matrix' }).click()
      await page.getByRole('menuitem', { name: 'Elements…' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'the chart of a matrix',
    enter: async (page) => {
      await matrix(page)
      await page.getByText('Chart', { exact: true }).click()
      await expect(page.getByRole('region', { name: 'States by agency and year' })).toBeVisible()
    },
  },
  { name: 'the ledger of purchases', enter: (page) => go(page, 'Alt+6', 'Purchases') },
  { name: 'the chronology', enter: (page) => go(page, 'Alt+7', 'Chronology') },
  { name: 'the dossier', enter: (page) => go(page, 'Alt+8', /./) },
  { name: 'the settings', enter: (page) => go(page, 'Control+,', 'Settings') },
  {
    name: 'all keys',
    enter: async (page) => {
      await page.keyboard.press('Escape')
      await page.locator('main').focus()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
    },
  },
  { name: 'opening a bundle', enter: (page) => visit(page, '#/analyses/open-bundle', 'Open a bundle') },
  { name: 'making an analysis from a text', enter: (page) => visit(page, '#/analyses/from-text', 'An analysis from a text') },
  {
    name: 'a text that is looked through',
    enter: async (page) => {
      await visit(page, '#/analyses/from-text', 'An analysis from a text')
      await page.getByLabel('Paste a text').fill('## Findings\n\nIt was bought [1]. Who knew?\n\n## Sources\n\n[1] A notice')
      await page.getByRole('button', { name: 'Propose claims', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Make the analysis' })).toBeVisible()
    },
  },
  { name: 'the claims by channel', enter: (page) => fromAnalysis(page, 'Claims by channel') },
  { name: 'the recorded searches', enter: (page) => fromAnalysis(page, 'Search notes') },
  {
    name: 'the list of analyses',
    enter: async (page) => {
      await page.keyboard.press('Escape')
      await page.getByRole('banner').getByRole('button', { name: /ICE/ }).click()
      await page.getByRole('menuitem', { name: /All analyses/ }).click()
      await expect(page).toHaveURL(/#\/analyses$/)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  {
    name: 'the palette',
    enter: async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox')).toBeVisible()
    },
  },
]

/** The parity room with a matrix in it; made of the template where there is none yet. */
async function matrix(page: Page): Promise<void> {
  await go(page, 'Alt+5', 'Parity')
  const begin = page.getByRole('button', { name: /Begin with the AI-use inventories/ })
  const grid = page.getByRole('button', { name: 'What to do with the matrix' })
  await expect(begin.or(grid)).toBeVisible()
  if (await grid.isVisible()) return
  await begin.click()
  await page.getByRole('button', { name: 'Make the matrix' }).click()
  const tables = page.getByRole('dialog', { name: 'The matrix' })
  await tables.getByRole('button', { name: 'Cancel' }).click()
  await expect(tables).toBeHidden()
}

/** The library with the details of a sample document beside it. */
async function details(page: Page): Promise<void> {
  await go(page, 'Alt+2', 'Library')
  await page
    .getByRole('table', { name: 'Documents' })
    .getByRole('button', { name: /letter/i })
    .click()
  await expect(page.getByRole('complementary')).toBeVisible()
}

/** A screen by its address, as a link would open it. */
async function visit(page: Page, address: string, heading: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.evaluate((hash) => (location.hash = hash), address)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible({ timeout: 30_000 })
}

/** A screen that the analysis links to. */
async function fromAnalysis(page: Page, link: string): Promise<void> {
  await go(page, 'Alt+1', /./)
  await page.getByRole('link', { name: link }).click()
  await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible()
}
