import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { readDerivedKeys } from '../support/read-table'
import { CORPUS, hasCorpus, startVouch } from '../support/vouch'

const GUIDANCE = 'omb-2025-ai-reporting-guidance.pdf'

/** Kept pictures by size, as `small:3`. */
const kept = async (page: Page): Promise<readonly string[]> =>
  (await readDerivedKeys<readonly [string, string, number]>(page, 'pagePictures')).map(([, size, index]) => `${size}:${index}`)

const firstPicture = (page: Page): Locator => page.getByRole('region', { name: /^Page 1 of / }).locator('[data-page-picture]')

test.describe('kept pictures of pages', () => {
  test.skip(!hasCorpus, 'the real documents are not beside the project')

  test('a document that was read opens on its kept picture before pdf.js has it, and nothing moves when it is drawn', async () => {
    const vouch = await startVouch()
    try {
      const { page, context } = vouch
      await page.getByRole('button', { name: 'Keep them' }).click()
      await dropFiles(page, [join(CORPUS, GUIDANCE)])
      await page.getByRole('link', { name: 'Library' }).click()
      await page
        .getByRole('table', { name: 'Documents' })
        .getByRole('button', { name: GUIDANCE, exact: true })
        .dblclick({ timeout: 60_000 })
      await expect(firstPicture(page)).toHaveAttribute('data-page-picture', 'drawn', { timeout: 60_000 })
      await expect.poll(() => kept(page), { timeout: 60_000 }).toEqual(expect.arrayContaining(['readable:0', 'small:0']))

      // The second time pdf.js gets no worker until it is let through.
      let letThrough = (): void => undefined
      const waiting = new Promise<void>((done) => (letThrough = done))
      await context.route(/pdf\.worker/, async (route) => {
        await waiting
        await route.continue()
      })
      await page.reload()
      await expect(firstPicture(page)).toHaveAttribute('data-page-picture', 'readable', { timeout: 60_000 })
      const before = await firstPicture(page).boundingBox()
      letThrough()
      await expect(firstPicture(page)).toHaveAttribute('data-page-picture', 'drawn', { timeout: 60_000 })
      expect(await firstPicture(page).boundingBox()).toEqual(before)
    } finally {
      await vouch.remove()
    }
  })

  test('the room for pictures can be seen and emptied in the settings', async () => {
    const vouch = await startVouch()
    try {
      const { page } = vouch
      await page.getByRole('button', { name: 'Keep them' }).click()
      await dropFiles(page, [join(CORPUS, GUIDANCE)])
      // Small pictures are made of a document that came in, while nobody works in the window.
      await expect.poll(async () => (await kept(page)).includes('small:0'), { timeout: 90_000 }).toBe(true)
      await page.getByRole('link', { name: 'Settings' }).click()
      const part = page.getByRole('region', { name: 'Page pictures' })
      await expect(part.getByText(/(kB|MB) in use\./)).toBeVisible()
      await part.getByRole('button', { name: 'Remove the pictures' }).click()
      await expect(page.getByText('The kept pictures are removed.')).toBeVisible()
    } finally {
      await vouch.remove()
    }
  })
})
