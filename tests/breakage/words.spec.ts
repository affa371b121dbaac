import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { startVouch } from '../support/vouch'
import { smallPdf } from './driver/small-pdf'
import { removeFolder } from '../support/remove-folder'

/** The bundled analysis and its documents are in when the journal has been quiet for a while. */
async function seeded(page: Page, vault: string): Promise<number> {
  const length = (): number => readFileSync(join(vault, 'journal.jsonl'), 'utf8').split('\n').length - 1
  await expect(page.getByRole('banner').getByText('Saved twice')).toBeVisible({ timeout: 60_000 })
  let before = -1
  await expect
    .poll(
      () => {
        const now = length()
        const quiet = now > 3 && now === before
        before = now
        return quiet
      },
      { timeout: 60_000, intervals: [1500] },
    )
    .toBe(true)
  return length()
}

test('the window says that the database was lost and rebuilt, and shows the same claims as before', async () => {
  const first = await startVouch()
  const changes = await seeded(first.page, first.vault)
  await first.close()
  rmSync(join(first.folder, 'profile/Default/IndexedDB'), { recursive: true })
  const again = await startVouch({ folder: first.folder, port: first.port })
  await expect(
    again.page.getByText(
      `The database of this library was empty, though its vault holds ${changes} changes. It was rebuilt from the vault. Nothing was lost; you need do nothing.`,
    ),
  ).toBeVisible({ timeout: 60_000 })
  await expect(again.page.getByText(/it was restored from the vault/).first()).toBeVisible()
  await expect(again.page.getByText('C01').first()).toBeVisible()
  await again.remove()
})

test('a second window of one library says so and changes nothing', async () => {
  const vouch = await startVouch()
  await seeded(vouch.page, vouch.vault)
  const opening = vouch.context.waitForEvent('page')
  await vouch.page.evaluate(() => void window.open(location.href))
  const second = await opening
  await expect(second.getByText('This library is open in another window of Vouch.')).toBeVisible({ timeout: 60_000 })
  await expect(second.getByText('Work there, or close that window and open this one again.')).toBeVisible()
  await vouch.page.close()
  await second.getByRole('button', { name: 'Try again' }).click()
  await expect(second.getByRole('banner').getByText('Saved twice')).toBeVisible({ timeout: 60_000 })
  await vouch.remove()
})

test('a full disk refuses an import in words, and takes it when there is space', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-full-'))
  const vault = join(folder, 'vault')
  mkdirSync(vault)
  const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', vault]).status === 0
  test.skip(!mounted, 'a disk of 3 MiB can be mounted by root only; renderer/storage/open-library.test.ts covers the same without one')
  const vouch = await startVouch({ folder })
  try {
    const { page } = vouch
    await page.getByRole('navigation', { name: 'A first reading' }).waitFor({ timeout: 120_000 })
    const changes = await seeded(page, vault)
    // The copy ends when the disk is full.
    spawnSync('/bin/dd', ['if=/dev/zero', `of=${join(vault, 'filler')}`, 'bs=4k'])
    await page.getByRole('link', { name: 'Library' }).first().click()
    const importLetter = async (): Promise<void> => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Import files' }).first().click()
      await (
        await chooser
      ).setFiles({
        name: 'late letter.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(smallPdf(['A letter that came late, with words enough to count as text.'])),
      })
    }
    await importLetter()
    await expect(page.getByRole('region', { name: 'Import' })).toContainText(
      'the disk is full. Free some space on this disk, then try again: nothing that was shown as saved is lost.',
      { timeout: 30_000 },
    )
    expect(readFileSync(join(vault, 'journal.jsonl'), 'utf8').split('\n').length - 1).toBe(changes)

    // Marks that can't be saved are not made: it is said once, however often it is tried, and the passage stays selected.
    await page
      .getByRole('table', { name: 'Documents' })
      .getByRole('button', { name: 'Sample FOIA response letter (synthetic).pdf' })
      .dblclick()
    const marks = page.getByRole('region', { name: 'Marks' }).getByRole('article')
    const line = page.locator('span[data-start]').filter({ hasText: 'FOIA Exemption 6' }).first()
    await expect(line).toBeVisible({ timeout: 30_000 })
    const at = await line.boundingBox()
    const palette = page.getByRole('dialog', { name: 'Link this passage' })
    const said = page
      .getByRole('region', { name: 'Messages' })
      .getByText(/^Nothing was changed\. Vouch could not write .*: the disk is full\.$/)
    let before = -1
    // What is left of the block in which the journal ends takes a mark or two more.
    while ((await said.count()) === 0) {
      await page.keyboard.press('Escape')
      await page.mouse.move((at?.x ?? 0) + 1, (at?.y ?? 0) + 6)
      await page.mouse.down()
      await page.mouse.move((at?.x ?? 0) + 200, (at?.y ?? 0) + 6, { steps: 5 })
      await page.mouse.up()
      await expect(palette).toBeVisible()
      before = await marks.count()
      await page.keyboard.press('Enter')
      // Saved, it goes; refused, it stays with what was selected.
      await expect.poll(async () => (await said.count()) > 0 || (await palette.isHidden())).toBe(true)
    }
    for (let tries = 0; tries < 2; tries += 1) {
      await page.keyboard.press('Enter')
      await expect(said).toHaveCount(1)
    }
    await expect(page.getByRole('banner').getByText('Not saved twice')).toBeVisible()
    await expect(palette).toBeVisible()
    await expect(marks).toHaveCount(before)

    rmSync(join(vault, 'filler'))
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden({ timeout: 30_000 })
    await expect(marks).toHaveCount(before + 1)
    await expect(page.getByRole('banner').getByText('Saved twice')).toBeVisible()
    await page.getByRole('link', { name: 'Library' }).first().click()
    await importLetter()
    await expect(page.getByRole('region', { name: 'Import' })).toContainText('1 added', { timeout: 30_000 })
  } finally {
    await vouch.close()
    spawnSync('/bin/umount', ['-l', vault])
    await removeFolder(folder)
  }
})
