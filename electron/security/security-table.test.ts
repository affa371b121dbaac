import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { app, BrowserWindow, configure, ipcMain, record, schemes, sessionHandlers } from '../../tests/electron-double/electron.mjs'

/** The real main process, run on the double of Electron's API: what it asks of Electron, and what its guards answer. */
const folder = mkdtempSync(join(tmpdir(), 'vouch-main-'))

beforeAll(async () => {
  configure({ userData: join(folder, 'profile') })
  const { argv } = process
  process.argv = ['electron', '.', '--vault', join(folder, 'vault'), '--profile', join(folder, 'profile'), '--inspect']
  await import('../main')
  process.argv = argv
  await vi.waitUntil(() => Object.keys(record.permissions).length > 0, { timeout: 20_000 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the security table', () => {
  test('the window is sandboxed, isolated and without Node', () => {
    expect(record.windows).toHaveLength(1)
    expect(record.windows[0]?.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
    })
    expect(record.sandboxed).toBe(true)
  })

  test('one scheme is privileged, and none of its privileges goes round the policy', () => {
    expect(record.privileged).toEqual([{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) }])
    expect(record.privileged[0]?.privileges).not.toHaveProperty('bypassCSP')
  })

  test('what runs from a checkout leaves the system’s links to the Vouch that is installed', () => {
    expect(record.linkSchemes).toEqual([])
  })

  test('Chromium is told to be quiet', () => {
    expect(record.switches).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      ]),
    )
  })

  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'usb',
    'hid',
    'serial',
    'openExternal',
    'clipboard-read',
    'fullscreen',
    'pointerLock',
    'display-capture',
    'fileSystem',
    'idle-detection',
    'constructor',
  ])('the permission %s is refused', async (permission) => {
    expect(await requested(permission, 'app://vouch/')).toBe(false)
    expect(sessionHandlers.permissionCheck({}, permission, 'app://vouch/')).toBe(false)
  })

  test.each(['clipboard-sanitized-write', 'persistent-storage'])(
    'the permission %s is given to the window, and to nobody else',
    async (permission) => {
      expect(await requested(permission, 'app://vouch/')).toBe(true)
      for (const origin of ['https://evil.example/', 'app://evil/', 'null', '']) {
        expect(await requested(permission, origin)).toBe(false)
        expect(sessionHandlers.permissionCheck({}, permission, origin)).toBe(false)
      }
    },
  )

  test('no device is ever given', () => {
    expect(sessionHandlers.device()).toBe(false)
  })

  test.each([
    'https://example.org/',
    'http://127.0.0.1:47821/',
    'http://localhost/',
    'ws://127.0.0.1/',
    'wss://a.example/',
    'ftp://a.example/',
    'file:///etc/passwd',
    'app://evil/',
    'app://vouch@evil/',
    'https://vouch/',
    'chrome://gpu/',
    'not an address',
  ])('a request for %s is refused and counted', async (url) => {
    const before = await refused()
    expect(await verdict(url)).toBe(true)
    expect(await refused()).toBe(before + 1)
  })

  test.each(['app://vouch/', 'app://vouch/assets/index.js?x', 'blob:app://vouch/1', 'data:image/png;base64,AA'])(
    'a request for %s is let through',
    async (url) => {
      expect(await verdict(url)).toBe(false)
    },
  )

  test('no second window, no other page, no page within the page', () => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    expect(contents?.windowOpenHandler({ url: 'https://a.example/' })).toEqual({ action: 'deny' })
    expect(contents?.windowOpenHandler({ url: 'app://vouch/' })).toEqual({ action: 'deny' })
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      const prevented = (url: string): boolean => {
        let stopped = false
        contents?.emit(name, { url, preventDefault: () => (stopped = true) })
        return stopped
      }
      expect(['https://a.example/', 'file:///home/ada/a.pdf', 'app://evil/', 'javascript:alert(1)'].map(prevented)).toEqual([
        true,
        true,
        true,
        true,
      ])
      expect(prevented('app://vouch/#/library')).toBe(false)
    }
    let webviewStopped = false
    contents?.emit('will-attach-webview', { preventDefault: () => (webviewStopped = true) })
    expect(webviewStopped).toBe(true)
  })

  test('every answer of the scheme carries the policy, and none leaves the application’s folder', async () => {
    const ask = (path: string, options?: RequestInit): Promise<Response> | undefined =>
      schemes.get('app')?.(new Request(`app://vouch${path}`, options))
    const page = await ask('/')
    expect([page?.status, page?.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page?.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    for (const path of [
      '/nothing',
      '/..%2f..%2fpackage.json',
      '/..%5c..%5cpackage.json',
      '/C:/Windows/win.ini',
      '/%2e%2e/package.json',
      '/%00',
    ]) {
      const answer = await ask(path)
      expect(answer?.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
      expect(answer?.status).toBe(404)
    }
    expect((await ask('/', { method: 'POST' }))?.status).toBe(403)
    expect((await schemes.get('app')?.(new Request('app://evil/')))?.status).toBe(403)
  })

  test('one channel answers, and only the window’s own page', async () => {
    expect([...ipcMain.handlers.keys()]).toEqual(['vouch:call'])
    await expect(asPage('https://evil.example/')('app.info', [])).rejects.toThrow('may not call')
    expect(await asPage('app://vouch/')('app.info', [])).toMatchObject({ vaultPath: join(folder, 'vault') })
  })

  test('the menu has the standard roles, and sends commands to the window', () => {
    for (const role of ['cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'])
      expect(record.menu?.find((item) => item.role === role)).toBeDefined()
    for (const id of ['import', 'import-folder', 'undo', 'redo', 'export', 'settings', 'back', 'forward', 'palette'])
      expect(record.menu?.find((item) => item.id === id)).toBeDefined()
  })

  test('quitting lets the vault go', async () => {
    expect(await asPage('app://vouch/')('vault.open', [])).toMatchObject({ ok: true })
    const ended = new Promise<void>((resolve) => app.once('quit', resolve))
    await app.quit()
    await ended
    expect(existsSync(join(folder, 'vault', '.open'))).toBe(false)
    expect(existsSync(join(folder, 'vault', 'INDEX.md'))).toBe(true)
  })
})

const requested = (permission: string, origin: string): Promise<boolean> =>
  new Promise((answer) => sessionHandlers.permissionRequest({}, permission, answer, { requestingUrl: origin }))
const verdict = (url: string): Promise<boolean> =>
  new Promise((answer) => sessionHandlers.request({ url }, ({ cancel }) => answer(cancel === true)))
const asPage =
  (url: string) =>
  async (name: string, args: readonly unknown[]): Promise<unknown> =>
    ipcMain.handlers.get('vouch:call')?.({ senderFrame: { url, parent: null } }, name, args)
const refused = async (): Promise<number> => Number(await asPage('app://vouch/')('app.refusedRequests', []))
