import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { smallPdf } from '../breakage/driver/small-pdf'
import { dropFiles } from '../support/drop-files'
import { readTable } from '../support/read-table'
import { slantedScan } from '../support/slanted-scan'
import { startVouch } from '../support/vouch'

type Stored = { readonly id: string; readonly name: string; readonly status: string; readonly pageCount: number }
type Recognised = { readonly documentId: string; readonly pageIndex: number; readonly text: { readonly text: string } }

const named = async (page: Page, start: string): Promise<readonly Stored[]> =>
  (await readTable<Stored>(page, 'documents')).filter(({ name }) => name.startsWith(start))
const openLibrary = (page: Page): Promise<void> => page.getByRole('link', { name: 'Library' }).first().click()
const sheet = (page: Page) => page.getByRole('region', { name: 'Import' }).getByRole('status')

test('a window that is loaded again in the middle of an import goes on with what the vault has, names the rest, and takes it when it is given again', async () => {
  test.setTimeout(300_000)
  const files = Array.from({ length: 24 }, (_, at) => ({
    name: `report ${String(at + 1).padStart(2, '0')}.pdf`,
    bytes: Buffer.from(smallPdf(Array.from({ length: 60 }, (_, page) => `Report ${at + 1} says on page ${page + 1} what was asked of it`))),
  }))
  const vouch = await startVouch()
  const { page } = vouch
  try {
    await page.getByRole('button', { name: 'Keep them' }).click()
    await openLibrary(page)
    await dropFiles(page, files)
    await expect.poll(async () => (await named(page, 'report')).length, { timeout: 120_000, intervals: [20] }).toBeGreaterThan(2)
    await page.reload()
    await openLibrary(page)
    await expect(sheet(page)).toContainText('refused', { timeout: 120_000 })
    await expect(page.getByRole('region', { name: 'Import' }).getByRole('button', { name: /Cancel/ })).toHaveCount(0, { timeout: 120_000 })
    await expect(page.getByRole('banner').getByText('Saved twice')).toBeVisible({ timeout: 60_000 })

    const there = new Set((await named(page, 'report')).map(({ name }) => name))
    expect(there.size).toBeGreaterThan(2)
    const missing = files.filter(({ name }) => !there.has(name))
    expect(missing.length).toBeGreaterThan(0)
    await expect(sheet(page)).toContainText(`${missing.length} refused`)
    await expect(page.getByRole('region', { name: 'Import' })).toContainText(
      `“${missing[0]?.name}” was waiting when Vouch was closed, and was not taken in. Import the file again.`,
    )

    await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Put away' }).click()
    await dropFiles(page, files)
    await expect(sheet(page)).toHaveText(`24 in = ${missing.length} added + ${there.size} already there`, { timeout: 120_000 })
    const all = await named(page, 'report')
    expect(all.map(({ name }) => name).toSorted()).toEqual(files.map(({ name }) => name))
    expect(all.filter(({ status, pageCount }) => status !== 'ready' || pageCount !== 60)).toEqual([])
    await expect(page.getByText(/chain whole/)).toBeVisible()
  } finally {
    await vouch.remove()
  }
})

test('a window that is closed while text is recognised keeps what was recognised, and goes on with the rest', async () => {
  test.setTimeout(420_000)
  const first = await startVouch()
  const { folder, port } = first
  const scans = ['harbour', 'granary', 'lighthouse', 'orchard', 'quarry', 'tannery']
  await first.page.getByRole('button', { name: 'Keep them' }).click()
  const files = []
  for (const word of scans) {
    const { bytes } = await slantedScan(first.page, [`The ledger of the ${word} was shown to the committee.`, 'SYNTHETIC TEST DOCUMENT'], 0)
    files.push({ name: `scan of the ${word}.pdf`, bytes })
  }
  await dropFiles(first.page, files)
  const recognised = (page: Page): Promise<readonly Recognised[]> => readTable<Recognised>(page, 'recognitions')
  await expect.poll(async () => (await recognised(first.page)).length, { timeout: 180_000, intervals: [100] }).toBeGreaterThan(0)
  const kept = await recognised(first.page)
  expect(kept.length).toBeLessThan(scans.length)
  await first.close()

  const second = await startVouch({ folder, port })
  const { page } = second
  try {
    await expect(page.getByRole('banner').getByText('Saved twice')).toBeVisible({ timeout: 60_000 })
    await expect.poll(async () => (await recognised(page)).length, { timeout: 240_000 }).toBe(scans.length)
    const texts = await recognised(page)
    expect(texts).toEqual(expect.arrayContaining([...kept]))
    for (const word of scans)
      expect(
        texts.filter(({ text }) => text.text.includes(word)),
        word,
      ).toHaveLength(1)
    const journal = readFileSync(join(second.vault, 'journal.jsonl'), 'utf8')
    for (const { documentId } of texts) expect(journal).toContain(documentId)
    await openLibrary(page)
    await expect(page.getByText(/chain whole/)).toBeVisible()
  } finally {
    await second.remove()
  }
})
