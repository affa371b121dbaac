import type { Page } from '@playwright/test'

/** Selects the line of a page that begins with some words, as a hand does with the mouse. */
export async function selectLine(page: Page, words: string): Promise<void> {
  const line = page.locator('span[data-start]').filter({ hasText: words }).first()
  // A trial waits until the page rests under the pointer.
  await line.click({ trial: true })
  const box = await line.boundingBox()
  if (box === null) throw new Error('not drawn')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 6 })
  await page.mouse.up()
}
