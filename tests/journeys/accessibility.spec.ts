import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { startVouch, type Vouch } from '../support/vouch'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }

/** What axe finds wrong on the page, each as a line that names the rule and the element. */
async function violations(page: Page): Promise<readonly string[]> {
  // Playwright's evaluate reaches the page past its content security policy, as the policy allows no script from elsewhere.
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: { run(what: Document, options: unknown): Promise<{ violations: Violation[] }> } }
    const result = await checker.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary: failureSummary ?? '' })) }))
  })
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary.replace(/\s+/g, ' ')}`))
}

/** Waits until the bundled analysis with its two documents has been put in. */
async function ready(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000)
  await expect(page.getByText('2 documents', { exact: false }).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
}

/** Every screen and what opens over it: how to get there, and what to see before it is judged. */
const SCREENS: readonly { readonly name: string; readonly enter: (page: Page) => Promise<void> }[] = [
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
  { name: 'the search', enter: (page) => go(page, 'Alt+3', 'Search') },
  {
    name: 'what a search found',
    enter: async (page) => {
      await go(page, 'Alt+3', 'Search')
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('inventory')
      await expect(page.getByRole('list', { name: 'What was found' }).getByRole('listitem').first()).toBeVisible()
    },
  },
  { name: 'the dossier', enter: (page) => go(page, 'Alt+7', /./) },
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

async function details(page: Page): Promise<void> {
  await go(page, 'Alt+2', 'Library')
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: /letter/i }).click()
  await expect(page.getByRole('complementary')).toBeVisible()
}

async function visit(page: Page, address: string, heading: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.evaluate((hash) => (location.hash = hash), address)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible({ timeout: 30_000 })
}

async function fromAnalysis(page: Page, link: string): Promise<void> {
  await go(page, 'Alt+1', /./)
  await page.getByRole('link', { name: link }).click()
  await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible()
}

async function go(page: Page, keys: string, heading: string | RegExp): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('main').focus()
  await page.keyboard.press(keys)
  await expect(page.getByRole('heading', { level: 1, name: heading }).first()).toBeVisible({ timeout: 30_000 })
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    let vouch: Vouch
    test.beforeAll(async () => {
      vouch = await startVouch({ theme })
      await ready(vouch.page)
    })
    test.afterAll(() => vouch.remove())

    for (const { name, enter } of SCREENS) {
      test(`axe finds nothing wrong with ${name}`, async () => {
        await enter(vouch.page)
        expect(await violations(vouch.page)).toEqual([])
      })
    }
  })
}

test.describe('from the keyboard alone', () => {
  let vouch: Vouch
  test.beforeAll(async () => {
    vouch = await startVouch()
    await ready(vouch.page)
  })
  test.afterAll(() => vouch.remove())

  test('the first Tab leads to a link that skips the bars', async () => {
    const { page } = vouch
    await page.reload()
    await ready(page)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the screen' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('main')).toBeFocused()
  })

  test('the library is walked by arrows, a document is renamed, and Undo says what it took back', async () => {
    const { page } = vouch
    await go(page, 'Alt+2', 'Library')
    const table = page.getByRole('table', { name: 'Documents' })
    const first = table.getByRole('button', { name: /Sample/ }).first()
    await first.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await expect(first).toBeFocused()
    const name = (await first.textContent()) ?? ''
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Name' }).fill('Renamed by keyboard')
    await page.keyboard.press('Enter')
    await expect(table.getByRole('button', { name: 'Renamed by keyboard' })).toBeVisible()
    await page.locator('main').focus()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Undid: Renamed a document')).toBeVisible()
    await expect(table.getByRole('button', { name })).toBeVisible()
  })

  test('a dialog takes the focus, keeps it, and gives it back', async () => {
    const { page } = vouch
    await go(page, 'Alt+2', 'Library')
    const row = page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: /Sample/ }).first()
    await row.focus()
    await page.keyboard.press('F2')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(row).toBeFocused()
  })

  test('the theme is changed from the palette and kept over a restart', async () => {
    const { page } = vouch
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('theme dark')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.reload()
    await ready(page)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})
