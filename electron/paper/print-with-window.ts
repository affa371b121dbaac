import { BrowserWindow, session } from 'electron'
import { PRINTED_AT } from '@shared/desktop/printed-at'
import { ok } from '@shared/errors/outcome'
import { PAGE_SETUP } from './page-setup'
import type { PrintPage } from './printer'

/** Prints with a window that nobody sees: sandboxed, without scripts, in a session in memory that answers one address. */
export const printWithWindow: PrintPage = async (html, signal) => {
  const apart = session.fromPartition(`print-${crypto.randomUUID()}`, { cache: false })
  apart.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== PRINTED_AT && !url.startsWith('data:') }))
  apart.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  apart.setPermissionCheckHandler(() => false)
  apart.protocol.handle('https', () => new Response(new Uint8Array(html), { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: apart,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  })
  const stop = (): void => window.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await window.loadURL(PRINTED_AT)
    return ok(new Uint8Array(await window.webContents.printToPDF(PAGE_SETUP)))
  } finally {
    signal.removeEventListener('abort', stop)
    if (!window.isDestroyed()) window.destroy()
  }
}
