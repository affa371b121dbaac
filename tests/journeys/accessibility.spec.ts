import { createHash } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { violations } from '../support/axe'
import { dropFiles } from '../support/drop-files'
import { redactedPdf } from '../support/redacted-pdf'
import { EARLIER_RELEASE, LATER_RELEASE, releasedPdf } from '../support/released-pdf'
import { selectLine } from '../support/select-line'
import { startVouch, type Vouch } from '../support/vouch'

/** Waits until the bundled analysis with its sample documents has been put in. */
async function ready(page: Page): Promise<void> {
  page.setDefaultTimeout(20_000)
  await expect(page.getByText('Start empty').first()).toBeVisible({ timeout: 60_000 })
}

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

async function details(page: Page): Promise<void> {
  await go(page, 'Alt+2', 'Library')
  await page
    .getByRole('table', { name: 'Documents' })
    .getByRole('button', { name: /letter/i })
    .click()
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

const OLD = 'order-0042.pdf'
const NEW = 'order-0042 supplemental release.pdf'
const RELEASE = 'release.pdf'
const PANELS = [
  'Claims',
  'Pages',
  'Outline',
  'Find',
  'Page numbers',
  'Identifiers',
  'Marks',
  'Marks in the file',
  'Text',
  'Redactions',
  'Document',
]

/** Puts a screen before the eyes by its address, as a link would. */
const goTo = (page: Page, address: string): Promise<void> => page.evaluate((to) => void (location.hash = to), address)

/** Turns the mark of the ceiling in the later version into a likeness, as another reading of its page would leave it. */
const makeLikeness = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('vouch')
        opening.onsuccess = () => {
          const rows = opening.result.transaction('annotations', 'readwrite').objectStore('annotations')
          rows.getAll().onsuccess = ({ target }) => {
            for (const mark of (target as IDBRequest<{ carriedFrom?: object; segments: { quote: string; state: string }[] }[]>).result) {
              const [segment] = mark.segments
              if (mark.carriedFrom === undefined || segment?.quote.startsWith('The ceiling') !== true) continue
              rows.put({
                ...mark,
                segments: [{ ...segment, quote: segment.quote.replace('this order', 'that order'), state: 'approximate' }],
              })
            }
          }
          rows.transaction.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )

/** Judges what is shown: by all rules in light, and by its contrast again in dark, as nothing else differs there. */
async function judged(page: Page, name: string, within?: string): Promise<void> {
  const where = within === undefined ? {} : { within }
  expect.soft(await violations(page, where), name).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  // Colours that pass into each other are judged when they have arrived.
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })
  expect.soft(await violations(page, { ...where, rules: ['color-contrast'] }), `${name} in dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

/** Works as a researcher does, from an import to the marks of two versions, and judges every screen on the way once: what is needed for them is made once. */
async function workThrough(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  const [earlier, later, release] = [await releasedPdf(EARLIER_RELEASE), await releasedPdf(LATER_RELEASE), Buffer.from(await redactedPdf())]
  const idOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  await page.getByRole('button', { name: 'Keep them' }).click()

  const judge = (name: string, within?: string): Promise<void> => test.step(name, () => judged(page, name, within))

  await goTo(page, '/library')
  await dropFiles(page, [
    { name: OLD, bytes: earlier },
    { name: NEW, bytes: later },
    { name: RELEASE, bytes: release },
    { name: 'empty.pdf', bytes: Buffer.alloc(0) },
  ])
  await expect(page.getByText(/\d in = \d added \+ 1 refused/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Import' }).getByRole('note').filter({ hasText: 'held back' })).toBeVisible({
    timeout: 60_000,
  })
  await judge('the balance sheet of an import')

  await goTo(page, `/library/${idOf(release)}`)
  await expect(page.getByRole('region', { name: `Pages of ${RELEASE}` })).toBeVisible()
  for (const panel of PANELS) {
    await page.getByRole('tab', { name: panel, exact: true }).click()
    await expect(page.getByRole('tabpanel', { name: panel, exact: true })).toBeVisible()
    await judge(
      `the panel ${panel}`,
      `[role=tabpanel][aria-labelledby$="trigger-${await page.getByRole('tab', { name: panel, exact: true }).evaluate((tab) => tab.id.split('trigger-')[1] ?? '')}"]`,
    )
  }
  await page.getByRole('tab', { name: 'Redactions', exact: true }).click()
  await page.getByRole('group', { name: 'What is shown' }).getByText('Withheld').click()
  await judge('what is withheld of a document', '[aria-label="Redactions"]')

  await goTo(page, '/library')
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: OLD, exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await goTo(page, `/library/${idOf(earlier)}`)
  await expect(page.getByRole('tablist', { name: 'Open documents' }).getByRole('tab')).toHaveCount(2)
  for (const words of ['The ceiling of this order', 'Questions go to John']) {
    await selectLine(page, words)
    await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeVisible()
    await page.keyboard.press('s')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Link this passage' })).toBeHidden()
  }
  await page.keyboard.press('Alt+\\')
  await expect(page.getByRole('separator', { name: 'Width of the second column' })).toBeVisible()
  await expect(page.getByText(/^Opening.*…$/)).toHaveCount(0)
  await judge('the reader with tabs and two columns')
  await page.keyboard.press('Alt+\\')

  await goTo(page, `/library/${idOf(earlier)}/versions/${idOf(later)}`)
  await page
    .getByRole('table', { name: 'Pages of both versions' })
    .getByRole('button', { name: 'Page 2 and page 3' })
    .click({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: `Page 3 of ${NEW}` })).toBeVisible()
  await judge('compared versions')
  await page.getByRole('radio', { name: /Marks to carry over \(2\)/ }).check({ force: true })
  await page.getByRole('checkbox', { name: /Questions go to John/ }).check()
  await judge('the review of marks to carry over')
  await page.getByRole('button', { name: 'Carry over 2 marks' }).click()
  await expect(page.getByText('All marks were carried over')).toBeVisible()

  await makeLikeness(page)
  await goTo(page, '/marks')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('combobox', { name: 'State' }).selectOption('approximate')
  await page.getByRole('table', { name: 'Marks' }).locator('tbody button').first().click()
  await judge('all marks, narrowed, with one chosen')
  await page.getByRole('button', { name: 'Compare and decide' }).click()
  await expect(page.getByRole('dialog', { name: 'Is this the passage?' }).getByRole('img')).toBeVisible()
  await judge('the comparison of an approximate mark', '[role=dialog]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Tags…' }).click()
  await judge('tagging several marks', '[role=dialog]')
  await page.keyboard.press('Escape')

  await goTo(page, '/library/identifiers')
  await expect(page.getByRole('list', { name: 'Identifiers' }).getByRole('listitem').first()).toBeVisible({ timeout: 30_000 })
  await judge('the identifiers of the library')

  await goTo(page, '/library/withheld')
  await page
    .getByRole('table', { name: 'By document' })
    .getByRole('checkbox', { name: `Choose ${RELEASE}` })
    .check({ timeout: 30_000 })
  await expect(page.getByRole('table', { name: 'By code' }).getByRole('row', { name: /law enforcement: techniques/ })).toBeVisible()
  await judge('what is withheld in the library')

  await goTo(page, `/library/${idOf(release)}`)
  await expect(page.getByRole('region', { name: `Pages of ${RELEASE}` })).toBeVisible()
  await page.keyboard.press('o')
  await goTo(page, '/library')
  await page.getByRole('region', { name: 'Recognising text' }).getByRole('button', { expanded: false }).click()
  await judge('what is recognised', '[aria-label="Recognising text"]')
}

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
  const first = table.locator('tbody').getByRole('button').first()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(table.locator('tbody').getByRole('button').nth(2)).toBeFocused()
  await page.keyboard.press('Home')
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
  const row = page
    .getByRole('table', { name: 'Documents' })
    .getByRole('button', { name: /Sample/ })
    .first()
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

for (const { name, enter } of SCREENS) {
  test(`axe finds nothing wrong with ${name}, in light and in dark`, async () => {
    await enter(vouch.page)
    await judged(vouch.page, name)
  })
}
test('axe finds nothing wrong with what is worked on: imports, panels and columns, versions, marks, identifiers, recognition', () =>
  workThrough(vouch.page))

test('the theme is changed from the palette and kept over a restart', async () => {
  const { page } = vouch
  await page.keyboard.press('Escape')
  await page.locator('main').focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('theme dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('main')).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
