import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser } from './session.mjs'
import { event, options, record, running } from './state.mjs'

class App extends EventEmitter {
  isPackaged = false
  #quitting = false
  #ready = false
  commandLine = { appendSwitch: (name, value) => record.switches.push(value === undefined ? name : `${name}=${value}`) }
  #starting = null

  async #start() {
    // As in Electron, the application has the rest of its first turn to prepare itself.
    await new Promise((later) => setImmediate(later))
    await startBrowser(() => void this.quit())
    this.#ready = true
    this.emit('ready', {})
  }
  /** Starts the browser when it is first awaited, so that a test can set the double up before the application runs. */
  whenReady() {
    this.#starting ??= this.#start()
    return this.#starting
  }
  isReady() {
    return this.#ready
  }
  get #manifest() {
    return JSON.parse(readFileSync(join(options.appPath, 'package.json'), 'utf8'))
  }
  getVersion() {
    return this.#manifest.version
  }
  getName() {
    return this.#manifest.productName
  }
  getPath(name) {
    return { userData: options.userData, home: homedir(), temp: tmpdir() }[name] ?? join(homedir(), name)
  }
  setPath(name, path) {
    if (name === 'userData') options.userData = path
  }
  requestSingleInstanceLock() {
    return true
  }
  setAsDefaultProtocolClient(scheme) {
    record.linkSchemes.push(scheme)
    return true
  }
  enableSandbox() {
    record.sandboxed = true
  }
  async quit() {
    if (this.#quitting) return
    const told = event()
    this.emit('before-quit', told)
    for (const window of running.windows) window.emit('close', event())
    if (!told.defaultPrevented) this.emit('will-quit', told)
    if (told.defaultPrevented) return
    this.#quitting = true
    for (const window of running.windows.splice(0)) window.emit('closed')
    await running.context?.close()
    this.emit('quit', event(), 0)
  }
  async exit(status = 0) {
    this.#quitting = true
    await running.context?.close()
    this.emit('quit', event(), status)
  }
}

export const app = new App()
