// The module `electron`, for Node: runs the real main process and preload on Playwright's Chromium. It is written from
// Electron's documentation and proves what Vouch asks of Electron, not that Electron does it; tests/electron/ has a small
// suite for the binary itself.
import { EventEmitter } from 'node:events'
import { answers, record, running } from './state.mjs'

export { app } from './app.mjs'
export { protocol, session, sessionHandlers } from './session.mjs'
export { answers, configure, record, schemes } from './state.mjs'
export { BrowserWindow, ipcMain } from './windows.mjs'

const ask =
  (kind, cancelled) =>
  async (...args) => {
    record.dialogs.push({ kind, options: args.at(-1) })
    return answers[kind].shift() ?? cancelled
  }
export const dialog = {
  showOpenDialog: ask('open', { canceled: true, filePaths: [] }),
  showSaveDialog: ask('save', { canceled: true, filePath: '' }),
  showMessageBox: ask('message', { response: 0, checkboxChecked: false }),
  showErrorBox: (title, content) => record.errors.push(`${title}: ${content}`),
}

export class Menu {
  constructor(items) {
    this.items = items
  }
  static buildFromTemplate(template) {
    return new Menu(
      template.map((item) => ({ ...item, submenu: Array.isArray(item.submenu) ? Menu.buildFromTemplate(item.submenu) : item.submenu })),
    )
  }
  static setApplicationMenu(menu) {
    record.menu = menu
  }
  /** The first item, at any depth, for which `matches` holds. */
  find(matches) {
    for (const item of this.items) {
      const found = matches(item) ? item : item.submenu?.find(matches)
      if (found) return found
    }
    return undefined
  }
}

/** Chooses a command of the application menu. */
export function clickMenu(id) {
  const item = record.menu?.find((candidate) => candidate.id === id)
  if (item === undefined) throw new Error(`the menu has no ${id}`)
  item.click(item, running.windows[0], {})
}

export const shell = { showItemInFolder: (path) => void record.external.push(path) }
export const clipboard = { writeText: (text) => void record.copied.push(text) }
export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false })
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
