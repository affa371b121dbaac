import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { app } from './app.mjs'
import { allows, session } from './session.mjs'
import { applicationAddress, event, options, pageAddress, record, running } from './state.mjs'
import { decode, encode } from './wire.mjs'
import { mainWorldScript, preloadWorldScript } from './worlds.mjs'

/** Electron's names of permissions, with those of the Chrome DevTools Protocol. */
const PERMISSIONS = {
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'camera',
  midi: 'midi',
}
/** What a window must have for the double to open it at all. */
const REQUIRED = { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true }

class IpcMain extends EventEmitter {
  handlers = new Map()
  handle(channel, handler) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
}
export const ipcMain = new IpcMain()

class WebContents extends EventEmitter {
  windowOpenHandler = null
  constructor(window) {
    super()
    this.window = window
    this.session = window.given.webPreferences?.session ?? session.defaultSession
  }
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler
  }
  getURL() {
    return applicationAddress(this.window.page?.url() ?? '')
  }
  isLoading() {
    return this.window.loading !== null
  }
  reload() {
    return this.window.page?.reload()
  }
  async printToPDF({ generateTaggedPDF = false, generateDocumentOutline = false, printBackground = false, preferCSSPageSize = false }) {
    return this.window.page.pdf({ tagged: generateTaggedPDF, outline: generateDocumentOutline, printBackground, preferCSSPageSize })
  }
  send(channel, ...args) {
    void this.window.inPreload(`vouchDouble.emit(${JSON.stringify(channel)}, ${JSON.stringify(encode(args))})`)
  }
}

export class BrowserWindow extends EventEmitter {
  page = null
  loading = ''
  visible = false
  #devtools = null
  #preloadContext = null

  static getAllWindows() {
    return [...running.windows]
  }
  constructor(given = {}) {
    super()
    this.given = given
    record.windows.push(given)
    running.windows.push(this)
    for (const [name, wanted] of Object.entries(REQUIRED)) {
      if ((given.webPreferences?.[name] ?? wanted) !== wanted) throw new Error(`webPreferences.${name} must be ${wanted}`)
    }
    this.webContents = new WebContents(this)
    app.emit('web-contents-created', event(), this.webContents)
    this.ready = this.#open()
    this.ready.catch((thrown) => record.errors.push(String(thrown)))
  }

  async #open() {
    await app.whenReady()
    // The application goes on setting handlers in the turn in which it is ready.
    await new Promise((later) => setImmediate(later))
    const home = `${record.privileged[0]?.scheme ?? 'https'}://${options.host}/`
    const apart = this.given.webPreferences?.session !== undefined
    if (!apart)
      for (const permission of [...Object.keys(PERMISSIONS), 'persistent-storage'])
        record.permissions[permission] = await allows(this.webContents, permission, home)
    const { context } = running
    if (context === null) return
    this.page =
      context.pages().find((page) => page.url() === 'about:blank' && !running.windows.some((window) => window.page === page)) ??
      (await context.newPage())
    await this.page.setViewportSize({ width: this.given.width ?? 800, height: this.given.height ?? 600 })
    this.#devtools = await context.newCDPSession(this.page)
    if (this.given.webPreferences?.javascript === false) await this.#devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
    if (apart) return this.#listen()
    await this.#grant(new URL(pageAddress(home)).origin)
    await this.#preload(this.given.webPreferences?.preload)
    this.#listen()
  }

  async #grant(origin) {
    const granted = Object.keys(PERMISSIONS).filter((permission) => record.permissions[permission])
    await running.context.clearPermissions()
    await running.context.grantPermissions(
      granted.map((permission) => PERMISSIONS[permission]),
      { origin },
    )
    if (record.permissions['persistent-storage']) {
      await this.#devtools.send('Browser.setPermission', { permission: { name: 'persistent-storage' }, setting: 'granted', origin })
    }
  }

  /** Runs the real preload in a world of its own, with a way to the main process that only this world has. */
  async #preload(path) {
    const devtools = this.#devtools
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === 'preload' && context.auxData?.frameId === this.frameId) this.#preloadContext = context.id
    })
    devtools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === 'vouchDoubleCall') void this.#answer(JSON.parse(payload), executionContextId)
    })
    await devtools.send('Page.enable')
    this.frameId = (await devtools.send('Page.getFrameTree')).frameTree.frame.id
    await devtools.send('Runtime.enable')
    if (path === undefined) return
    const tag = `bridge${Math.random().toString(36).slice(2)}`
    await devtools.send('Runtime.addBinding', { name: 'vouchDoubleCall', executionContextName: 'preload' })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(tag) })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldScript(tag, readFileSync(resolve(path), 'utf8')),
      worldName: 'preload',
    })
  }

  #listen() {
    const { page } = this
    page.on('popup', (opened) => {
      const verdict = this.webContents.windowOpenHandler?.({ url: applicationAddress(opened.url()) }) ?? { action: 'allow' }
      if (verdict.action === 'deny') void opened.close()
    })
    page.on('close', () => {
      running.windows = running.windows.filter((window) => window !== this)
      this.emit('closed')
      if (running.windows.length === 0) app.emit('window-all-closed')
    })
    page.on('pageerror', (thrown) => record.errors.push(`page: ${thrown.message}`))
    page.on('crash', () => this.webContents.emit('render-process-gone', event(), { reason: 'crashed', exitCode: 1 }))
  }

  async #answer({ id, channel, args }, contextId) {
    const told = event({ sender: this.webContents, senderFrame: { url: applicationAddress(this.page.url()), parent: null } })
    let answer
    let ok = true
    try {
      const handler = ipcMain.handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      answer = encode(await handler(told, ...decode(args)))
    } catch (thrown) {
      ok = false
      answer = encode(`Error invoking remote method '${channel}': ${thrown}`)
    }
    await this.#evaluate(`vouchDouble.reply(${id}, ${ok}, ${JSON.stringify(answer)})`, contextId)
  }

  async inPreload(expression) {
    await this.ready
    await this.#evaluate(expression, this.#preloadContext)
  }

  async #evaluate(expression, contextId) {
    try {
      await this.#devtools?.send('Runtime.evaluate', { contextId, expression })
    } catch (thrown) {
      // The page was closed or loaded again while it was answered.
      if (!/closed|Cannot find context/.test(String(thrown))) throw thrown
    }
  }

  async loadURL(address) {
    await this.ready
    this.loading = address
    if (this.page === null) return
    await this.page.goto(pageAddress(address))
    this.loading = null
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }
  show() {
    this.visible = true
  }
  isDestroyed() {
    return this.page?.isClosed() ?? false
  }
  destroy() {
    void this.page?.close()
  }
  isVisible() {
    return this.visible
  }
  isMinimized() {
    return false
  }
  isMaximized() {
    return false
  }
  maximize() {}
  restore() {}
  focus() {}
  getNormalBounds() {
    return { x: 0, y: 0, width: this.given.width ?? 800, height: this.given.height ?? 600 }
  }
}
