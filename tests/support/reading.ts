import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { dropFiles } from './drop-files'
import { CORPUS } from './vouch'

/** A document of seven pages with a text layer, in which journeys read and mark. */
export const GUIDANCE = 'omb-2025-ai-reporting-guidance.pdf'

/** Imports a real PDF by dropping it and opens it from the library. */
export async function openDocument(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Keep them' }).click()
  await dropFiles(page, [join(CORPUS, name)])
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('table', { name: 'Documents' }).getByRole('button', { name, exact: true }).dblclick({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: `Pages of ${name}` })).toBeVisible()
}

/** A page by its number from 1, where it is drawn. */
export const pageRegion = (page: Page, number: number): Locator => page.getByRole('region', { name: new RegExp(`^Page ${number} of `) })

/** The first run of the text layer of a page that holds the words. */
export const run = (page: Page, number: number, text: string | RegExp): Locator =>
  pageRegion(page, number).locator('span[data-start]').filter({ hasText: text }).first()

/** The marks in the panel beside the pages. */
export const marks = (page: Page): Locator => page.getByRole('region', { name: 'Marks' }).getByRole('article')
