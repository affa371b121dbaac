import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { applicationAddress, event, options, record, running, schemes } from './state.mjs'

const handling = (known) => ({
  handle(scheme, handler) {
    if (known.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`)
    known.set(scheme, handler)
  },
})

/** A session: its handlers are those that the application set. */
function makeSession(known) {
  const handlers = { request: null, permissionRequest: null, permissionCheck: null, device: null }
  return Object.assign(new EventEmitter(), {
    handlers,
    schemes: known,
    protocol: handling(known),
    webRequest: {
      onBeforeRequest(filterOrListener, listener) {
        handlers.request = listener ?? filterOrListener
      },
    },
    setPermissionRequestHandler(handler) {
      handlers.permissionRequest = handler
    },
    setPermissionCheckHandler(handler) {
      handlers.permissionCheck = handler
    },
    setDevicePermissionHandler(handler) {
      handlers.device = handler
    },
    setSpellCheckerEnabled() {},
  })
}
const defaultSession = makeSession(schemes)
export const sessionHandlers = defaultSession.handlers
/** A partition without `persist:` is in memory, and its own. */
const partitions = new Map()
export const session = {
  defaultSession,
  fromPartition(name) {
    if (name.startsWith('persist:')) throw new Error('the double keeps no partition')
    if (!partitions.has(name)) partitions.set(name, makeSession(new Map()))
    return partitions.get(name)
  },
}

export const protocol = {
  registerSchemesAsPrivileged(list) {
    if (running.context !== null) throw new Error('registerSchemesAsPrivileged must be called before the application is ready')
    record.privileged.push(...list)
  },
  ...handling(schemes),
}

/** Whether the application allows a permission, as both of its handlers say. */
export async function allows(contents, permission, origin) {
  const { permissionCheck, permissionRequest } = contents.session.handlers
  if (permissionCheck !== null && !permissionCheck(contents, permission, origin, {})) return false
  return (
    permissionRequest === null ||
    new Promise((answer) => permissionRequest(contents, permission, answer, { requestingUrl: origin, isMainFrame: true }))
  )
}

export async function startBrowser(onClose) {
  if (!options.browser) return
  mkdirSync(options.userData, { recursive: true })
  running.context = await chromium.launchPersistentContext(options.userData, {
    headless: true,
    executablePath: options.executablePath,
    viewport: null,
    args: ['--no-sandbox', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })
  await running.context.route('**/*', answer)
  running.context.on('close', onClose)
}

/** Sends every request of the page through the guards that the application set, then to the handler of its scheme. */
async function answer(route) {
  const request = route.request()
  const url = applicationAddress(request.url())
  const frame = frameOf(request)
  const window = running.windows.find((open) => open.page && frame?.page() === open.page)
  const { handlers, schemes } = window?.webContents.session ?? defaultSession
  try {
    if (request.isNavigationRequest() && frame === null) {
      const verdict = running.windows[0]?.webContents.windowOpenHandler?.({ url, frameName: '', disposition: 'foreground-tab' }) ?? {
        action: 'allow',
      }
      if (verdict.action === 'deny') return await refuse(route, record.denied, url, 'aborted')
    }
    if (request.isNavigationRequest() && window && url !== window.loading) {
      const isMainFrame = frame === window.page.mainFrame()
      const told = event({ url, isMainFrame })
      window.webContents.emit('will-frame-navigate', told)
      if (isMainFrame) window.webContents.emit('will-navigate', told, url)
      if (told.defaultPrevented) return await refuse(route, record.prevented, url, 'aborted')
    }
    if (handlers.request !== null) {
      const verdict = await new Promise((decided) =>
        handlers.request({ url, method: request.method(), resourceType: request.resourceType(), id: 0 }, decided),
      )
      if (verdict.cancel) return await refuse(route, record.blocked, url, 'blockedbyclient')
    }
    const handler = schemes.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) return await route.continue()
    const response = await handler(
      new Request(url, {
        method: request.method(),
        headers: Object.fromEntries(Object.entries(request.headers()).filter(([name]) => !name.startsWith(':'))),
      }),
    )
    return await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  } catch (thrown) {
    if (/closed|handled/.test(String(thrown))) return undefined
    record.errors.push(`${url}: ${thrown.message}`)
    return route.abort('failed')
  }
}

function frameOf(request) {
  try {
    return request.frame()
  } catch (thrown) {
    // The first request of a second window has no frame yet.
    if (thrown instanceof Error) return null
    throw thrown
  }
}

function refuse(route, list, url, reason) {
  list.push(url)
  return route.abort(reason)
}
