import { createHash } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { judgeScreen } from '../support/judge-screen'
import { redactedPdf } from '../support/redacted-pdf'
import { EARLIER_RELEASE, LATER_RELEASE, releasedPdf } from '../support/released-pdf'
import { ready } from '../support/screens'
import { selectLine } from '../support/select-line'
import { startVouch } from '../support/vouch'

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

type Files = Readonly<Record<'earlier' | 'later' | 'release', Buffer>>
type Work = {
  readonly page: Page
  /** The documents by the SHA-256 that names them. */
  readonly ids: Readonly<Record<keyof Files, string>>
  readonly judge: (name: string, within?: string) => Promise<void>
}

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

/** The first imports, one of which is refused. */
async function importFiles({ page, judge }: Work, files: Files): Promise<void> {
  await goTo(page, '/library')
  await dropFiles(page, [
    { name: OLD, bytes: files.earlier },
    { name: NEW, bytes: files.later },
    { name: RELEASE, bytes: files.release },
    { name: 'empty.pdf', bytes: Buffer.alloc(0) },
  ])
  await expect(page.getByText(/\d in = \d added \+ 1 refused/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Import' }).getByRole('note').filter({ hasText: 'held back' })).toBeVisible({
    timeout: 60_000,
  })
  await judge('the balance sheet of an import')
}

/** Every panel beside the pages of a document, and what is withheld of it. */
async function lookThroughPanels({ page, judge, ids }: Work): Promise<void> {
  await goTo(page, `/library/${ids.release}`)
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
}

/** Two passages marked in the earlier version, with tabs and two columns. */
async function markInTwoColumns({ page, judge, ids }: Work): Promise<void> {
  await goTo(page, '/library')
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name: OLD, exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await goTo(page, `/library/${ids.earlier}`)
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
}

/** Two versions beside each other, and the marks carried over. */
async function carryMarksOver({ page, judge, ids }: Work): Promise<void> {
  await goTo(page, `/library/${ids.earlier}/versions/${ids.later}`)
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
}

/** All marks of the library, with one of them to be decided. */
async function decideMarks({ page, judge }: Work): Promise<void> {
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
}

/** The lists over all documents. */
async function lookOverLibrary({ page, judge }: Work): Promise<void> {
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
}

/** Text of a page recognised. */
async function recognise({ page, judge, ids }: Work): Promise<void> {
  await goTo(page, `/library/${ids.release}`)
  await expect(page.getByRole('region', { name: `Pages of ${RELEASE}` })).toBeVisible()
  await page.keyboard.press('o')
  await goTo(page, '/library')
  await page.getByRole('region', { name: 'Recognising text' }).getByRole('button', { expanded: false }).click()
  await judge('what is recognised', '[aria-label="Recognising text"]')
}

// In the order in which a researcher works: what one screen needs was made on those before it.
test('axe finds nothing wrong with what is worked on, in light and in dark, from an import to the marks of two versions', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  await ready(page)
  await page.keyboard.press('Escape')
  const files = {
    earlier: await releasedPdf(EARLIER_RELEASE),
    later: await releasedPdf(LATER_RELEASE),
    release: Buffer.from(await redactedPdf()),
  }
  const idOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const work: Work = {
    page,
    ids: { earlier: idOf(files.earlier), later: idOf(files.later), release: idOf(files.release) },
    judge: (name, within) => test.step(name, () => judgeScreen(page, name, within)),
  }
  await page.getByRole('button', { name: 'Keep them' }).click()
  await importFiles(work, files)
  await lookThroughPanels(work)
  await markInTwoColumns(work)
  await carryMarksOver(work)
  await decideMarks(work)
  await lookOverLibrary(work)
  await recognise(work)
  await vouch.remove()
})
