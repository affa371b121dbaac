import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the application asked of Electron, for tests to look at. */
export const record = {
  windows: [],
  privileged: [],
  blocked: [],
  denied: [],
  prevented: [],
  external: [],
  dialogs: [],
  copied: [],
  switches: [],
  permissions: {},
  linkSchemes: [],
  menu: null,
  errors: [],
}

/** What the person at the machine answers to the next dialogs. */
export const answers = { open: [], save: [], message: [] }

export const options = {
  userData: join(tmpdir(), 'vouch-electron-double'),
  executablePath: process.env.VOUCH_BROWSER ?? '/usr/bin/chromium',
  appPath: process.cwd(),
  /** The host of the application's scheme. */
  host: 'vouch',
  /** Without a browser the double only records, which is enough for the security table. */
  browser: process.env.VOUCH_DOUBLE_WITHOUT_BROWSER !== '1',
}
export const configure = (changes) => Object.assign(options, changes)

/** The running browser and the open windows. */
export const running = { context: null, windows: [] }

/** Handlers of the application's schemes. */
export const schemes = new Map()

export const event = (members = {}) => ({
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
  ...members,
})

const isOurs = (scheme) => record.privileged.some((known) => known.scheme === scheme)

/** Chromium can't be made to load `app://vouch/x` from outside, so the page lives on `https://vouch.app.invalid/x`. */
export function pageAddress(address) {
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  return isOurs(scheme) ? `https://${url.host}.${scheme}.invalid${url.pathname}${url.search}${url.hash}` : address
}

/** The application only ever sees `app://vouch/x`. */
export function applicationAddress(address) {
  const found = /^https:\/\/([^/]*)\.([a-z0-9+-]+)\.invalid(?=\/|$)/.exec(address)
  return found && isOurs(found[2]) ? `${found[2]}://${found[1]}${address.slice(found[0].length)}` : address
}
