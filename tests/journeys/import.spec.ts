import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { expect, type Page, test } from '@playwright/test'
import { CORPUS, hasCorpus, startVouch, type Vouch } from '../support/vouch'

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function textPdf(name: string, ...pages: readonly string[]): Promise<Given> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const text of pages) pdf.addPage([612, 792]).drawText(text, { x: 72, y: 700, size: 12, font })
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) }
}

async function importFiles(page: Page, files: readonly Given[] | readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await (await chooser).setFiles([...files] as string[])
}

const openLibrary = (page: Page): Promise<void> => page.getByRole('link', { name: 'Library' }).first().click()
const importPanel = (page: Page) => page.getByRole('region', { name: 'Import' })
const sheet = (page: Page) => importPanel(page).getByRole('status')

/** The vault's journal, one entry a line. */
const journal = (
  vouch: Vouch,
): readonly {
  readonly entry: { readonly command: string }
  readonly rows: readonly {
    readonly after: {
      readonly name?: string
      readonly status?: string
      readonly pageCount?: number
      readonly pagesWithText?: number
    } | null
  }[]
}[] =>
  readFileSync(join(vouch.vault, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const documentsIn = (vouch: Vouch) =>
  journal(vouch).flatMap(({ entry, rows }) => (entry.command === 'add-document' ? rows.map((row) => row.after) : []))

test('a batch ends in a balance sheet on which every file stands once, and both copies hold what was added', async () => {
  const vouch = await startVouch()
  const { page } = vouch
  await openLibrary(page)
  const one = await textPdf('first.pdf', 'A page with more than twenty letters on it', 'Another page with more than twenty letters')
  const broken: Given = { ...one, name: 'broken.pdf', buffer: Buffer.from('%PDF-1.4\nthis is not a PDF at all') }
  const letter: Given = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dear Sir or Madam') }
  await importFiles(page, [one, { ...one, name: 'same-bytes.pdf' }, broken, letter])
  await expect(sheet(page)).toContainText('4 in')
  await expect(sheet(page)).toContainText('1 added')
  await expect(importPanel(page)).toContainText('letter.pdf')
  const added = documentsIn(vouch)
  expect(added.find((document) => document?.name === 'first.pdf')).toMatchObject({ status: 'ready', pageCount: 2, pagesWithText: 2 })
  expect(added.find((document) => document?.name === 'broken.pdf')).toMatchObject({ status: 'unreadable' })
  expect(added.some((document) => document?.name === 'letter.pdf' || document?.name === 'same-bytes.pdf')).toBe(false)
  const kept = readdirSync(join(vouch.vault, 'texts'))
  expect(
    kept.some((name) => readFileSync(join(vouch.vault, 'texts', name), 'utf8').includes('A page with more than twenty letters on it')),
  ).toBe(true)
  await vouch.remove()
})

test('a locked document is kept, refuses a wrong password in words, and is read with the right one', async () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')
  const vouch = await startVouch()
  const { page } = vouch
  await openLibrary(page)
  await importFiles(page, [join(CORPUS, 'pdfjs-issue6010-password-abc.pdf')])
  await importPanel(page).getByRole('button', { name: 'Enter the password' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password').fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('does not open')
  await dialog.getByLabel('Password').fill('abc')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(journal(vouch).some(({ entry }) => entry.command === 'read-document-text')).toBe(true)
  await vouch.remove()
})
