import { expect, type Page } from '@playwright/test'
import { violations } from './axe'

/** Judges what is shown: by all rules in light, and by its contrast again in dark, as nothing else differs there. */
export async function judgeScreen(page: Page, name: string, within?: string): Promise<void> {
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
