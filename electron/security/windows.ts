import type { App, WebContents } from 'electron'
import type { OwnAddress } from './origin'

/** Keeps every window, now and later, on Vouch's own page: no other page, no second window, no page within the page. */
export function guardWindows(app: App, isOwn: OwnAddress): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, isOwn))
}

function guard(contents: WebContents, isOwn: OwnAddress): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwn(event.url)) event.preventDefault()
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
