import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { readWindowState, writeWindowState } from './window-state'

export type WindowOptions = {
  readonly url: string
  /** False for work without a window. */
  readonly visible: boolean
  readonly icon: string | null
}

/** The colours of the empty window, those of `--background` in the interface, so that nothing flashes. */
const BACKGROUND = { light: '#f4f3ef', dark: '#16181b' }

/** Opens the window, where it stood last. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const folder = app.getPath('userData')
  const state = options.visible
    ? readWindowState(
        folder,
        screen.getAllDisplays().map((display) => display.workArea),
      )
    : null
  const window = new BrowserWindow({
    width: 1360,
    height: 880,
    ...(state === null ? {} : { x: state.x, y: state.y, width: state.width, height: state.height }),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Vouch',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    ...(options.icon === null ? {} : { icon: options.icon }),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // Work without a window must not be slowed because nobody looks at it.
      backgroundThrottling: options.visible,
    },
  })
  if (options.visible) {
    if (state?.maximized === true) window.maximize()
    window.once('ready-to-show', () => window.show())
    window.on('close', () => writeWindowState(folder, { ...window.getNormalBounds(), maximized: window.isMaximized() }))
    tellOfTrouble(window)
  }
  void window.loadURL(options.url)
  return window
}

/** What the researcher reads when the window fails. */
function tellOfTrouble(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The window of Vouch stopped.',
        detail: `Everything that was shown as saved is on the disk, twice. (Reason: ${details.reason}.)`,
        buttons: ['Open it again', 'Quit'],
        defaultId: 0,
        cancelId: 1,
      })
      .then(({ response }) => (response === 0 ? window.webContents.reload() : app.quit()))
  })
  window.on('unresponsive', () => {
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: 'Vouch has not answered for a while.',
        detail: 'It may be busy with a long document. Everything that was shown as saved is on the disk.',
        buttons: ['Wait', 'Open the window again'],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        if (response === 1) window.webContents.reload()
      })
  })
}
