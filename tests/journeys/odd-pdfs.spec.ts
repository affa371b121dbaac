import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { oddPdfs } from '../support/odd-pdfs'
import { readTable } from '../support/read-table'
import { removeFolder } from '../support/remove-folder'
import { CORPUS, hasCorpus, startVouch, type Vouch } from '../support/vouch'

type Stored = {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly pageCount: number
  readonly pagesWithText: number
  readonly trouble: { readonly what: string; readonly remedy: string } | null
}

const documentsIn = (page: Page): Promise<readonly Stored[]> => readTable<Stored>(page, 'documents')

/** Imports files through the dialog and waits until the balance sheet has all of them. */
async function importAll(page: Page, files: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Library' }).first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await (await chooser).setFiles([...files])
  // The window answers while it imports: it is written into its filter, and shows what was written.
  const filter = page.getByRole('search', { name: 'Narrow the documents' }).getByRole('searchbox')
  await filter.fill('still here')
  await expect(filter).toHaveValue('still here')
  await filter.fill('')
  // Asked seldom and of one element: Playwright's own looking through the whole page would stand in the report as work of the window.
  await expect
    .poll(() => page.evaluate(() => document.querySelector('section[aria-label="Import"] output')?.textContent ?? ''), {
      timeout: 200_000,
      intervals: [500],
    })
    .toContain(`${files.length} in`)
  await expect(page.getByRole('button', { name: /Cancel/ })).toHaveCount(0, { timeout: 200_000 })
}

/** Whether a document's pages are shown, or the reason why they can't be; asked of few elements, for the same reason. */
const isShown = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (region) =>
      [...document.querySelectorAll('section[aria-label], [role="alert"]')].some(
        (found) => found.role === 'alert' || found.ariaLabel === region,
      ),
    `Pages of ${name}`,
  )

/** Notes what the window's thread does for longer than 50 ms, and when; the report of a bench, not a measure of the test. */
const watchLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const noted: number[] = []
    Object.assign(window, { longTasks: noted })
    new PerformanceObserver((list) => noted.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({
      type: 'longtask',
    })
  })
const longTasks = (page: Page): Promise<readonly number[]> => page.evaluate(() => (Reflect.get(window, 'longTasks') as number[]).splice(0))
const report = (what: string, tasks: readonly number[]): void =>
  console.log(
    `${what}: ${tasks.length} tasks over 50 ms, ${tasks.filter((ms) => ms > 100).length} over 100 ms, longest ${Math.max(0, ...tasks)} ms`,
  )

/** Whatever the window asks for outside of its own origin, whether it crashed, and what was thrown in it and caught by nobody. */
function watchWindow({ page, context }: Vouch): { readonly outside: string[]; readonly broken: string[] } {
  const watched = { outside: [] as string[], broken: [] as string[] }
  const { origin } = new URL(page.url())
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:blob|data|about):/.test(request.url())) watched.outside.push(request.url())
  })
  page.on('crash', () => watched.broken.push('the window crashed'))
  page.on('pageerror', (error) => watched.broken.push(`thrown and not caught: ${error.name} ${error.message} ${error.stack ?? ''}`))
  return watched
}

test('every kind of odd PDF is imported or refused with a reason, is shown if it can be, and reaches nothing', async () => {
  test.setTimeout(600_000)
  const asked: string[] = []
  const server = createServer((request, response) => (asked.push(request.url ?? ''), response.end()))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const folder = mkdtempSync(join(tmpdir(), 'vouch-odd-'))
  mkdirSync(folder, { recursive: true })
  const odd = await oddPdfs(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  for (const { name, bytes } of odd) writeFileSync(join(folder, name), bytes)
  const vouch = await startVouch()
  const { page } = vouch
  await page.getByRole('button', { name: 'Keep them' }).click()
  const watched = watchWindow(vouch)
  await watchLongTasks(page)
  await importAll(
    page,
    odd.map(({ name }) => join(folder, name)),
  )
  report('importing odd files', await longTasks(page))

  const stored = await documentsIn(page)
  // That was the test's own reading, and no work of the window.
  await longTasks(page)
  const came = odd.map(({ name, comes }) => ({ name, comes, document: stored.find((document) => document.name === name) }))
  expect(
    came
      .filter(({ comes, document }) => !comes.some((status) => status === (document?.status ?? 'refused')))
      .map(({ name, document }) => `${name}: ${document?.status ?? 'refused'}`),
  ).toEqual([])
  for (const { document } of came)
    if (document !== undefined && document.status !== 'ready') expect(document.trouble?.what, document.name).not.toBe('')

  // Each that can be read is shown, and the window goes on to the next.
  for (const { name, document } of came) {
    if (document?.status !== 'ready') continue
    await page.goto(`${page.url().split('#')[0]}#/library/${document.id}`)
    await expect.poll(() => isShown(page, name), { message: name, timeout: 30_000, intervals: [200] }).toBe(true)
    await expect(page.getByRole('region', { name: `Pages of ${name}` }).or(page.getByRole('alert')), name).toBeVisible()
    await expect(page.getByRole('link', { name: 'Library' }).first(), name).toBeVisible()
    const tasks = await longTasks(page)
    if (tasks.some((ms) => ms > 100)) report(`showing ${name}`, tasks)
  }
  expect(watched).toEqual({ outside: [], broken: [] })
  expect(asked).toEqual([])
  await vouch.remove()
  server.close()
  await removeFolder(folder)
})

type Known = {
  readonly file: string
  readonly kind: string
  readonly sha256: string
  readonly pages: number | null
  readonly pagesWithUnder20Chars: number | null
}
const corpus = (): readonly Known[] =>
  (JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as { readonly files: readonly Known[] }).files.filter(
    ({ kind }) => kind === 'pdf',
  )
const NOT_READ = new Map([
  ['pdfjs-bug1020226-broken.pdf', 'unreadable'],
  ['opf-encryption-openpassword.pdf', 'needs-password'],
  ['pdfjs-issue6010-password-abc.pdf', 'needs-password'],
])

test('all real documents come in with the bytes, pages, texts and statuses that they are known to have, and what can’t be read says why', async () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')
  test.setTimeout(600_000)
  const vouch = await startVouch()
  const { page } = vouch
  await page.getByRole('button', { name: 'Keep them' }).click()
  const watched = watchWindow(vouch)
  await watchLongTasks(page)
  const known = corpus()
  await importAll(
    page,
    known.map(({ file }) => join(CORPUS, file)),
  )
  report('importing the corpus', await longTasks(page))
  const stored = new Map((await documentsIn(page)).map((document) => [document.name, document]))
  for (const { file, sha256, pages, pagesWithUnder20Chars } of known) {
    const status = NOT_READ.get(file) ?? 'ready'
    expect(stored.get(file), file).toMatchObject({ id: sha256, status })
    if (status !== 'ready') expect(`${stored.get(file)?.trouble?.what} ${stored.get(file)?.trouble?.remedy}`).toMatch(/\w.*\. \w/)
    else if (pages !== null && pagesWithUnder20Chars !== null)
      expect(stored.get(file), file).toMatchObject({ pageCount: pages, pagesWithText: pages - pagesWithUnder20Chars })
  }
  expect(watched).toEqual({ outside: [], broken: [] })
  await vouch.remove()
})
