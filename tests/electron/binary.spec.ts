import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { electronBinary, hasDisplay } from '../../scripts/lib/electron-binary.mjs'
import { removeFolder } from '../support/remove-folder'

const root = join(import.meta.dirname, '../..')
const binary = electronBinary()

/** The same shell in Electron itself. Where there is no binary or no display this is skipped, and counts as nothing else. */
test.describe('Electron itself', () => {
  test.skip(binary === null, 'skipped: Electron’s binary is not on this machine (npx install-electron gets it)')
  test.skip(!hasDisplay(), 'skipped: there is no display')

  test('opens the workbench on its own scheme, with lasting storage, and refuses what would go out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vouch-electron-'))
    const application = await _electron.launch({
      executablePath: binary ?? '',
      args: [root, '--no-sandbox', '--vault', join(folder, 'vault'), '--profile', join(folder, 'profile')],
    })
    const page = await application.firstWindow()
    await expect(page.getByRole('main')).toBeVisible()
    expect(page.url()).toMatch(/^app:\/\/vouch\//)
    expect(
      await page.evaluate(() => [window.vouch?.host, isSecureContext, crossOriginIsolated, typeof Reflect.get(window, 'require')]),
    ).toEqual(['electron', true, true, 'undefined'])
    expect(await page.evaluate(() => navigator.storage.persist())).toBe(true)
    const [before, after] = await page.evaluate(async () => {
      const count = async (): Promise<number> => (await window.vouch?.app.refusedRequests()) ?? 0
      const first = await count()
      await fetch('https://out.example/').catch((thrown: unknown) => thrown)
      return [first, await count()]
    })
    expect(after).toBeGreaterThan(before ?? 0)
    expect(await page.evaluate(() => open('https://out.example/'))).toBeNull()
    expect(application.windows()).toHaveLength(1)
    await application.close()
    await removeFolder(folder)
  })
})
